package dev.nameplate.batch.csv;

/**
 * A record as the file holds it, to the byte. A recipient's data: {@code toString} gives its size
 * alone.
 *
 * @param bytes content and line ending; not to be changed
 * @param length of the content, in bytes; the rest is the line ending, which the last record of a
 *     file may lack
 * @param kind whether it can be read, and if not, why
 * @param end the offset in the file, in bytes, that follows it
 */
@SuppressWarnings("ArrayRecordComponent") // Read and written out, never compared.
public record RawRecord(byte[] bytes, int length, Kind kind, long end) {
  /** What a record is. */
  public enum Kind {
    /** Content that can be read. */
    ROW,
    /** A line with nothing in it. */
    BLANK,
    /** A line with a quote that is not closed, or with something behind a closing quote. */
    BROKEN_QUOTE,
    /** The beginning of a line that is longer than a row may be. */
    TOO_LONG,
    /** What follows of such a line. */
    REST
  }

  /** Returns whether it counts as a row; the rest of a line that is too long does not. */
  public boolean isCounted() {
    return kind != Kind.REST;
  }

  @Override
  public String toString() {
    return "RawRecord[" + kind + ", " + bytes.length + " bytes]";
  }
}
