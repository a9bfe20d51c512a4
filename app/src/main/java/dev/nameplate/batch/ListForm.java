package dev.nameplate.batch;

import dev.nameplate.batch.csv.Dialect;
import dev.nameplate.batch.csv.RawRecord;
import java.io.ByteArrayOutputStream;
import java.util.List;

/** How rows are read from a list, and written back with our columns. Safe for several threads. */
public sealed interface ListForm permits CsvForm, JsonLinesForm {
  /** How the list is written. */
  Dialect dialect();

  /** The names of its columns, in order. */
  List<String> headings();

  /** One row for each record, in order. */
  List<ReadRow> read(List<RawRecord> records);

  /**
   * Writes a row as it was, and behind it our cells where it can take them.
   *
   * @return how many code points of our cells the list's encoding lacks, so that they were left out
   */
  int write(ReadRow row, OwnCells own, ByteArrayOutputStream out);
}
