package dev.nameplate.pipeline.background;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.nameplate.asset.WeightedLruCache;
import dev.nameplate.encode.Background;
import dev.nameplate.encode.Background.Example;
import dev.nameplate.encode.Effort;
import dev.nameplate.encode.StripStore;
import dev.nameplate.encode.formats.Encoders;
import dev.nameplate.geometry.Scale;
import dev.nameplate.layout.PlacedLayer;
import dev.nameplate.pipeline.place.ScenePlacer;
import dev.nameplate.render.PaintedStrips;
import dev.nameplate.render.PreparedBackground;
import dev.nameplate.render.Renderer;
import dev.nameplate.render.StoredPixelsException;
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
 * Backgrounds of templates, painted and encoded once for each template version, scale and format.
 * Safe for many threads.
 *
 * <p>They are stored in files, if there is a work folder, and within a number of bytes on the heap.
 * On the heap, pixels, which take much memory and are painted fast, and encoded strips, which take
 * little and are slow to compress, are evicted separately, so that strips outlast their pixels.
 * Stored pixels are read strip by strip where a picture needs them; they are loaded to the heap if
 * they are needed again so soon that the heap would still have them. The number of entries is
 * bounded by the templates' own scales and formats, whatever clients request.
 *
 * <p>The first caller gets strips that were compressed fast; they are compressed again, at best
 * effort, and stored by an executor.
 */
public final class BackgroundCache {
  private static final Logger log = LoggerFactory.getLogger(BackgroundCache.class);

  /** One part in so many of the bytes is for strips. */
  private static final int PART_FOR_STRIPS = 4;

  /** Two images of four bytes a pixel, if static layers lie above dynamic ones. */
  private static final int MAX_BYTES_OF_PIXEL = 8;

  /** Strips are not compressed again within this time, even if they have been evicted. */
  private static final Duration PAUSE = Duration.ofMinutes(10);

  private static final int MAX_PAUSES = 10_000;

  private final Renderer renderer;
  private final ScenePlacer scenePlacer;
  private final Executor later;
  private final Effort firstEffort;
  private final Optional<BackgroundFiles> files;
  private final LoadingLruCache<BackgroundKey, PreparedBackground> pixels;
  private final LoadingLruCache<BackgroundKey.Strips, Strips> strips;

  /** Backgrounds that were used lately without being on the heap, with the bytes they would take. */
  private final WeightedLruCache<BackgroundKey, Long> usedLately;

  private final Cache<BackgroundKey.Strips, Boolean> prepared =
      Caffeine.newBuilder().expireAfterWrite(PAUSE).maximumSize(MAX_PAUSES).build();

  /**
   * @param renderer paints the backgrounds
   * @param scenePlacer places static layers and the example's dynamic ones
   * @param later compresses strips again and stores them; may reject tasks, which are then tried at
   *     the next call
   * @param settings the size, and whether to compress fast first
   * @param files where prepared backgrounds are stored; empty for the heap alone
   */
  public BackgroundCache(
      Renderer renderer,
      ScenePlacer scenePlacer,
      Executor later,
      BackgroundSettings settings,
      Optional<BackgroundFiles> files) {
    this.renderer = renderer;
    this.scenePlacer = scenePlacer;
    this.later = later;
    this.firstEffort = settings.first();
    this.files = files;
    long forStrips = settings.maxBytes() / PART_FOR_STRIPS;
    long forPixels = settings.maxBytes() - forStrips;
    this.pixels = new LoadingLruCache<>(forPixels, PreparedBackground::bytes);
    this.strips = new LoadingLruCache<>(forStrips, Strips::weight);
    this.usedLately = new WeightedLruCache<>(forPixels, 1, bytes -> bytes);
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
   * Paints a picture on its background.
   *
   * @param least {@link Effort#FAST} for the background as {@link #get}, {@link Effort#BEST} as
   *     {@link #best} returns it
   * @param layers all layers of the template, placed with a recipient's values
   * @return the painted strips, which the caller has to close
   * @throws RuntimeException if the background cannot be painted or encoded
   */
  public PaintedPicture paint(
      Template template, Scale scale, Format format, Effort least, List<PlacedLayer> layers) {
    CachedBackground background =
        least == Effort.BEST ? best(template, scale, format) : get(template, scale, format);
    try {
      return painted(background, layers);
    } catch (StoredPixelsException damaged) {
      BackgroundKey key = BackgroundKey.of(template, scale, format);
      files.ifPresent(stored -> stored.discard(key, String.valueOf(damaged.getMessage())));
      prepared.invalidate(new BackgroundKey.Strips(key, format));
      PreparedBackground fresh = onHeap(template, new BackgroundKey.Strips(key, format));
      return painted(
          new CachedBackground(fresh, background.strips(), background.effort()), layers);
    }
  }

  private PaintedPicture painted(CachedBackground background, List<PlacedLayer> layers) {
    return new PaintedPicture(background, renderer.paint(background.pixels(), layers));
  }

  /**
   * Paints a picture on a background whose pixels are on the heap, for each frame of an animation.
   *
   * @return the painted strips, which the caller has to close
   */
  public PaintedStrips paint(CachedBackground background, List<PlacedLayer> layers) {
    return renderer.paint(background.pixels(), layers);
  }

  /**
   * Returns a template's background, made on the calling thread unless it is cached or stored.
   * Strips that were compressed fast are scheduled to be compressed again.
   *
   * @return shared with other callers, must not be changed
   * @throws RuntimeException if it cannot be painted or encoded
   */
  public CachedBackground get(Template template, Scale scale, Format format) {
    BackgroundKey.Strips key = BackgroundKey.Strips.of(template, scale, format);
    CachedBackground found = cached(template, key, firstEffort(template));
    if (isPrepared(key, found) || prepared.asMap().putIfAbsent(key, true) != null) {
      return found;
    }
    try {
      later.execute(() -> prepare(template, key));
    } catch (RejectedExecutionException full) {
      prepared.invalidate(key);
    }
    return cached(template, key, firstEffort(template));
  }

  /** Whether nothing is left to do for later callers. */
  private boolean isPrepared(BackgroundKey.Strips key, CachedBackground found) {
    return found.effort() == Effort.BEST
        && (files.isEmpty() || prepared.getIfPresent(key) != null || found.pixels().bytes() == 0);
  }

  /** A limit on bytes may be exceeded by strips compressed fast. */
  private Effort firstEffort(Template template) {
    return template.output().maxBytes().isPresent() ? Effort.BEST : firstEffort;
  }

  /**
   * Strips are only used with pixels that show the same layers: pixels painted again may lack a
   * layer, or have one that was missing.
   */
  private CachedBackground cached(Template template, BackgroundKey.Strips key, Effort effort) {
    PreparedBackground background = pixels(template, key);
    Strips found =
        strips.get(key, 0, () -> stored(key).orElseGet(() -> encoded(template, key, effort)));
    return joined(background, found.match(background) ? found : renewed(template, key, effort));
  }

  private Optional<Strips> stored(BackgroundKey.Strips key) {
    return files
        .flatMap(stored -> stored.strips(key))
        .map(store -> new Strips(Optional.of(store), Effort.BEST, List.of()));
  }

  private static CachedBackground joined(PreparedBackground background, Strips strips) {
    return new CachedBackground(background, strips.store(), strips.effort());
  }

  private Strips renewed(Template template, BackgroundKey.Strips key, Effort effort) {
    Strips fresh = encoded(template, key, effort);
    strips.put(key, fresh);
    return fresh;
  }

  /**
   * Returns a template's background compressed at best effort, made on the calling thread unless it
   * is cached or stored.
   *
   * @return shared with other callers, must not be changed
   * @throws RuntimeException if it cannot be painted or encoded
   */
  public CachedBackground best(Template template, Scale scale, Format format) {
    BackgroundKey.Strips key = BackgroundKey.Strips.of(template, scale, format);
    CachedBackground found = cached(template, key, Effort.BEST);
    return found.effort() == Effort.BEST
        ? found
        : joined(found.pixels(), renewed(template, key, Effort.BEST));
  }

  /** If that fails, the strips that were compressed fast remain in use. */
  private void prepare(Template template, BackgroundKey.Strips key) {
    try {
      CachedBackground best = best(template, key.pixels().scale(), key.format());
      if (files.isPresent() && best.pixels().failures().isEmpty()) {
        files.get().keep(key.pixels(), onHeap(template, key));
        best.strips().ifPresent(store -> files.get().keep(key, store));
      }
    } catch (RuntimeException | OutOfMemoryError failed) {
      log.warn(
          "{}@{}x {}: strips stay as they are: {}",
          template.id(),
          key.pixels().scale().label(),
          key.format(),
          failed.getClass().getName());
    }
  }

  /** On the heap if they are there, or are used often enough; else as they are stored. */
  private PreparedBackground pixels(Template template, BackgroundKey.Strips key) {
    Optional<PreparedBackground> found = pixels.find(key.pixels());
    if (found.isPresent()) {
      return found.get();
    }
    Optional<PreparedBackground> stored = storedPixels(template, key.pixels());
    return stored.isPresent() && !key.pixels().whole() && !wasUsedLately(template, key.pixels())
        ? stored.get()
        : onHeap(template, key);
  }

  private Optional<PreparedBackground> storedPixels(Template template, BackgroundKey key) {
    return files
        .flatMap(stored -> stored.pixels(key))
        .map(file -> restored(template, key, file));
  }

  private PreparedBackground restored(Template template, BackgroundKey key, PixelFile file) {
    return file.isOneImage()
        ? renderer.restored(template, key.scale(), file.below(), Optional.empty())
        : renderer.restored(template, key.scale(), file.below(), Optional.of(file.complete()));
  }

  /** Notes a use; true if the heap would still have the pixels had it taken them the last time. */
  private boolean wasUsedLately(Template template, BackgroundKey key) {
    boolean lately = usedLately.get(key).isPresent();
    usedLately.put(key, maxBytes(template, key.scale()));
    return lately;
  }

  private static long maxBytes(Template template, Scale scale) {
    double area =
        template.size().width() * scale.factor() * template.size().height() * scale.factor();
    return (long) (MAX_BYTES_OF_PIXEL * area);
  }

  /** Loaded from their file, or else painted. */
  private PreparedBackground onHeap(Template template, BackgroundKey.Strips key) {
    return pixels.get(
        key.pixels(),
        maxBytes(template, key.pixels().scale()),
        () -> loaded(template, key.pixels()).orElseGet(() -> painted(template, key)));
  }

  private Optional<PreparedBackground> loaded(Template template, BackgroundKey key) {
    Optional<PixelFile> file = files.flatMap(stored -> stored.pixels(key));
    try {
      return file.map(
          found -> renderer.onHeap(restored(template, key, found), found.strips()));
    } catch (StoredPixelsException damaged) {
      files.ifPresent(stored -> stored.discard(key, String.valueOf(damaged.getMessage())));
      return Optional.empty();
    }
  }

  private PreparedBackground painted(Template template, BackgroundKey.Strips key) {
    return renderer.prepare(
        template,
        scenePlacer.example(template),
        key.pixels().scale(),
        !key.format().holdsAlpha());
  }

  /** Pixels that were loaded from a file lack the strips that no picture changes. */
  private PreparedBackground whole(Template template, BackgroundKey.Strips key) {
    PreparedBackground known = onHeap(template, key);
    if (known.isWhole()) {
      return known;
    }
    PreparedBackground whole = painted(template, key);
    pixels.put(key.pixels(), whole);
    return whole;
  }

  private Strips encoded(Template template, BackgroundKey.Strips key, Effort effort) {
    PreparedBackground whole = whole(template, key);
    try (PaintedStrips example = renderer.paint(whole, scenePlacer.example(template))) {
      Background background =
          new Background(
              whole.completeImage(),
              whole.changeable(),
              new Example(example.image(), example.strips()));
      Optional<StripStore> store =
          Encoders.of(key.format(), template.output()).prepare(background, effort).strips();
      boolean best = effort == Effort.BEST || key.format() != Format.PNG;
      return new Strips(store, best ? Effort.BEST : Effort.FAST, whole.failures());
    }
  }
}
