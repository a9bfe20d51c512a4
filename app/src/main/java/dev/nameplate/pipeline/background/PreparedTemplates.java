package dev.nameplate.pipeline.background;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.nameplate.encode.Background;
import dev.nameplate.encode.Background.Example;
import dev.nameplate.encode.Effort;
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
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Bases and their packed strips, each made once for a template's version, scale and format, kept
 * within a byte budget. Pixels, which are large and soon painted again, and strips, which are small
 * and long to pack, have each a part of it, so that strips outlast their pixels. Made-up addresses
 * cannot flood it: only a template's own scales and formats have bases.
 *
 * <p>The first who asks gets strips that were packed quickly; they are packed again as hard as time
 * allows in the background.
 */
public final class PreparedTemplates {
  private static final Logger log = LoggerFactory.getLogger(PreparedTemplates.class);

  /** The part of the budget that is for strips. */
  private static final int PART_FOR_STRIPS = 4;

  /** Of a base: what lies below the data and, where something lies above it, both together. */
  private static final int MOST_BYTES_OF_A_PIXEL = 8;

  private static final Duration PAUSE = Duration.ofMinutes(10);
  private static final int MOST_PAUSING = 1000;

  private final Renderer renderer;
  private final ScenePlacer scenePlacer;
  private final Executor background;
  private final Effort first;
  private final LoadingLruCache<BaseName, PreparedBackground> bases;
  private final LoadingLruCache<StripsName, EncodedStrips> strips;

  /** What was packed again lately, so that one that finds no room to stay is not for each. */
  private final Cache<StripsName, Boolean> improved =
      Caffeine.newBuilder().expireAfterWrite(PAUSE).maximumSize(MOST_PAUSING).build();

  /**
   * @param background where strips that were packed quickly are packed again
   */
  public PreparedTemplates(
      Renderer renderer,
      ScenePlacer scenePlacer,
      Executor background,
      BackgroundSettings settings) {
    this.renderer = renderer;
    this.scenePlacer = scenePlacer;
    this.background = background;
    this.first = settings.quick() ? Effort.QUICK : Effort.BEST;
    long forStrips = settings.maxBytes() / PART_FOR_STRIPS;
    this.bases = new LoadingLruCache<>(settings.maxBytes() - forStrips, PreparedBackground::bytes);
    this.strips = new LoadingLruCache<>(forStrips, packed -> packed.store().weight());
  }

  public Renderer renderer() {
    return renderer;
  }

  /** What a base is painted for. */
  private record BaseName(String id, String digest, Scale scale, boolean flat) {
    /** On an opaque background the picture is the same in every format, and so is its base. */
    static BaseName of(Template template, Scale scale, Format format) {
      boolean flat = template.background().isOpaque() || !format.holdsAlpha();
      return new BaseName(template.id(), template.digest(), scale, flat);
    }
  }

  /** What strips are packed for. */
  private record StripsName(BaseName base, Format format) {
    static StripsName of(Template template, Scale scale, Format format) {
      return new StripsName(BaseName.of(template, scale, format), format);
    }
  }

  /** The base of a template, at best effort or on the way there. */
  public PreparedTemplate get(Template template, Scale scale, Format format) {
    StripsName name = StripsName.of(template, scale, format);
    PreparedTemplate found = prepared(template, name, first(template));
    if (!found.provisional() || improved.asMap().putIfAbsent(name, true) != null) {
      return found;
    }
    try {
      background.execute(() -> improve(template, name));
    } catch (RejectedExecutionException full) {
      improved.invalidate(name);
    }
    return prepared(template, name, first(template));
  }

  /** Quick strips might not keep a limit on bytes that packed ones do. */
  private Effort first(Template template) {
    return template.output().maxBytes().isPresent() ? Effort.BEST : first;
  }

  /**
   * At an effort where there are none. Strips are only taken for a base that shows what theirs
   * showed: one that was painted anew may lack a layer, or have it again.
   */
  private PreparedTemplate prepared(Template template, StripsName name, Effort effort) {
    PreparedBackground base = base(template, name);
    EncodedStrips packed = strips.get(name, 0, () -> packed(base, name.format(), effort));
    return new PreparedTemplate(base, packed.isOf(base) ? packed : renewed(base, name, effort));
  }

  private EncodedStrips renewed(PreparedBackground base, StripsName name, Effort effort) {
    EncodedStrips fresh = packed(base, name.format(), effort);
    strips.keep(name, fresh);
    return fresh;
  }

  /** The base of a template at best effort, made on the caller's thread where it is not there. */
  public PreparedTemplate best(Template template, Scale scale, Format format) {
    StripsName name = StripsName.of(template, scale, format);
    PreparedTemplate found = prepared(template, name, Effort.BEST);
    return found.provisional()
        ? new PreparedTemplate(found.base(), renewed(found.base(), name, Effort.BEST))
        : found;
  }

  /** Where that fails, what was packed quickly serves as well. */
  private void improve(Template template, StripsName name) {
    try {
      PreparedTemplate unused = best(template, name.base().scale(), name.format());
    } catch (RuntimeException | OutOfMemoryError failed) {
      log.warn(
          "{}@{}x {}: strips stay as they are: {}",
          template.id(),
          name.base().scale().label(),
          name.format(),
          failed.getClass().getName());
    }
  }

  private PreparedBackground base(Template template, StripsName name) {
    Scale scale = name.base().scale();
    double pixels =
        template.size().width() * scale.factor() * template.size().height() * scale.factor();
    return bases.get(
        name.base(),
        (long) (MOST_BYTES_OF_A_PIXEL * pixels),
        () ->
            renderer.prepare(
                template, scenePlacer.example(template), scale, !name.format().holdsAlpha()));
  }

  private EncodedStrips packed(PreparedBackground base, Format format, Effort effort) {
    Template template = base.template();
    try (PaintedStrips paintedStrips = renderer.paint(base, scenePlacer.example(template))) {
      Example example = new Example(paintedStrips.image(), paintedStrips.strips());
      Background ready = new Background(base.complete(), base.changeable(), example);
      StripStore store = Encoders.of(format, template.output()).prepare(ready, effort).strips();
      boolean best = effort == Effort.BEST || format != Format.PNG;
      return new EncodedStrips(store, best ? Effort.BEST : Effort.QUICK, base.failures());
    }
  }
}
