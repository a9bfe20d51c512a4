package dev.nameplate.encode.png;

import dev.nameplate.encode.Span;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Adjacent rows of a picture as bytes, filtered once with each filter that is asked for. For one
 * thread at a time.
 */
final class FilteredRows {
  private final PngRows rows;
  private final Span span;
  private final Buffers buffers;
  private final Set<ScanlineFilter> filtered = EnumSet.noneOf(ScanlineFilter.class);

  /** The filters that rows have been chosen from; none before the first choice. */
  private List<ScanlineFilter> choice = List.of();

  /**
   * @param span the rows, from the picture's top
   * @param buffers that other rows need no longer
   */
  FilteredRows(PngRows rows, Span span, Buffers buffers) {
    this.rows = rows;
    this.span = span;
    this.buffers = buffers;
  }

  /** Memory for filtered rows, reused for those that come later. For one thread at a time. */
  static final class Buffers {
    private final RowFilterer rowFilterer = new RowFilterer();
    private final Map<ScanlineFilter, byte[]> filtered = new EnumMap<>(ScanlineFilter.class);
    private byte[] chosen = new byte[0];
    private byte[] row = new byte[0];

    private byte[] filtered(ScanlineFilter filter, int length) {
      return filtered.compute(
          filter, (same, held) -> held == null || held.length < length ? new byte[length] : held);
    }

    private byte[] chosen(int length) {
      if (chosen.length < length) {
        chosen = new byte[length];
      }
      return chosen;
    }

    private byte[] row(int length) {
      if (row.length < length) {
        row = new byte[length];
      }
      return row;
    }
  }

  /** Some bytes of a buffer, only to be read. */
  @SuppressWarnings("ArrayRecordComponent") // Read in place, never compared.
  record Part(byte[] bytes, int from, int length) {}

  PngRows rows() {
    return rows;
  }

  /**
   * Some of the rows one after the other, each with its filter type first.
   *
   * @param some from the picture's top
   * @param filters one for all rows, or several, of which each row has the one with the least sum
   *     of absolute differences (PNG 3rd edition, section 12.7)
   */
  Part part(Span some, List<ScanlineFilter> filters) {
    byte[] bytes = filters.size() == 1 ? filtered(filters.get(0)) : chosen(filters);
    int rowBytes = rows.grid().rowBytes();
    return new Part(
        bytes, (some.from() - span.from()) * rowBytes, Math.multiplyExact(rowBytes, some.length()));
  }

  /** The sum of absolute differences of some rows, filter types included. */
  long sumOfDifferences(Span some, ScanlineFilter filter) {
    int rowBytes = rows.grid().rowBytes();
    long sum = 0;
    for (int row = some.from(); row < some.to(); row++) {
      sum += sumOfDifferences(filtered(filter), (row - span.from()) * rowBytes, rowBytes);
    }
    return sum;
  }

  private byte[] filtered(ScanlineFilter filter) {
    int rowBytes = rows.grid().rowBytes();
    byte[] bytes = buffers.filtered(filter, length() + RowFilterer.SLACK);
    if (filtered.add(filter)) {
      for (int row = span.from(); row < span.to(); row++) {
        buffers.rowFilterer.write(rows, filter, row, bytes, (row - span.from()) * rowBytes);
      }
    }
    return bytes;
  }

  private byte[] chosen(List<ScanlineFilter> filters) {
    byte[] bytes = buffers.chosen(length());
    if (!choice.equals(filters)) {
      choice = filters;
      for (int row = span.from(); row < span.to(); row++) {
        choose(filters, row, bytes);
      }
    }
    return bytes;
  }

  /** Copies a row with that filter which suits it to its place among the chosen ones. */
  private void choose(List<ScanlineFilter> filters, int row, byte[] chosen) {
    int rowBytes = rows.grid().rowBytes();
    int at = (row - span.from()) * rowBytes;
    int least = Integer.MAX_VALUE;
    for (ScanlineFilter filter : filters) {
      Part part = row(filter, row);
      int sum = sumOfDifferences(part.bytes(), part.from() + 1, rowBytes - 1);
      if (sum < least) {
        least = sum;
        System.arraycopy(part.bytes(), part.from(), chosen, at, rowBytes);
      }
    }
  }

  /** A row by itself, unless all rows have been filtered so. */
  private Part row(ScanlineFilter filter, int row) {
    int rowBytes = rows.grid().rowBytes();
    if (filtered.contains(filter)) {
      return new Part(filtered(filter), (row - span.from()) * rowBytes, rowBytes);
    }
    byte[] bytes = buffers.row(rowBytes + RowFilterer.SLACK);
    buffers.rowFilterer.write(rows, filter, row, bytes, 0);
    return new Part(bytes, 0, rowBytes);
  }

  private int length() {
    return Math.multiplyExact(rows.grid().rowBytes(), span.length());
  }

  private static int sumOfDifferences(byte[] bytes, int from, int length) {
    int sum = 0;
    for (int i = from; i < from + length; i++) {
      sum += Math.abs(bytes[i]);
    }
    return sum;
  }
}
