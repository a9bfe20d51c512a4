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
import dev.nameplate.util.TraceParent;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * The step between fields and key: fetches remote images, all at the same time. For requests
 * without remote images, which are most, it does nothing.
 */
public final class RemoteImageStep {
  private final RemoteImages images;

  /**
   * @param images fetches the images
   */
  public RemoteImageStep(RemoteImages images) {
    this.images = images;
  }

  /**
   * Fetches the remote images that layers show.
   *
   * @param patience the time after which an image counts as failed; its fetch continues for later
   *     requests
   * @return the fields with each of these images found or failed; never fails itself, and is
   *     already complete if nothing has to be fetched
   */
  CompletableFuture<MergedFields> settle(
      Template template, MergedFields fields, Duration patience) {
    return settle(template, fields, patience, Optional.empty());
  }

  /**
   * The same for a request that belongs to a trace.
   *
   * @param trace passed on with the fetches that begin for it
   */
  CompletableFuture<MergedFields> settle(
      Template template, MergedFields fields, Duration patience, Optional<TraceParent> trace) {
    Map<String, RemoteImageUrl> open = fields.pendingFetches();
    return open.isEmpty()
        ? completedFuture(fields)
        : settle(fields, shown(template, open), new Call(patience, trace));
  }

  /** How long to wait, and for what trace. */
  private record Call(Duration patience, Optional<TraceParent> trace) {}

  private CompletableFuture<MergedFields> settle(
      MergedFields fields, Map<String, RemoteImageUrl> open, Call call) {
    Map<String, CompletableFuture<RemoteImageUrl>> searches = new LinkedHashMap<>();
    for (ResolvedField field : fields.byName().values()) {
      RemoteImageUrl value = open.get(field.field().name());
      if (value != null) {
        searches.put(field.field().name(), search(field.field(), value, call));
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

  private CompletableFuture<RemoteImageUrl> search(Field field, RemoteImageUrl value, Call call) {
    CompletableFuture<FetchResult> found =
        images.find(new RemoteImageAddress(value.shown(), field.hosts()), call.trace());
    CompletableFuture<FetchResult> bounded =
        found.isDone()
            ? found
            : found
                .copy()
                .completeOnTimeout(
                    new FetchResult.Failed(FetchFailure.SLOW),
                    call.patience().toNanos(),
                    TimeUnit.NANOSECONDS);
    return bounded.thenApply(fetchResult -> value.with(search(fetchResult)));
  }

  private static FetchState search(FetchResult fetchResult) {
    return fetchResult instanceof FetchResult.Fetched fetched
        ? new FetchState.Found(fetched.picture())
        : new FetchState.Failed(((FetchResult.Failed) fetchResult).loss().words());
  }

  /** The images of fields that a layer of the template refers to. */
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
