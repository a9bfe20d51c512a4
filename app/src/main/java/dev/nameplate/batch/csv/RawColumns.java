package dev.nameplate.batch.csv;

import java.io.ByteArrayOutputStream;
import java.util.Set;

/** Takes columns out of a raw record and leaves every other byte as it is. */
public final class RawColumns {
  private final Dialect dialect;
  private final Set<Integer> dropped;

  /**
   * @param dropped columns, from 0
   */
  public RawColumns(Dialect dialect, Set<Integer> dropped) {
    this.dialect = dialect;
    this.dropped = Set.copyOf(dropped);
  }

  /**
   * Appends the content of a readable row without the columns to be removed and without its line
   * ending. The bytes of other cells are copied unchanged.
   */
  public void write(RawRecord row, ByteArrayOutputStream out) {
    if (dropped.isEmpty()) {
      out.write(row.bytes(), 0, row.length());
      return;
    }
    TextEncoding encoding = dialect.encoding();
    int width = encoding.width();
    int column = 0;
    int from = 0;
    boolean inQuotes = false;
    boolean quoted = false;
    boolean first = true;
    for (int at = 0; at <= row.length(); at += width) {
      boolean last = at + width > row.length();
      int unit = last ? dialect.separator() : encoding.unit(row.bytes(), at);
      if (unit == '"' && !last) {
        inQuotes |= at == from;
        quoted ^= inQuotes;
      } else if (unit == dialect.separator() && (last || !quoted)) {
        if (!dropped.contains(column)) {
          if (!first) {
            out.writeBytes(separator());
          }
          out.write(row.bytes(), from, Math.min(at, row.length()) - from);
          first = false;
        }
        column++;
        from = at + width;
        inQuotes = false;
      }
    }
  }

  private byte[] separator() {
    return String.valueOf(dialect.separator()).getBytes(dialect.encoding().charset());
  }
}
