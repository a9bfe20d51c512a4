package dev.nameplate.serve;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.nameplate.merge.query.RawQuery;
import dev.nameplate.merge.value.MergedFields;
import dev.nameplate.pipeline.FormatCount;
import dev.nameplate.pipeline.PictureRenderer;
import dev.nameplate.template.FormatBytes;
import dev.nameplate.template.Sample;
import dev.nameplate.template.Template;
import dev.nameplate.util.SingleFlight;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * The bytes of templates' samples in every format, counted once for each version of a template in
 * the background lane. Safe for many threads; never blocks.
 */
final class FormatCounts {
  private static final int TEMPLATES = 2_000;

  /** A remote image of a sample may have been missing or may have changed. */
  private static final Duration AGE = Duration.ofHours(1);

  private final PictureRenderer pictureRenderer;
  private final RenderExecutor executor;
  private final Duration remoteTimeout;
  private final SingleFlight<Key, FormatBytes> flights = new SingleFlight<>();
  private final Cache<Key, FormatBytes> counted =
      Caffeine.newBuilder().maximumSize(TEMPLATES).expireAfterWrite(AGE).build();

  /**
   * @param executor draws in its background lane
   * @param remoteTimeout how long a sample's remote images are waited for
   */
  FormatCounts(PictureRenderer pictureRenderer, RenderExecutor executor, Duration remoteTimeout) {
    this.pictureRenderer = pictureRenderer;
    this.executor = executor;
    this.remoteTimeout = remoteTimeout;
  }

  /** What is known already. */
  Optional<FormatBytes> known(Template template, Sample sample) {
    return Optional.ofNullable(counted.getIfPresent(Key.of(template, sample)));
  }

  /**
   * Counts the bytes unless that is done or in progress.
   *
   * @return fails where the background lane is full or drawing fails; the next call tries again
   */
  CompletableFuture<FormatBytes> of(Template template, Sample sample) {
    Optional<FormatBytes> known = known(template, sample);
    Key key = Key.of(template, sample);
    return known.isPresent()
        ? CompletableFuture.completedFuture(known.get())
        : flights.run(key, () -> count(key, template, sample));
  }

  private CompletionStage<FormatBytes> count(Key key, Template template, Sample sample) {
    MergedFields merged = pictureRenderer.merge(template, new RawQuery(sample.query()));
    return pictureRenderer
        .settle(template, merged, remoteTimeout)
        .thenCompose(
            fields ->
                executor.background(
                    () -> {
                      FormatBytes bytes =
                          FormatCount.of(pictureRenderer, template, fields, sample.at());
                      counted.put(key, bytes);
                      return bytes;
                    }));
  }

  /** A version is counted apart from the template that authors edit, as its pictures are kept. */
  private record Key(
      String id, String digest, boolean published, String query, Optional<Instant> at) {
    static Key of(Template template, Sample sample) {
      return new Key(
          template.id(),
          template.digest(),
          template.version().isPresent(),
          sample.query(),
          sample.at());
    }
  }
}
