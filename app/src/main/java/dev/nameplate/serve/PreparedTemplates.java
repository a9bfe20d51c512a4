package dev.nameplate.serve;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.nameplate.encode.Base;
import dev.nameplate.encode.Effort;
import dev.nameplate.encode.Encoder;
import dev.nameplate.encode.Format;
import dev.nameplate.encode.GifEncoder;
import dev.nameplate.encode.JpegEncoder;
import dev.nameplate.encode.PngEncoder;
import dev.nameplate.encode.StripStore;
import dev.nameplate.encode.WebpEncoder;
import dev.nameplate.geometry.Scale;
import dev.nameplate.layout.PlacedLayer;
import dev.nameplate.render.Painted;
import dev.nameplate.render.PreparedBase;
import dev.nameplate.render.Renderer;
import dev.nameplate.template.Template;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;

/**
 * Bases and their packed strips, each made once for a template's version, scale and format, kept
 * within a byte budget.
 *
 * <p>The first who asks gets strips that were packed quickly; they are packed again as hard as time
 * allows in the background.
 */
public final class PreparedTemplates {
  private final Renderer renderer;
  private final Placing placing;
  private final Executor background;
  private final Effort first;
  private final Encoder png = new PngEncoder();
  private final Encoder gif = new GifEncoder();
  private final Map<Integer, Encoder> jpegs = new ConcurrentHashMap<>();
  private final Map<Integer, Encoder> webps = new ConcurrentHashMap<>();
  private final Cache<Key, Prepared> kept;
  private final Set<Key> improving = ConcurrentHashMap.newKeySet();

  /**
   * @param background where strips that were packed quickly are packed again
   */
  public PreparedTemplates(
      Renderer renderer, Placing placing, Executor background, BaseSettings settings) {
    this.renderer = renderer;
    this.placing = placing;
    this.background = background;
    this.first = settings.quick() ? Effort.QUICK : Effort.BEST;
    this.kept =
        Caffeine.newBuilder()
            .maximumWeight(settings.maxBytes())
            .weigher((Key key, Prepared value) -> (int) Math.min(Integer.MAX_VALUE, value.weight()))
            .build();
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
    Key key = new Key(template.id(), template.digest(), scale, format);
    Prepared found = kept.get(key, absent -> prepare(template, scale, format, first(template)));
    if (!found.provisional() || !improving.add(key)) {
      return found;
    }
    background.execute(() -> improve(template, key));
    Prepared now = kept.getIfPresent(key);
    return now == null ? found : now;
  }

  /** Quick strips might not keep a limit on bytes that packed ones do. */
  private Effort first(Template template) {
    return template.output().maxBytes().isPresent() ? Effort.BEST : first;
  }

  /** The base of a template at best effort, made on the caller's thread where it is not there. */
  Prepared best(Template template, Scale scale, Format format) {
    Key key = new Key(template.id(), template.digest(), scale, format);
    Prepared found = kept.getIfPresent(key);
    if (found != null && !found.provisional()) {
      return found;
    }
    Prepared best = prepare(template, scale, format, Effort.BEST);
    kept.put(key, best);
    return best;
  }

  private void improve(Template template, Key key) {
    try {
      Prepared unused = best(template, key.scale(), key.format());
    } finally {
      improving.remove(key);
    }
  }

  private Prepared prepare(Template template, Scale scale, Format format, Effort effort) {
    List<PlacedLayer> example = placing.example(template);
    PreparedBase base = renderer.prepare(template, example, scale, !format.holdsAlpha());
    try (Painted painted = renderer.paint(base, example)) {
      BufferedImage complete = base.complete();
      Base packed = new Base(complete, base.changeable(), painted.over(complete));
      StripStore strips = encoder(template, format).prepare(packed, effort);
      boolean best = effort == Effort.BEST || format != Format.PNG;
      return new Prepared(base, strips, best ? Effort.BEST : Effort.QUICK);
    }
  }

  private record Key(String id, String digest, Scale scale, Format format) {}
}
