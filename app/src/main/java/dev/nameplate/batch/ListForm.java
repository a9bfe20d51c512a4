package dev.nameplate.batch;

import dev.nameplate.batch.csv.Dialect;
import dev.nameplate.batch.csv.RawRecord;
import java.io.ByteArrayOutputStream;
import java.util.List;

/** How rows are read from a list, and written back with our columns. Safe for several threads. */
public sealed interface ListForm permits CsvForm, JsonLinesForm {
  /** Returns how the list is written: encoding, separator, quotes and line ending. */
  Dialect dialect();

  /** Returns the names of the list's columns, in order. */
  List<String> headings();

  /**
   * Returns one row for each record, in order. Records that cannot be read give a row without
   * cells, whose {@link ReadRow#kind} says why; nothing is thrown.
   */
  List<ReadRow> read(List<RawRecord> records);

  /**
   * Writes a row as it was, and adds the own cells if {@link ReadRow.Kind#isExtended} holds for its
   * kind. Cells of a former run are replaced.
   *
   * @param out to which the row and its line ending are appended
   * @return how many code points of {@link OwnCells#alt} and {@link OwnCells#note} were left out
   *     because the list's encoding lacks them; 0 if no cells are added
   */
  int write(ReadRow row, OwnCells own, ByteArrayOutputStream out);
}
