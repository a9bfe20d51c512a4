package dev.nameplate.template.parse;

import dev.nameplate.geometry.Rgba;
import java.util.Set;

/** The two colours of a code that machines read. */
record CodeColors(Rgba dark, Rgba light) {
  static final Set<String> KEYS = Set.of("dark", "light");

  private static final double LEAST_CONTRAST = 4.5;

  /** Reads {@code dark} and {@code light}; colours that scanners may miss are a fault. */
  static CodeColors read(JsonObject object) {
    Rgba dark = object.color("dark", Rgba.BLACK);
    Rgba light = object.color("light", Rgba.WHITE);
    boolean scans =
        dark.isOpaque()
            && light.isOpaque()
            && dark.luminance() < light.luminance()
            && dark.contrastWith(light) >= LEAST_CONTRAST;
    if (!scans) {
      object
          .faults()
          .add(
              object.path("dark"),
              dark.hex() + " on " + light.hex(),
              "an opaque dark colour on a light one with a contrast of at least " + LEAST_CONTRAST);
    }
    return new CodeColors(dark, light);
  }
}
