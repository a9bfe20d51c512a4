package dev.nameplate.serve;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.nameplate.encode.Base;
import dev.nameplate.encode.Base.Example;
import dev.nameplate.encode.Effort;
import dev.nameplate.encode.Encoder;
import dev.nameplate.encode.Format;
import dev.nameplate.encode.GifEncoder;
import dev.nameplate.encode.JpegEncoder;
import dev.nameplate.encode.PngEncoder;
import dev.nameplate.encode.StripStore;
import dev.nameplate.encode.WebpEncoder;
import dev.nameplate.geometry.Scale;
import dev.nameplate.render.Painted;
import dev.nameplate.render.PreparedBase;
import dev.nameplate.render.Renderer;
import dev.nameplate.serve.KeptBases.BaseName;
import dev.nameplate.template.Template;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Bases and their packed strips, each made once for a template's version, scale and format, kept
 * within a byte budget.
 *
 * <p>The first who asks gets strips that were packed quickly; they are packed again as hard as time
 * allows in the background.
 */
public final class PreparedTemplates {
  private static final Logger log = LoggerFactory.getLogger(PreparedTemplates.class);

  private static final Duration PAUSE = Duration.ofMinutes(10);
  private static final int MOST_PAUSING = 1000;

  private final Renderer renderer;
  private final Placing placing;
  private final Executor background;
  private final Effort first;
  private final Encoder png = new PngEncoder();
  private final Encoder gif = new GifEncoder();
  private final Map<Integer, Encoder> jpegs = new ConcurrentHashMap<>();
  private final Map<Integer, Encoder> webps = new ConcurrentHashMap<>();
  private final KeptBases kept;

  /** What was packed again lately, so that one that finds no room to stay is not for each. */
  private final Cache<BaseName, Boolean> improved =
      Caffeine.newBuilder().expireAfterWrite(PAUSE).maximumSize(MOST_PAUSING).build();

  /**
   * @param background where strips that were packed quickly are packed again
   */
  public PreparedTemplates(
      Renderer renderer, Placing placing, Executor background, BaseSettings settings) {
    this.renderer = renderer;
    this.placing = placing;
    this.background = background;
    this.first = settings.quick() ? Effort.QUICK : Effort.BEST;
    this.kept = new KeptBases(settings.maxBytes());
  }

  Renderer renderer() {
    return renderer;
  }

  /** The encoder of a format with the template's quality. */
  Encoder encoder(Template template, Format format) {
    int quality = template.output().quality();
    return switch (format) {
      case PNG -> png;
      case GIF -> gif;
      case JPEG -> jpegs.computeIfAbsent(quality, JpegEncoder::new);
      case WEBP -> webps.computeIfAbsent(quality, WebpEncoder::new);
    };
  }

  /** The base of a template, at best effort or on the way there. */
  Prepared get(Template template, Scale scale, Format format) {
    BaseName key = BaseName.of(template, scale, format);
    Prepared found = kept.get(key, () -> packed(base(template, key), format, first(template)));
    if (!found.provisional() || improved.asMap().putIfAbsent(key, true) != null) {
      return found;
    }
    background.execute(() -> improve(template, key));
    return kept.find(key).orElse(found);
  }

  /** Quick strips might not keep a limit on bytes that packed ones do. */
  private Effort first(Template template) {
    return template.output().maxBytes().isPresent() ? Effort.BEST : first;
  }

  /** The base of a template at best effort, made on the caller's thread where it is not there. */
  Prepared best(Template template, Scale scale, Format format) {
    BaseName key = BaseName.of(template, scale, format);
    return kept.find(key)
        .filter(found -> !found.provisional())
        .orElseGet(
            () -> {
              Prepared best = packed(base(template, key), format, Effort.BEST);
              kept.keep(key, best);
              return best;
            });
  }

  /** Where that fails, what was packed quickly serves as well. */
  private void improve(Template template, BaseName key) {
    try {
      Prepared unused = best(template, key.scale(), key.format());
    } catch (RuntimeException | OutOfMemoryError failed) {
      log.warn("{}: strips stay as they are: {}", key.name(), failed.getClass().getName());
    }
  }

  /** On an opaque background the picture is the same in every format, and so is its base. */
  private PreparedBase base(Template template, BaseName key) {
    return Arrays.stream(Format.values())
        .filter(format -> format == key.format() || template.background().isOpaque())
        .flatMap(format -> kept.find(key.in(format)).stream())
        .findFirst()
        .map(Prepared::base)
        .orElseGet(
            () ->
                renderer.prepare(
                    template, placing.example(template), key.scale(), !key.format().holdsAlpha()));
  }

  private Prepared packed(PreparedBase base, Format format, Effort effort) {
    Template template = base.template();
    try (Painted painted = renderer.paint(base, placing.example(template))) {
      Example example = new Example(painted.image(), painted.strips());
      Base packed = new Base(base.complete(), base.changeable(), example);
      StripStore strips = encoder(template, format).prepare(packed, effort);
      boolean best = effort == Effort.BEST || format != Format.PNG;
      return new Prepared(base, strips, best ? Effort.BEST : Effort.QUICK);
    }
  }
}
