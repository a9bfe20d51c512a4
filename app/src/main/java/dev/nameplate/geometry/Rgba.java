package dev.nameplate.geometry;

import java.util.Locale;
import java.util.Optional;

/**
 * A color in sRGB with straight alpha.
 *
 * @param argb alpha, red, green and blue, eight bits each, alpha highest
 */
public record Rgba(int argb) {
  /** Opaque white. */
  public static final Rgba WHITE = new Rgba(0xffffffff);

  /** Opaque black. */
  public static final Rgba BLACK = new Rgba(0xff000000);

  /** Fully transparent black. */
  public static final Rgba TRANSPARENT = new Rgba(0);

  /**
   * Parses {@code #rgb}, {@code #rrggbb} or {@code #rrggbbaa} in upper or lower case, as CSS Color
   * 4 defines them.
   *
   * @return the color, opaque unless {@code aa} is given; empty for any other text
   */
  public static Optional<Rgba> parse(String text) {
    if (!text.matches("#(?:[0-9a-fA-F]{3}|[0-9a-fA-F]{6}|[0-9a-fA-F]{8})")) {
      return Optional.empty();
    }
    String digits = text.substring(1);
    if (digits.length() == 3) {
      digits = digits.replaceAll("(.)", "$1$1");
    }
    String alpha = digits.length() == 8 ? digits.substring(6) : "ff";
    return Optional.of(new Rgba(Integer.parseUnsignedInt(alpha + digits.substring(0, 6), 16)));
  }

  /** Alpha, 0 (transparent) to 255 (opaque). */
  public int alpha() {
    return argb >>> 24;
  }

  /** Red, 0 to 255, not multiplied by alpha. */
  public int red() {
    return argb >> 16 & 0xff;
  }

  /** Green, 0 to 255, not multiplied by alpha. */
  public int green() {
    return argb >> 8 & 0xff;
  }

  /** Blue, 0 to 255, not multiplied by alpha. */
  public int blue() {
    return argb & 0xff;
  }

  /** Whether alpha is 255. */
  public boolean isOpaque() {
    return alpha() == 255;
  }

  /**
   * The color in lower case: {@code #rrggbb} if it is opaque, else {@code #rrggbbaa} (CSS Color 4).
   */
  public String hex() {
    String rgb = String.format(Locale.ROOT, "#%06x", argb & 0xffffff);
    return isOpaque() ? rgb : rgb + String.format(Locale.ROOT, "%02x", alpha());
  }

  /**
   * The contrast ratio of two colors, 1 (equal) to 21 (black and white), as WCAG 2.2 defines it;
   * symmetric. Alpha is ignored.
   */
  public double contrastWith(Rgba other) {
    double mine = luminance();
    double theirs = other.luminance();
    return (Math.max(mine, theirs) + 0.05) / (Math.min(mine, theirs) + 0.05);
  }

  /** Relative luminance, 0 (black) to 1 (white), as WCAG 2.2 defines it. Alpha is ignored. */
  public double luminance() {
    return 0.2126 * linear(red()) + 0.7152 * linear(green()) + 0.0722 * linear(blue());
  }

  private static double linear(int channel) {
    double share = channel / 255.0;
    return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
  }
}
