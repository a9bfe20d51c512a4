package dev.nameplate.geometry;

import java.util.Optional;

/**
 * Device pixels for one pixel of the template, in hundredths: 200 is {@code @2x}. Ordered by size.
 *
 * @param hundredths 1 to 999
 */
public record Scale(int hundredths) implements Comparable<Scale> {
  /** One device pixel for each pixel of the template. */
  public static final Scale ONE = new Scale(100);

  /** Two device pixels, in each direction, for each pixel of the template. */
  public static final Scale TWO = new Scale(200);

  /** Throws {@link IllegalArgumentException} outside 1 to 999 hundredths. */
  public Scale {
    if (hundredths < 1 || hundredths > 999) {
      throw new IllegalArgumentException("a scale lies between 0.01 and 9.99");
    }
  }

  /**
   * Parses {@code 2}, {@code 1.5} or {@code 2.00}: one digit and at most two decimals.
   *
   * @return the scale; empty if the text has another form or is zero
   */
  public static Optional<Scale> parse(String text) {
    if (!text.matches("\\d(?:\\.\\d{1,2})?")) {
      return Optional.empty();
    }
    String decimals = text.length() > 1 ? text.substring(2) : "";
    int hundredths =
        (text.charAt(0) - '0') * 100 + Integer.parseInt((decimals + "00").substring(0, 2));
    return hundredths == 0 ? Optional.empty() : Optional.of(new Scale(hundredths));
  }

  /** Device pixels for one pixel of the template, 0.01 to 9.99. */
  public double factor() {
    return hundredths / 100.0;
  }

  /** The factor without trailing zeros: {@code 2}, {@code 1.5}, {@code 0.25}. */
  public String label() {
    String text = hundredths / 100 + "." + hundredths / 10 % 10 + hundredths % 10;
    return text.replaceFirst("\\.?0+$", "");
  }

  /** Compares by size, smaller first. */
  @Override
  public int compareTo(Scale other) {
    return Integer.compare(hundredths, other.hundredths);
  }
}
