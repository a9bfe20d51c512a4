package dev.nameplate.template;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * How many bytes one picture of a template has in each format that is offered, as recipients get it
 * in the end.
 *
 * @param bytes the length of the file by format, in the template's order; at least one
 * @param opaque whether no picture of the template has a transparent pixel
 * @param moves whether an animated format shows more than others, since a clock ticks
 */
public record FormatBytes(Map<Format, Integer> bytes, boolean opaque, boolean moves) {
  private static final int KILO = 1_000;

  /** From here on a number of kilobytes is whole. */
  private static final int WHOLE = 10 * KILO;

  /** Throws {@link IllegalArgumentException} where there is no format. */
  public FormatBytes {
    if (bytes.isEmpty()) {
      throw new IllegalArgumentException("a template offers one format at least");
    }
    bytes = Collections.unmodifiableMap(new LinkedHashMap<>(bytes));
  }

  /** Which of the formats to paste into a mail, and why. */
  public FormatChoice choice() {
    return FormatChoice.of(this);
  }

  /**
   * Whether the choice is another format than PNG although that is offered, so that a URL written
   * by hand is likely to have the wrong ending.
   */
  public boolean differsFromUsual() {
    return bytes.containsKey(Format.PNG) && choice().format() != Format.PNG;
  }

  /**
   * A number of bytes for people, in kilobytes of 1,000 bytes: {@code 84 kB}, below 10 kB with one
   * decimal, {@code 9.5 kB}.
   */
  public static String inWords(int bytes) {
    return bytes < WHOLE
        ? String.format(Locale.ROOT, "%.1f kB", (double) bytes / KILO)
        : Math.round((double) bytes / KILO) + " kB";
  }
}
