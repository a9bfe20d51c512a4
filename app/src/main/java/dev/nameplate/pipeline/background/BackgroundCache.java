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
import dev.nameplate.merge.value.MergedFields;
import dev.nameplate.pipeline.place.ScenePlacer;
import dev.nameplate.render.BackgroundPixels;
import dev.nameplate.render.PaintedStrips;
import dev.nameplate.render.PreparedBackground;
import dev.nameplate.render.Renderer;
import dev.nameplate.render.StoredPixelsException;
import dev.nameplate.template.Format;
import dev.nameplate.template.Template;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
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

  /** Strips are not compressed again within this time, even if they have been evicted. */
  private static final Duration PAUSE = Duration.ofMinutes(10);

  private static final int MAX_PAUSES = 10_000;

  /** A template's backgrounds by combinations of choices; others have the static layers alone. */
  private static final int MAX_COMBINATIONS = 16;

  private static final int MAX_TEMPLATES = 10_000;

  private final Renderer renderer;
  private final ScenePlacer scenePlacer;
  private final Executor later;
  private final Effort firstEffort;
  private final Optional<BackgroundFiles> files;
  private final LoadingLruCache<BackgroundKey, PreparedBackground> pixels;
  private final LoadingLruCache<BackgroundKey.Strips, Strips> strips;

  /**
   * Backgrounds that were used lately without being on the heap, with the bytes they would take.
   */
  private final WeightedLruCache<BackgroundKey, Long> usedLately;

  /** The combinations of each template version that have a background of their own. */
  private final Cache<String, Set<String>> combinations =
      Caffeine.newBuilder().maximumSize(MAX_TEMPLATES).build();

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
   * Paints a picture on the background of its combination of choices.
   *
   * @param fields the recipient's
   * @param least {@link Effort#FAST} for a background as it is cached, {@link Effort#BEST} for one
   *     compressed at best effort
   * @param layers all layers of the template, placed with these fields
   * @return the painted strips, which the caller has to close
   * @throws RuntimeException if the background cannot be painted or encoded
   */
  public PaintedPicture paint(
      Template template,
      MergedFields fields,
      Scale scale,
      Format format,
      Effort least,
      List<PlacedLayer> layers) {
    Combination combination = admitted(template, Combination.of(template, fields, layers));
    WantedBackground wanted = new WantedBackground(template, scale, format, combination);
    CachedBackground background = least == Effort.BEST ? best(wanted) : get(wanted);
    try {
      return painted(background, layers);
    } catch (StoredPixelsException damaged) {
      BackgroundKey key = wanted.key().pixels();
      files.ifPresent(stored -> stored.discard(key, String.valueOf(damaged.getMessage())));
      prepared.invalidate(wanted.key());
      return painted(
          new CachedBackground(onHeap(wanted), background.strips(), background.effort()), layers);
    }
  }

  private Combination admitted(Template template, Combination combination) {
    if (combination.key().isEmpty()) {
      return combination;
    }
    Set<String> known =
        combinations.get(
            template.id() + ' ' + template.digest(), version -> ConcurrentHashMap.newKeySet());
    boolean admitted =
        known.contains(combination.key())
            || (known.size() < MAX_COMBINATIONS && known.add(combination.key()));
    return admitted ? combination : Combination.none(template);
  }

  private PaintedPicture painted(CachedBackground background, List<PlacedLayer> layers) {
    return new PaintedPicture(background, renderer.paint(background.pixels(), layers));
  }

  /**
   * Paints a frame of an animation on a background whose pixels are on the heap; the caller has to
   * close it.
   */
  public PaintedStrips paint(CachedBackground background, List<PlacedLayer> layers) {
    return renderer.paint(background.pixels(), layers);
  }

  /**
   * Returns the background of a template's static layers, made on the calling thread unless it is
   * cached or stored. Strips that were compressed fast are scheduled to be compressed again.
   *
   * @return shared with other callers, must not be changed
   * @throws RuntimeException if it cannot be painted or encoded
   */
  public CachedBackground get(Template template, Scale scale, Format format) {
    return get(WantedBackground.plain(template, scale, format));
  }

  private CachedBackground get(WantedBackground wanted) {
    BackgroundKey.Strips key = wanted.key();
    Effort first = firstEffort(wanted.template());
    CachedBackground found = cached(wanted, first);
    if (isPrepared(key, found) || prepared.asMap().putIfAbsent(key, true) != null) {
      return found;
    }
    try {
      later.execute(() -> prepare(wanted));
    } catch (RejectedExecutionException full) {
      prepared.invalidate(key);
    }
    return cached(wanted, first);
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
  private CachedBackground cached(WantedBackground wanted, Effort effort) {
    PreparedBackground background = pixels(wanted);
    BackgroundKey.Strips key = wanted.key();
    Strips found = strips.get(key, 0, () -> stored(key).orElseGet(() -> encoded(wanted, effort)));
    return joined(background, found.match(background) ? found : renewed(wanted, effort));
  }

  private Optional<Strips> stored(BackgroundKey.Strips key) {
    return files
        .flatMap(stored -> stored.strips(key))
        .map(store -> new Strips(Optional.of(store), Effort.BEST, List.of()));
  }

  private static CachedBackground joined(PreparedBackground background, Strips strips) {
    return new CachedBackground(background, strips.store(), strips.effort());
  }

  private Strips renewed(WantedBackground wanted, Effort effort) {
    Strips fresh = encoded(wanted, effort);
    strips.put(wanted.key(), fresh);
    return fresh;
  }

  /**
   * Returns the background of a template's static layers compressed at best effort, made and stored
   * on the calling thread unless it is cached or stored.
   *
   * @return shared with other callers, must not be changed
   * @throws RuntimeException if it cannot be painted or encoded
   */
  public CachedBackground best(Template template, Scale scale, Format format) {
    return best(WantedBackground.plain(template, scale, format));
  }

  private CachedBackground best(WantedBackground wanted) {
    CachedBackground best = compressedBest(wanted);
    if (best.pixels().failures().isEmpty()
        && prepared.asMap().putIfAbsent(wanted.key(), true) == null) {
      keep(wanted, best);
    }
    return best;
  }

  private CachedBackground compressedBest(WantedBackground wanted) {
    CachedBackground found = cached(wanted, Effort.BEST);
    return found.effort() == Effort.BEST
        ? found
        : joined(found.pixels(), renewed(wanted, Effort.BEST));
  }

  /** If that fails, the strips that were compressed fast remain in use. */
  private void prepare(WantedBackground wanted) {
    try {
      keep(wanted, compressedBest(wanted));
    } catch (RuntimeException | OutOfMemoryError failed) {
      log.warn("{}: strips stay as they are: {}", wanted.label(), failed.getClass().getName());
    }
  }

  /**
   * Stores a background, unless it lacks a layer. Pixels that take no bytes of the heap are stored
   * already. A background that cannot be stored can be used all the same.
   */
  private void keep(WantedBackground wanted, CachedBackground best) {
    if (files.isEmpty() || !best.pixels().failures().isEmpty()) {
      return;
    }
    try {
      if (best.pixels().bytes() > 0) {
        files.get().keep(wanted.key().pixels(), best.pixels());
      }
      best.strips().ifPresent(store -> files.get().keep(wanted.key(), store));
    } catch (RuntimeException | OutOfMemoryError failed) {
      log.warn("{}: it is not stored: {}", wanted.label(), failed.getClass().getName());
    }
  }

  /** On the heap if they are there, or are used often enough; else as they are stored. */
  private PreparedBackground pixels(WantedBackground wanted) {
    BackgroundKey key = wanted.key().pixels();
    Optional<PreparedBackground> found = pixels.find(key);
    if (found.isPresent()) {
      return found.get();
    }
    Optional<PreparedBackground> stored =
        files.flatMap(all -> all.pixels(key)).map(file -> restored(wanted, file));
    return stored.isPresent() && !key.whole() && !wasUsedLately(wanted)
        ? stored.get()
        : onHeap(wanted);
  }

  private static PreparedBackground restored(WantedBackground wanted, PixelFile file) {
    BackgroundPixels below = file.below();
    return new PreparedBackground(
        wanted.template(),
        wanted.scale(),
        below,
        file.isOneImage() ? below : file.complete(),
        wanted.combination().layers(),
        List.of());
  }

  /** Notes a use; true if the heap would still have the pixels had it taken them the last time. */
  private boolean wasUsedLately(WantedBackground wanted) {
    BackgroundKey key = wanted.key().pixels();
    boolean lately = usedLately.get(key).isPresent();
    usedLately.put(key, wanted.maxPixelBytes());
    return lately;
  }

  /** Loaded from their file, or else painted. */
  private PreparedBackground onHeap(WantedBackground wanted) {
    return pixels.get(
        wanted.key().pixels(),
        wanted.maxPixelBytes(),
        () -> loaded(wanted).orElseGet(() -> painted(wanted)));
  }

  private Optional<PreparedBackground> loaded(WantedBackground wanted) {
    BackgroundKey key = wanted.key().pixels();
    Optional<PixelFile> file = files.flatMap(stored -> stored.pixels(key));
    try {
      return file.map(found -> renderer.onHeap(restored(wanted, found), found.strips()));
    } catch (StoredPixelsException damaged) {
      files.ifPresent(stored -> stored.discard(key, String.valueOf(damaged.getMessage())));
      return Optional.empty();
    }
  }

  private PreparedBackground painted(WantedBackground wanted) {
    return renderer.prepare(
        wanted.template(),
        example(wanted),
        wanted.combination().layers(),
        wanted.scale(),
        !wanted.format().holdsAlpha());
  }

  private List<PlacedLayer> example(WantedBackground wanted) {
    return wanted.combination().in(scenePlacer.example(wanted.template()));
  }

  /** Pixels that were loaded from a file lack the strips that no picture changes. */
  private PreparedBackground whole(WantedBackground wanted) {
    PreparedBackground known = onHeap(wanted);
    if (known.isWhole()) {
      return known;
    }
    PreparedBackground whole = painted(wanted);
    pixels.put(wanted.key().pixels(), whole);
    return whole;
  }

  private Strips encoded(WantedBackground wanted, Effort effort) {
    PreparedBackground whole = whole(wanted);
    try (PaintedStrips example = renderer.paint(whole, example(wanted))) {
      Background background =
          new Background(
              whole.completeImage(),
              whole.changeable(),
              new Example(example.image(), example.strips()));
      Optional<StripStore> store =
          Encoders.of(wanted.format(), wanted.template().output())
              .prepare(background, effort)
              .strips();
      boolean best = effort == Effort.BEST || wanted.format() != Format.PNG;
      return new Strips(store, best ? Effort.BEST : Effort.FAST, whole.failures());
    }
  }
}
