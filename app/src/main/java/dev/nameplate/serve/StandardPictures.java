package dev.nameplate.serve;

import dev.nameplate.encode.EncodedPicture;
import dev.nameplate.encode.formats.Encoders;
import dev.nameplate.geometry.Scale;
import dev.nameplate.merge.query.RawQuery;
import dev.nameplate.pipeline.PictureRenderer;
import dev.nameplate.pipeline.RenderResult;
import dev.nameplate.scene.ClockState;
import dev.nameplate.template.Format;
import dev.nameplate.template.Template;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The fallback picture of every template, drawn ahead of requests without data and pinned in
 * memory. It shows no time, since that would be out of date when it is served.
 */
final class StandardPictures {
  private static final Logger log = LoggerFactory.getLogger(StandardPictures.class);

  private final PictureRenderer pictureRenderer;
  private final Map<Key, RenderResult> pinned = new ConcurrentHashMap<>();

  StandardPictures(PictureRenderer pictureRenderer) {
    this.pictureRenderer = pictureRenderer;
  }

  /**
   * Draws each fallback picture that is missing or provisional, the 1x PNG of every template first,
   * and drops those of template versions that are not in the list.
   */
  void warm(List<Template> templates) {
    templates.forEach(template -> pin(template, Scale.ONE, Format.PNG));
    for (Template template : templates) {
      pin(template, Scale.TWO, Format.PNG);
      pin(template, Scale.ONE, Format.JPEG);
      pin(template, Scale.TWO, Format.JPEG);
      optionalFormats(template).forEach(format -> pin(template, Scale.ONE, format));
    }
    List<String> digests = templates.stream().map(Template::digest).toList();
    pinned.keySet().removeIf(key -> !digests.contains(key.digest()));
  }

  /** Formats that only some templates offer. Only their 1x picture is pinned. */
  private static Stream<Format> optionalFormats(Template template) {
    return template.output().formats().stream()
        .filter(format -> format != Format.PNG && format != Format.JPEG)
        .filter(Encoders::isAvailable);
  }

  /** Returns whether the 1x PNG of this version of the template is there. */
  boolean isReady(Template template) {
    return pinned.containsKey(Key.of(template, Scale.ONE, Format.PNG));
  }

  /**
   * Returns the fallback picture in a format, at the requested scale, else at 2x, else at 1x; empty
   * where there is none.
   */
  Optional<EncodedPicture> find(Template template, Scale scale, Format format) {
    return Optional.ofNullable(pinned.get(Key.of(template, scale, format)))
        .or(() -> Optional.ofNullable(pinned.get(Key.of(template, Scale.TWO, format))))
        .or(() -> Optional.ofNullable(pinned.get(Key.of(template, Scale.ONE, format))))
        .map(RenderResult::file);
  }

  private void pin(Template template, Scale scale, Format format) {
    Key key = Key.of(template, scale, format);
    RenderResult before = pinned.get(key);
    if (before != null && !before.file().isProvisional()) {
      return;
    }
    try {
      RenderResult picture =
          pictureRenderer.picture(
              template,
              pictureRenderer.merge(template, RawQuery.NONE),
              scale,
              format,
              ClockState.NONE);
      pinned.put(key, picture.inOnePiece());
    } catch (RuntimeException failed) {
      log.error("{} cannot be drawn without data", template.id(), failed);
    }
  }

  private record Key(String id, String digest, Scale scale, Format format) {
    static Key of(Template template, Scale scale, Format format) {
      return new Key(template.id(), template.digest(), scale, format);
    }
  }
}
