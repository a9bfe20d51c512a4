package dev.nameplate.template.wording;

import java.util.regex.Pattern;

/**
 * The characters that end a line (UAX #14, classes BK, CR, LF and NL): line feed, vertical tab,
 * form feed, carriage return, next line, and the line and paragraph separators.
 */
public final class LineBreaks {
  private static final Pattern BREAK = Pattern.compile("\\R");

  private LineBreaks() {}

  /** A text with a line feed for each break; a carriage return and its line feed are one. */
  public static String asLineFeeds(String text) {
    return BREAK.matcher(text).replaceAll("\n");
  }

  /** A text with a space for each break. */
  public static String asSpaces(String text) {
    return BREAK.matcher(text).replaceAll(" ");
  }

  /** How many lines a text asks for; one at the very end starts no further line. */
  public static int lines(String text) {
    String fed = asLineFeeds(text);
    String within = fed.endsWith("\n") ? fed.substring(0, fed.length() - 1) : fed;
    return 1 + (int) within.chars().filter(c -> c == '\n').count();
  }
}
