package dev.nameplate.http.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.nameplate.api.Caller;
import dev.nameplate.api.ReadUsage;
import dev.nameplate.api.RefreshTemplate;
import io.javalin.http.Context;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

/**
 * The calls of those who run a server: what was made, and fetching a template's remote pictures
 * anew.
 *
 * @param refresh forgets the remote pictures of a template
 * @param usage tells what was made
 */
public record OperatorCalls(RefreshTemplate refresh, ReadUsage usage) {
  /** Forgets the remote pictures of the template that the path names. */
  CompletableFuture<?> refresh(Context context, Caller caller) {
    ApiRoutes.takesJson(context);
    RefreshTemplate.Result result = refresh.run(context.pathParam("id"), caller);
    ObjectNode root = ApiJson.object();
    root.put("status", "success");
    root.put("template", result.template());
    root.put("forgotten", result.forgotten());
    root.put("cache_tag", result.template());
    ApiRoutes.json(context, 200, ApiRoutes.JSON, root);
    return CompletableFuture.completedFuture(null);
  }

  /**
   * Tells the counts of the days that the query names.
   *
   * @param onward writes the answer, which may wait for a slow reader
   */
  CompletableFuture<?> usage(Context context, Caller caller, Executor onward) {
    ApiRoutes.takesJson(context);
    return usage
        .run(context.queryParamMap(), caller, onward)
        .thenAccept(report -> ApiRoutes.json(context, 200, ApiRoutes.JSON, UsageJson.of(report)));
  }
}
