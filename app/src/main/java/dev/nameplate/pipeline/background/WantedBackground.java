package dev.nameplate.pipeline.background;

import dev.nameplate.geometry.Scale;
import dev.nameplate.template.Format;
import dev.nameplate.template.Template;

/** A background that is asked for. */
record WantedBackground(Template template, Scale scale, Format format, Combination combination) {
  /** Two images of four bytes a pixel, if static layers lie above dynamic ones. */
  private static final int MAX_BYTES_OF_PIXEL = 8;

  /** The background of the static layers alone. */
  static WantedBackground plain(Template template, Scale scale, Format format) {
    return new WantedBackground(template, scale, format, Combination.none(template));
  }

  BackgroundKey.Strips key() {
    return new BackgroundKey.Strips(
        BackgroundKey.of(template, combination.key(), scale, format), format);
  }

  /** What a log calls it: {@code welcome@2x PNG}. */
  String label() {
    return template.id() + "@" + scale.label() + "x " + format;
  }

  /** The most bytes that its pixels take on the heap. */
  long maxPixelBytes() {
    double factor = scale.factor();
    double width = template.size().width() * factor;
    return (long) (MAX_BYTES_OF_PIXEL * width * template.size().height() * factor);
  }
}
