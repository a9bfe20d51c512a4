package dev.nameplate.batch.csv;

/**
 * How a list is written.
 *
 * @param encoding of all of the file
 * @param jsonLines whether each line is a JSON object; separator and quotes are not used then
 * @param marked whether the file begins with a byte order mark
 * @param separator between cells: comma, semicolon, tab or pipe
 * @param newline the most frequent line ending: CR LF, LF or CR
 * @param quotesAll whether every cell of the heading row stands in quotes
 */
public record Dialect(
    TextEncoding encoding,
    boolean jsonLines,
    boolean marked,
    char separator,
    String newline,
    boolean quotesAll) {

  /** Comma, CR LF, UTF-8: RFC 4180. */
  public static final Dialect RFC_4180 =
      new Dialect(TextEncoding.UTF_8, false, false, ',', "\r\n", false);

  static String label(char separator) {
    return switch (separator) {
      case ';' -> "semicolon";
      case '\t' -> "tab";
      case '|' -> "pipe";
      default -> "comma";
    };
  }

  /** Returns {@code CR LF}, {@code CR} or {@code LF}. */
  public String newlineLabel() {
    return switch (newline) {
      case "\r\n" -> "CR LF";
      case "\r" -> "CR";
      default -> "LF";
    };
  }
}
