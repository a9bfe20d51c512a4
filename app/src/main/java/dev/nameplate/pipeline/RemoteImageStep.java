package dev.nameplate.pipeline;

import static java.util.concurrent.CompletableFuture.completedFuture;

import dev.nameplate.asset.FetchFailure;
import dev.nameplate.asset.FetchResult;
import dev.nameplate.asset.RemoteImageAddress;
import dev.nameplate.asset.RemoteImages;
import dev.nameplate.merge.value.FieldValue.FetchState;
import dev.nameplate.merge.value.FieldValue.RemoteImageUrl;
import dev.nameplate.merge.value.MergedFields;
import dev.nameplate.merge.value.ResolvedField;
import dev.nameplate.scene.LayerFields;
import dev.nameplate.template.Template;
import dev.nameplate.template.field.Field;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * The step between fields and key: has pictures from outside looked for, all at the same time. Most
 * requests have none, and nothing is done for them.
 */
public final class RemoteImageStep {
  private final RemoteImages pictures;

  public RemoteImageStep(RemoteImages pictures) {
    this.pictures = pictures;
  }

  /**
   * The fields with every outside picture that a layer shows found or given up; there already where
   * nothing has to be fetched. It never fails.
   *
   * @param patience after which a picture is given up; its fetch goes on for the next who asks
   */
  CompletableFuture<MergedFields> settle(
      Template template, MergedFields fields, Duration patience) {
    Map<String, RemoteImageUrl> open = fields.pendingFetches();
    return open.isEmpty()
        ? completedFuture(fields)
        : settle(fields, shown(template, open), patience);
  }

  private CompletableFuture<MergedFields> settle(
      MergedFields fields, Map<String, RemoteImageUrl> open, Duration patience) {
    Map<String, CompletableFuture<RemoteImageUrl>> searches = new LinkedHashMap<>();
    for (ResolvedField field : fields.byName().values()) {
      RemoteImageUrl value = open.get(field.field().name());
      if (value != null) {
        searches.put(field.field().name(), search(field.field(), value, patience));
      }
    }
    return CompletableFuture.allOf(searches.values().toArray(CompletableFuture<?>[]::new))
        .thenApply(
            all -> {
              Map<String, RemoteImageUrl> settled = new LinkedHashMap<>();
              searches.forEach((name, search) -> settled.put(name, search.join()));
              return fields.with(settled);
            });
  }

  private CompletableFuture<RemoteImageUrl> search(
      Field field, RemoteImageUrl value, Duration patience) {
    CompletableFuture<FetchResult> found =
        pictures.find(new RemoteImageAddress(value.shown(), field.hosts()));
    CompletableFuture<FetchResult> bounded =
        found.isDone()
            ? found
            : found
                .copy()
                .completeOnTimeout(
                    new FetchResult.Failed(FetchFailure.SLOW),
                    patience.toNanos(),
                    TimeUnit.NANOSECONDS);
    return bounded.thenApply(fetchResult -> value.with(search(fetchResult)));
  }

  private static FetchState search(FetchResult fetchResult) {
    return fetchResult instanceof FetchResult.Fetched fetched
        ? new FetchState.Found(fetched.picture())
        : new FetchState.Failed(((FetchResult.Failed) fetchResult).loss().words());
  }

  /** Those that a layer of the template names; others show nowhere. */
  private static Map<String, RemoteImageUrl> shown(
      Template template, Map<String, RemoteImageUrl> open) {
    Map<String, RemoteImageUrl> shown = new LinkedHashMap<>(open);
    shown
        .keySet()
        .retainAll(
            template.layers().stream().flatMap(layer -> LayerFields.of(layer).stream()).toList());
    return shown;
  }
}
