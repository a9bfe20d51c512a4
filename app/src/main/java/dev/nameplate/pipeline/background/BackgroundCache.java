package dev.nameplate.pipeline.background;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.nameplate.encode.Background;
import dev.nameplate.encode.Background.Example;
import dev.nameplate.encode.Effort;
import dev.nameplate.encode.EncodedBackground;
import dev.nameplate.encode.StripStore;
import dev.nameplate.encode.formats.Encoders;
import dev.nameplate.geometry.Scale;
import dev.nameplate.pipeline.place.ScenePlacer;
import dev.nameplate.render.PaintedStrips;
import dev.nameplate.render.PreparedBackground;
import dev.nameplate.render.Renderer;
import dev.nameplate.template.Format;
import dev.nameplate.template.Template;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Backgrounds of templates, painted and encoded once for each template version, scale and format,
 * and kept within a number of bytes. Safe for many threads.
 *
 * <p>Pixels, which take much memory and are painted fast, and encoded strips, which take little and
 * are slow to compress, are evicted separately, so that strips outlast their pixels. The number of
 * entries is bounded by the templates' own scales and formats, whatever clients request.
 *
 * <p>The first caller gets strips that were compressed fast; they are compressed again, at best
 * effort, by an executor.
 */
public final class BackgroundCache {
  private static final Logger log = LoggerFactory.getLogger(BackgroundCache.class);

  /** One part in so many of the bytes is for strips. */
  private static final int PART_FOR_STRIPS = 4;

  /** Two images of four bytes a pixel, if static layers lie above dynamic ones. */
  private static final int MAX_BYTES_OF_PIXEL = 8;

  /** Strips are not compressed again within this time, even if they have been evicted. */
  private static final Duration PAUSE = Duration.ofMinutes(10);

  private static final int MAX_PAUSES = 1000;

  private final Renderer renderer;
  private final ScenePlacer scenePlacer;
  private final Executor later;
  private final Effort firstEffort;
  private final LoadingLruCache<PixelsKey, PreparedBackground> pixels;
  private final LoadingLruCache<StripsKey, Strips> strips;

  private final Cache<StripsKey, Boolean> compressedAgain =
      Caffeine.newBuilder().expireAfterWrite(PAUSE).maximumSize(MAX_PAUSES).build();

  /**
   * @param renderer paints the backgrounds
   * @param scenePlacer places static layers and the example's dynamic ones
   * @param later compresses strips again; may reject tasks, which are then tried at the next call
   * @param settings the size, and whether to compress fast first
   */
  public BackgroundCache(
      Renderer renderer, ScenePlacer scenePlacer, Executor later, BackgroundSettings settings) {
    this.renderer = renderer;
    this.scenePlacer = scenePlacer;
    this.later = later;
    this.firstEffort = settings.quick() ? Effort.FAST : Effort.BEST;
    long forStrips = settings.maxBytes() / PART_FOR_STRIPS;
    this.pixels = new LoadingLruCache<>(settings.maxBytes() - forStrips, PreparedBackground::bytes);
    this.strips = new LoadingLruCache<>(forStrips, Strips::weight);
  }

  /** Returns the renderer that paints the backgrounds, which also paints pictures on them. */
  public Renderer renderer() {
    return renderer;
  }

  /** What a background's pixels depend on. */
  private record PixelsKey(String id, String digest, Scale scale, boolean flat) {
    /** An opaque background has the same pixels in every format. */
    static PixelsKey of(Template template, Scale scale, Format format) {
      boolean flat = template.background().isOpaque() || !format.holdsAlpha();
      return new PixelsKey(template.id(), template.digest(), scale, flat);
    }
  }

  /** What a background's strips depend on. */
  private record StripsKey(PixelsKey pixels, Format format) {
    static StripsKey of(Template template, Scale scale, Format format) {
      return new StripsKey(PixelsKey.of(template, scale, format), format);
    }
  }

  /**
   * Encoded strips, without their pixels.
   *
   * @param store empty for a format whose files are encoded as a whole
   * @param effort that they were compressed with
   * @param failures the static layers that are missing in them
   */
  private record Strips(Optional<StripStore> store, Effort effort, List<String> failures) {
    Strips {
      failures = List.copyOf(failures);
    }

    long weight() {
      return store.map(StripStore::weight).orElse(0L);
    }

    /** Whether they show the same layers as pixels that were painted at another time. */
    boolean match(PreparedBackground painted) {
      return failures.equals(painted.failures());
    }
  }

  /**
   * Returns a template's background, made on the calling thread unless it is cached. Strips that
   * were compressed fast are scheduled to be compressed again.
   *
   * @return shared with other callers, must not be changed; provisional if its strips were
   *     compressed fast
   * @throws RuntimeException if it cannot be painted or encoded
   */
  public CachedBackground get(Template template, Scale scale, Format format) {
    StripsKey key = StripsKey.of(template, scale, format);
    CachedBackground found = cached(template, key, firstEffort(template));
    if (!found.provisional() || compressedAgain.asMap().putIfAbsent(key, true) != null) {
      return found;
    }
    try {
      later.execute(() -> compressAgain(template, key));
    } catch (RejectedExecutionException full) {
      compressedAgain.invalidate(key);
    }
    return cached(template, key, firstEffort(template));
  }

  /** A limit on bytes may be exceeded by strips compressed fast. */
  private Effort firstEffort(Template template) {
    return template.output().maxBytes().isPresent() ? Effort.BEST : firstEffort;
  }

  /**
   * Strips are only used with pixels that show the same layers: pixels painted again may lack a
   * layer, or have one that was missing.
   */
  private CachedBackground cached(Template template, StripsKey key, Effort effort) {
    PreparedBackground painted = painted(template, key);
    Strips found = strips.get(key, 0, () -> encoded(painted, key.format(), effort));
    return joined(painted, found.match(painted) ? found : renewed(painted, key, effort));
  }

  private static CachedBackground joined(PreparedBackground painted, Strips strips) {
    return new CachedBackground(
        painted,
        new EncodedBackground(painted.complete(), strips.store()),
        strips.effort() == Effort.FAST);
  }

  private Strips renewed(PreparedBackground painted, StripsKey key, Effort effort) {
    Strips fresh = encoded(painted, key.format(), effort);
    strips.put(key, fresh);
    return fresh;
  }

  /**
   * Returns a template's background compressed at best effort, made on the calling thread unless it
   * is cached.
   *
   * @return shared with other callers, must not be changed; never provisional
   * @throws RuntimeException if it cannot be painted or encoded
   */
  public CachedBackground best(Template template, Scale scale, Format format) {
    StripsKey key = StripsKey.of(template, scale, format);
    CachedBackground found = cached(template, key, Effort.BEST);
    return found.provisional()
        ? joined(found.pixels(), renewed(found.pixels(), key, Effort.BEST))
        : found;
  }

  /** If that fails, the strips that were compressed fast remain in use. */
  private void compressAgain(Template template, StripsKey key) {
    try {
      CachedBackground unused = best(template, key.pixels().scale(), key.format());
    } catch (RuntimeException | OutOfMemoryError failed) {
      log.warn(
          "{}@{}x {}: strips stay as they are: {}",
          template.id(),
          key.pixels().scale().label(),
          key.format(),
          failed.getClass().getName());
    }
  }

  private PreparedBackground painted(Template template, StripsKey key) {
    Scale scale = key.pixels().scale();
    double area =
        template.size().width() * scale.factor() * template.size().height() * scale.factor();
    return pixels.get(
        key.pixels(),
        (long) (MAX_BYTES_OF_PIXEL * area),
        () ->
            renderer.prepare(
                template, scenePlacer.example(template), scale, !key.format().holdsAlpha()));
  }

  private Strips encoded(PreparedBackground painted, Format format, Effort effort) {
    Template template = painted.template();
    try (PaintedStrips example = renderer.paint(painted, scenePlacer.example(template))) {
      Background background =
          new Background(
              painted.complete(),
              painted.changeable(),
              new Example(example.image(), example.strips()));
      Optional<StripStore> store =
          Encoders.of(format, template.output()).prepare(background, effort).strips();
      boolean best = effort == Effort.BEST || format != Format.PNG;
      return new Strips(store, best ? Effort.BEST : Effort.FAST, painted.failures());
    }
  }
}
