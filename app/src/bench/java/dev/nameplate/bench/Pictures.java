package dev.nameplate.bench;

import dev.nameplate.geometry.Scale;
import dev.nameplate.merge.query.RawQuery;
import dev.nameplate.merge.value.MergedFields;
import dev.nameplate.pipeline.PictureRenderer;
import dev.nameplate.pipeline.RenderResult;
import dev.nameplate.scene.ClockState;
import dev.nameplate.template.Format;
import dev.nameplate.template.Template;

/**
 * Whole pictures of one template in one format, from the query to the bytes, without cache or HTTP.
 */
final class Pictures {
  private final PictureRenderer pictureRenderer;
  private final Template template;
  private final Format format;

  Pictures(PictureRenderer pictureRenderer, Template template, Format format) {
    this.pictureRenderer = pictureRenderer;
    this.template = template;
    this.format = format;
  }

  /**
   * Draws one picture.
   *
   * @return its length in bytes
   */
  int draw(String query) {
    MergedFields fields = pictureRenderer.merge(template, new RawQuery(query));
    if (pictureRenderer
        .key(template, fields, Scale.ONE, format, ClockState.NONE)
        .etag()
        .isEmpty()) {
      throw new IllegalStateException("a picture without an identity");
    }
    RenderResult picture =
        pictureRenderer.picture(template, fields, Scale.ONE, format, ClockState.NONE);
    if (!picture.failures().isEmpty()) {
      throw new IllegalStateException("layers failed: " + picture.failures());
    }
    return picture.file().length();
  }

  /** Whether every value of a query is drawn as it was given. */
  boolean takes(String query) {
    return pictureRenderer.merge(template, new RawQuery(query)).byName().values().stream()
        .allMatch(field -> field.reason().isEmpty());
  }
}
