package dev.nameplate.serve;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.nameplate.encode.EncodedPicture;
import dev.nameplate.geometry.Scale;
import dev.nameplate.merge.query.RawQuery;
import dev.nameplate.pipeline.PictureRenderer;
import dev.nameplate.pipeline.RenderResult;
import dev.nameplate.scene.ClockState;
import dev.nameplate.template.Format;
import dev.nameplate.template.Template;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The standard pictures of templates: drawn without data when a template is first used, and cached
 * within a number of bytes. They show no time, since that would be out of date when they are
 * served. Safe for many threads.
 */
final class StandardPictures {
  private static final Logger log = LoggerFactory.getLogger(StandardPictures.class);

  /** Estimated bytes of an entry besides its picture. */
  private static final int OVERHEAD = 256;

  /** How long a picture that was drawn or failed is not drawn again for its absence. */
  private static final Duration PAUSE = Duration.ofMinutes(10);

  private static final int MAX_TRIED = 10_000;

  private final PictureRenderer pictureRenderer;
  private final RenderExecutor executor;
  private final Cache<Key, EncodedPicture> pictures;

  /**
   * Pictures that were asked for lately; one that fails or finds no space is not drawn each time.
   */
  private final Cache<Key, Boolean> tried =
      Caffeine.newBuilder().expireAfterWrite(PAUSE).maximumSize(MAX_TRIED).build();

  /**
   * @param executor draws in its background lane
   * @param maxBytes capacity in bytes
   */
  StandardPictures(PictureRenderer pictureRenderer, RenderExecutor executor, long maxBytes) {
    this.pictureRenderer = pictureRenderer;
    this.executor = executor;
    this.pictures =
        Caffeine.newBuilder()
            .maximumWeight(maxBytes)
            .weigher((Key key, EncodedPicture picture) -> picture.length() + OVERHEAD)
            .build();
  }

  /** Draws a standard picture in the background unless it is cached or was tried lately. */
  void want(Template template, Scale scale, Format format) {
    Key key = Key.of(template, scale, format);
    if (pictures.getIfPresent(key) == null && tried.asMap().putIfAbsent(key, true) == null) {
      var unused =
          executor
              .background(() -> drawn(template, key))
              .exceptionally(
                  full -> {
                    tried.invalidate(key);
                    return false;
                  });
    }
  }

  /** Draws the 1x PNG of a template on the calling thread unless it is cached and final. */
  void warm(Template template) {
    Key key = Key.of(template, Scale.ONE, Format.PNG);
    if (find(key).filter(picture -> !picture.isProvisional()).isEmpty()) {
      boolean unused = drawn(template, key);
    }
  }

  /**
   * Returns the standard picture in a format, at the requested scale, else at 2x, else at 1x; empty
   * where none is cached.
   */
  Optional<EncodedPicture> find(Template template, Scale scale, Format format) {
    return find(Key.of(template, scale, format))
        .or(() -> find(Key.of(template, Scale.TWO, format)))
        .or(() -> find(Key.of(template, Scale.ONE, format)));
  }

  private Optional<EncodedPicture> find(Key key) {
    return Optional.ofNullable(pictures.getIfPresent(key));
  }

  private boolean drawn(Template template, Key key) {
    try {
      RenderResult picture =
          pictureRenderer.picture(
              template,
              pictureRenderer.merge(template, RawQuery.NONE),
              key.scale(),
              key.format(),
              ClockState.NONE);
      pictures.put(key, picture.file().inOnePiece());
      return true;
    } catch (RuntimeException failed) {
      log.error("{} cannot be drawn without data", template.id(), failed);
      return false;
    }
  }

  /** A version's picture is kept apart, since the one of the edited template may lack a layer. */
  private record Key(String id, String digest, boolean published, Scale scale, Format format) {
    static Key of(Template template, Scale scale, Format format) {
      return new Key(
          template.id(), template.digest(), template.version().isPresent(), scale, format);
    }
  }
}
