package dev.nameplate.template.wording;

import java.util.regex.Pattern;

/**
 * Mandatory line breaks (UAX #14, classes BK, CR, LF and NL): line feed, vertical tab, form feed,
 * carriage return, next line, line separator and paragraph separator. A carriage return with a line
 * feed after it counts as one.
 */
public final class LineBreaks {
  private static final Pattern BREAK = Pattern.compile("\\R");

  private LineBreaks() {}

  /** The text with U+000A for each break. */
  public static String asLineFeeds(String text) {
    return BREAK.matcher(text).replaceAll("\n");
  }

  /** The text with U+0020 for each break. */
  public static String asSpaces(String text) {
    return BREAK.matcher(text).replaceAll(" ");
  }

  /**
   * The number of lines, at least 1, also for an empty text; a break at the very end starts no
   * line.
   */
  public static int lines(String text) {
    String fed = asLineFeeds(text);
    String within = fed.endsWith("\n") ? fed.substring(0, fed.length() - 1) : fed;
    return 1 + (int) within.chars().filter(c -> c == '\n').count();
  }
}
