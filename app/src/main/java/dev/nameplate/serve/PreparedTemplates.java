package dev.nameplate.serve;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.nameplate.encode.Effort;
import dev.nameplate.encode.Encoder;
import dev.nameplate.encode.Format;
import dev.nameplate.encode.JpegEncoder;
import dev.nameplate.encode.PngEncoder;
import dev.nameplate.geometry.Scale;
import dev.nameplate.layout.PlacedLayer;
import dev.nameplate.render.PreparedBase;
import dev.nameplate.render.Renderer;
import dev.nameplate.template.Template;
import java.util.List;

/**
 * Bases and their packed strips, each made once for a template's version, scale and format, kept
 * within a byte budget.
 */
public final class PreparedTemplates {
  private final Renderer renderer;
  private final Encoder png = new PngEncoder();
  private final Cache<Key, Prepared> kept;

  /**
   * @param maxBytes what bases may take together; at least one is in use all the same
   */
  public PreparedTemplates(Renderer renderer, long maxBytes) {
    this.renderer = renderer;
    this.kept =
        Caffeine.newBuilder()
            .maximumWeight(maxBytes)
            .weigher(
                (Key key, Prepared value) ->
                    (int)
                        Math.min(Integer.MAX_VALUE, value.base().bytes() + value.strips().bytes()))
            .build();
  }

  Renderer renderer() {
    return renderer;
  }

  /** The encoder of a format with the template's quality. */
  Encoder encoder(Template template, Format format) {
    return format == Format.PNG ? png : new JpegEncoder(template.output().quality());
  }

  /**
   * The base of a template.
   *
   * @param layers placed with any values; only static ones are looked at
   */
  Prepared get(Template template, List<PlacedLayer> layers, Scale scale, Format format) {
    Key key = new Key(template.id(), template.digest(), scale, format);
    return kept.get(key, absent -> prepare(template, layers, scale, format));
  }

  private Prepared prepare(
      Template template, List<PlacedLayer> layers, Scale scale, Format format) {
    PreparedBase base = renderer.prepare(template, layers, scale, format == Format.JPEG);
    Encoder encoder = encoder(template, format);
    return new Prepared(base, encoder.prepare(base.complete(), Effort.BEST));
  }

  private record Key(String id, String digest, Scale scale, Format format) {}
}
