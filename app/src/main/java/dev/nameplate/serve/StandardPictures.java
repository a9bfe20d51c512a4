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
 * Every template drawn without data, made ahead and kept: the last rung of the ladder, which costs
 * nothing to serve. It shows no time, since that would have passed.
 */
final class StandardPictures {
  private static final Logger log = LoggerFactory.getLogger(StandardPictures.class);

  private final PictureRenderer pictureRenderer;
  private final Map<Key, RenderResult> pinned = new ConcurrentHashMap<>();

  StandardPictures(PictureRenderer pictureRenderer) {
    this.pictureRenderer = pictureRenderer;
  }

  /**
   * Draws what is not there yet or only provisionally, the 1x PNG of every template first, and lets
   * go of old versions.
   */
  void warm(List<Template> templates) {
    templates.forEach(template -> pin(template, Scale.ONE, Format.PNG));
    for (Template template : templates) {
      pin(template, Scale.TWO, Format.PNG);
      pin(template, Scale.ONE, Format.JPEG);
      pin(template, Scale.TWO, Format.JPEG);
      rarer(template).forEach(format -> pin(template, Scale.ONE, format));
    }
    List<String> digests = templates.stream().map(Template::digest).toList();
    pinned.keySet().removeIf(key -> !digests.contains(key.digest()));
  }

  /** Formats that only some templates offer; one scale is enough to fall back on. */
  private static Stream<Format> rarer(Template template) {
    return template.output().formats().stream()
        .filter(format -> format != Format.PNG && format != Format.JPEG)
        .filter(Encoders::isAvailable);
  }

  boolean isReady(Template template) {
    return pinned.containsKey(Key.of(template, Scale.ONE, Format.PNG));
  }

  /** The picture in this format, at this scale or at another. */
  Optional<EncodedPicture> find(Template template, Scale scale, Format format) {
    return Optional.ofNullable(pinned.get(Key.of(template, scale, format)))
        .or(() -> Optional.ofNullable(pinned.get(Key.of(template, Scale.TWO, format))))
        .or(() -> Optional.ofNullable(pinned.get(Key.of(template, Scale.ONE, format))))
        .map(RenderResult::file);
  }

  private void pin(Template template, Scale scale, Format format) {
    Key key = Key.of(template, scale, format);
    RenderResult before = pinned.get(key);
    if (before != null && !before.provisional()) {
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
