package dev.nameplate.pipeline;

import static java.util.concurrent.CompletableFuture.completedFuture;

import dev.nameplate.asset.Loss;
import dev.nameplate.asset.OutsideAddress;
import dev.nameplate.asset.OutsidePictures;
import dev.nameplate.asset.Sighting;
import dev.nameplate.merge.FieldValue.Outside;
import dev.nameplate.merge.FieldValue.Search;
import dev.nameplate.merge.MergedFields;
import dev.nameplate.merge.ResolvedField;
import dev.nameplate.scene.LayerFields;
import dev.nameplate.template.Field;
import dev.nameplate.template.Template;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * The step between fields and key: has pictures from outside looked for, all at the same time. Most
 * requests have none, and nothing is done for them.
 */
public final class OutsideStep {
  private final OutsidePictures pictures;

  public OutsideStep(OutsidePictures pictures) {
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
    Map<String, Outside> open = fields.open();
    return open.isEmpty()
        ? completedFuture(fields)
        : settle(fields, shown(template, open), patience);
  }

  private CompletableFuture<MergedFields> settle(
      MergedFields fields, Map<String, Outside> open, Duration patience) {
    Map<String, CompletableFuture<Outside>> searches = new LinkedHashMap<>();
    for (ResolvedField field : fields.byName().values()) {
      Outside value = open.get(field.field().name());
      if (value != null) {
        searches.put(field.field().name(), search(field.field(), value, patience));
      }
    }
    return CompletableFuture.allOf(searches.values().toArray(CompletableFuture<?>[]::new))
        .thenApply(
            all -> {
              Map<String, Outside> settled = new LinkedHashMap<>();
              searches.forEach((name, search) -> settled.put(name, search.join()));
              return fields.with(settled);
            });
  }

  private CompletableFuture<Outside> search(Field field, Outside value, Duration patience) {
    CompletableFuture<Sighting> found =
        pictures.find(new OutsideAddress(value.shown(), field.hosts()));
    CompletableFuture<Sighting> bounded =
        found.isDone()
            ? found
            : found
                .copy()
                .completeOnTimeout(
                    new Sighting.Lost(Loss.SLOW), patience.toNanos(), TimeUnit.NANOSECONDS);
    return bounded.thenApply(sighting -> value.with(search(sighting)));
  }

  private static Search search(Sighting sighting) {
    return sighting instanceof Sighting.Seen seen
        ? new Search.Found(seen.picture())
        : new Search.Failed(((Sighting.Lost) sighting).loss().words());
  }

  /** Those that a layer of the template names; others show nowhere. */
  private static Map<String, Outside> shown(Template template, Map<String, Outside> open) {
    Map<String, Outside> shown = new LinkedHashMap<>(open);
    shown
        .keySet()
        .retainAll(
            template.layers().stream().flatMap(layer -> LayerFields.of(layer).stream()).toList());
    return shown;
  }
}
