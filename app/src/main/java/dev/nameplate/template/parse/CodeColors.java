package dev.nameplate.template.parse;

import dev.nameplate.geometry.Rgba;
import java.util.Set;

/** The two colors of a QR code or barcode. */
record CodeColors(Rgba dark, Rgba light) {
  static final Set<String> KEYS = Set.of("dark", "light");

  private static final double MIN_CONTRAST = 4.5;

  /**
   * Reads {@code dark} and {@code light}, black and white by default. Colors with a contrast (WCAG
   * 2) below 4.5, transparent colors and a light code on a dark background are faults.
   */
  static CodeColors read(JsonObject object) {
    Rgba dark = object.color("dark", Rgba.BLACK);
    Rgba light = object.color("light", Rgba.WHITE);
    boolean scans =
        dark.isOpaque()
            && light.isOpaque()
            && dark.luminance() < light.luminance()
            && dark.contrastWith(light) >= MIN_CONTRAST;
    if (!scans) {
      object
          .faults()
          .add(
              object.path("dark"),
              dark.hex() + " on " + light.hex(),
              "an opaque dark colour on a light one with a contrast of at least " + MIN_CONTRAST);
    }
    return new CodeColors(dark, light);
  }
}
