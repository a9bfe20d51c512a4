package dev.nameplate.batch;

import dev.nameplate.batch.csv.RawRecord;
import dev.nameplate.batch.csv.RecordSplitter;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Splits a list into chunks of consecutive records. For one thread. */
public final class ChunkReader {
  private static final int BYTES = 1 << 18;

  private final RecordSplitter splitter;
  private final int rows;
  private long row;

  /**
   * @param firstRow the number of the first row, as a spreadsheet counts rows
   * @param rows how many records a chunk has at most, at least 1
   */
  public ChunkReader(RecordSplitter splitter, long firstRow, int rows) {
    this.splitter = splitter;
    this.row = firstRow;
    this.rows = rows;
  }

  /**
   * Returns the next chunk; empty at the end of the list.
   *
   * @throws IOException if reading fails
   * @throws dev.nameplate.batch.csv.ListException if too many quotes in the list are not closed
   */
  public Optional<Chunk> next() throws IOException {
    List<RawRecord> records = new ArrayList<>();
    long firstRow = row;
    int bytes = 0;
    Optional<RawRecord> record = splitter.next();
    while (record.isPresent()) {
      records.add(record.get());
      row += record.get().isCounted() ? 1 : 0;
      bytes += record.get().bytes().length;
      if (records.size() >= rows || bytes >= BYTES) {
        break;
      }
      record = splitter.next();
    }
    return records.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Chunk(
                records,
                firstRow,
                records.get(records.size() - 1).end(),
                splitter.lookaheads(),
                splitter.isAtLineStart()));
  }
}
