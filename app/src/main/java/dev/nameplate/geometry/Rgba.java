package dev.nameplate.geometry;

import java.util.Locale;
import java.util.Optional;

/**
 * A colour in sRGB with straight alpha.
 *
 * @param argb alpha, red, green and blue, eight bits each, alpha highest
 */
public record Rgba(int argb) {
  public static final Rgba WHITE = new Rgba(0xffffffff);
  public static final Rgba BLACK = new Rgba(0xff000000);
  public static final Rgba TRANSPARENT = new Rgba(0);

  /** Reads {@code #rgb}, {@code #rrggbb} or {@code #rrggbbaa}, in either case. */
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

  /** 0 (clear) to 255 (opaque). */
  public int alpha() {
    return argb >>> 24;
  }

  public int red() {
    return argb >> 16 & 0xff;
  }

  public int green() {
    return argb >> 8 & 0xff;
  }

  public int blue() {
    return argb & 0xff;
  }

  public boolean isOpaque() {
    return alpha() == 255;
  }

  /** As {@code #rrggbb}, with {@code aa} behind it where it is not opaque. */
  public String hex() {
    String rgb = String.format(Locale.ROOT, "#%06x", argb & 0xffffff);
    return isOpaque() ? rgb : rgb + String.format(Locale.ROOT, "%02x", alpha());
  }

  /**
   * The contrast ratio of two opaque colours, 1 to 21, as WCAG 2.2 defines it. Alpha is not looked
   * at.
   */
  public double contrastWith(Rgba other) {
    double mine = luminance();
    double theirs = other.luminance();
    return (Math.max(mine, theirs) + 0.05) / (Math.min(mine, theirs) + 0.05);
  }

  /** Relative luminance, 0 (black) to 1 (white), as WCAG 2.2 defines it. */
  public double luminance() {
    return 0.2126 * linear(red()) + 0.7152 * linear(green()) + 0.0722 * linear(blue());
  }

  private static double linear(int channel) {
    double share = channel / 255.0;
    return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
  }
}
