package dev.nameplate.batch.csv;

import java.io.ByteArrayOutputStream;
import java.nio.charset.CharsetEncoder;

/**
 * Writes cells of our own into a list, in its dialect. No such cell begins with a character that a
 * spreadsheet takes for the beginning of a formula.
 */
public final class CellWriter {
  private static final String FORMULA = "=+-@\t\r";

  private final Dialect dialect;

  /**
   * @param dialect separator and encoding of the list
   */
  public CellWriter(Dialect dialect) {
    this.dialect = dialect;
  }

  /**
   * Returns whether a spreadsheet may interpret a cell as a formula: whether it begins with one of
   * {@code = + - @}, a tab or a carriage return. Numbers with a sign are included.
   */
  public static boolean isFormula(String cell) {
    return !cell.isEmpty() && FORMULA.indexOf(cell.charAt(0)) >= 0;
  }

  /**
   * A text that the list's encoding can hold: letters it lacks are left out.
   *
   * @param text without the letters that are lacking
   * @param missing how many code points were left out
   */
  public record Fitted(String text, int missing) {}

  /**
   * Returns a text without the code points that the list's encoding lacks. Only windows-1252 lacks
   * any.
   */
  public Fitted fitted(String text) {
    if (dialect.encoding() != TextEncoding.WINDOWS_1252) {
      return new Fitted(text, 0);
    }
    CharsetEncoder encoder = dialect.encoding().charset().newEncoder();
    if (encoder.canEncode(text)) {
      return new Fitted(text, 0);
    }
    StringBuilder kept = new StringBuilder();
    int missing = 0;
    for (int code : text.codePoints().toArray()) {
      String letter = Character.toString(code);
      if (encoder.canEncode(letter)) {
        kept.append(letter);
      } else {
        missing++;
      }
    }
    return new Fitted(kept.toString(), missing);
  }

  /**
   * Appends the separator and a cell in the list's encoding. The cell is quoted if necessary (RFC
   * 4180), and a space is put before one that could be interpreted as a formula.
   *
   * @param cell whose code points the encoding has, as {@link #fitted} returns it
   */
  public void append(String cell, ByteArrayOutputStream out) {
    String safe = isFormula(cell) ? " " + cell : cell;
    StringBuilder text = new StringBuilder(safe.length() + 3).append(dialect.separator());
    if (dialect.quotesAll() || needsQuotes(safe)) {
      text.append('"').append(safe.replace("\"", "\"\"")).append('"');
    } else {
      text.append(safe);
    }
    out.writeBytes(text.toString().getBytes(dialect.encoding().charset()));
  }

  private boolean needsQuotes(String cell) {
    for (int at = 0; at < cell.length(); at++) {
      char c = cell.charAt(at);
      if (c == dialect.separator() || c == '"' || c == '\n' || c == '\r') {
        return true;
      }
    }
    return !cell.isEmpty() && (cell.charAt(0) == ' ' || cell.charAt(cell.length() - 1) == ' ');
  }
}
