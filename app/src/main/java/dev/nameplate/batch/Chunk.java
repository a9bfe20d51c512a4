package dev.nameplate.batch;

import dev.nameplate.batch.csv.RawRecord;
import java.util.List;

/**
 * Consecutive records, which one thread works on.
 *
 * @param records in the order of the list, at least one
 * @param firstRow number of the first, as a spreadsheet counts rows
 * @param end the offset in the input, in bytes, that follows the last
 * @param lookaheads see {@link dev.nameplate.batch.csv.RecordSplitter#lookaheads}, after the last
 *     record
 * @param resumable whether reading may begin at {@code end}
 */
public record Chunk(
    List<RawRecord> records, long firstRow, long end, int lookaheads, boolean resumable) {
  public Chunk {
    records = List.copyOf(records);
  }

  /**
   * Returns the number of the row that follows the chunk, as a spreadsheet counts rows. The rest of
   * a line that is too long is not counted.
   */
  public long nextRow() {
    return firstRow + records.stream().filter(RawRecord::isCounted).count();
  }
}
