package dev.nameplate.bench;

import dev.nameplate.geometry.Scale;
import dev.nameplate.merge.MergedFields;
import dev.nameplate.merge.RawQuery;
import dev.nameplate.pipeline.Drawing;
import dev.nameplate.pipeline.DrawnPicture;
import dev.nameplate.scene.Moment;
import dev.nameplate.template.Format;
import dev.nameplate.template.Template;

/**
 * Whole pictures of one template in one format, from the query to the bytes, without cache or HTTP.
 */
final class Pictures {
  private final Drawing drawing;
  private final Template template;
  private final Format format;

  Pictures(Drawing drawing, Template template, Format format) {
    this.drawing = drawing;
    this.template = template;
    this.format = format;
  }

  /**
   * Draws one picture.
   *
   * @return its length in bytes
   */
  int draw(String query) {
    MergedFields fields = drawing.merge(template, new RawQuery(query));
    if (drawing.key(template, fields, Scale.ONE, format, Moment.NONE).etag().isEmpty()) {
      throw new IllegalStateException("a picture without an identity");
    }
    DrawnPicture picture = drawing.picture(template, fields, Scale.ONE, format, Moment.NONE);
    if (!picture.failures().isEmpty()) {
      throw new IllegalStateException("layers failed: " + picture.failures());
    }
    return picture.file().length();
  }

  /** Whether every value of a query is drawn as it was given. */
  boolean takes(String query) {
    return drawing.merge(template, new RawQuery(query)).byName().values().stream()
        .allMatch(field -> field.reason().isEmpty());
  }
}
