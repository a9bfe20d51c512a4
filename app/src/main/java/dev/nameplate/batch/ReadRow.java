package dev.nameplate.batch;

import dev.nameplate.batch.csv.RawRecord;
import java.util.List;

/**
 * A record and what was read in it. A recipient's data: {@code toString} gives its kind alone.
 *
 * @param raw the record as the file holds it
 * @param kind whether the row has values, or why not
 * @param cells by the list's headings; empty where it could not be read
 * @param faithful whether every byte was one of the list's encoding
 */
public record ReadRow(RawRecord raw, Kind kind, List<String> cells, boolean faithful) {
  /** What a row is. */
  public enum Kind {
    /** It has values. */
    VALUES(""),
    /** An empty line; copied as it is. */
    BLANK("an empty line"),
    /** Cells with nothing in them. */
    EMPTY("every cell is empty"),
    /** A line with more or fewer cells than there are headings; copied as it is. */
    WRONG_COUNT("another number of cells than there are headings"),
    /** A quote is not closed; copied as it is. */
    BROKEN_QUOTE("a quote that is not closed, or text behind a closing quote"),
    /** A line longer than a row may be; copied as it is. */
    TOO_LONG("a row of more than a megabyte"),
    /** What follows of a line that is too long; no row of its own. */
    REST(""),
    /** No JSON object; copied as it is. */
    NO_OBJECT("a line that is no JSON object");

    private final String words;

    Kind(String words) {
      this.words = words;
    }

    /**
     * Returns what is wrong with such a row, for people; empty for {@link #VALUES} and {@link
     * #REST}.
     */
    public String words() {
      return words;
    }

    /**
     * Whether the columns of {@link OwnCells} can be added to a row of this kind; rows of other
     * kinds are copied as they are.
     */
    public boolean isExtended() {
      return this == VALUES || this == EMPTY;
    }
  }

  public ReadRow {
    cells = List.copyOf(cells);
  }

  /** A row that could not be read. */
  static ReadRow without(RawRecord raw, Kind kind) {
    return new ReadRow(raw, kind, List.of(), true);
  }

  @Override
  public String toString() {
    return "ReadRow[" + kind + ", " + raw + "]";
  }
}
