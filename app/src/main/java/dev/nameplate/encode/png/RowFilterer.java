package dev.nameplate.encode.png;

import dev.nameplate.encode.PixelView;
import dev.nameplate.encode.Span;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * Filters parts of rows (PNG 3rd edition, section 9), reusing its buffers. For one thread at a
 * time.
 */
public final class RowFilterer {
  /** Bytes after a row that {@link #write} may overwrite. */
  static final int SLACK = 4;

  private static final VarHandle INT =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);

  private static final int[] NOTHING = {};

  private int[] row = new int[0];
  private int[] above = new int[0];
  private int[] filtered = new int[0];

  /**
   * Filters pixels of a row.
   *
   * @param pixels columns, from 0
   * @return the differences, each as its bytes, at the pixels' own columns; overwritten by the next
   *     call
   */
  Row read(PngRows rows, ScanlineFilter filter, int y, Span pixels) {
    ensureCapacity(rows.width() + 1);
    if (filter == ScanlineFilter.UP && y > 0 && rows.color().isTrueColor()) {
      fillUp(rows, y, pixels);
      return new Row(filtered, NOTHING);
    }
    Span needed = new Span(Math.max(0, pixels.from() - 1), pixels.to());
    fill(rows, y, needed, row);
    if (filter.usesRowAbove()) {
      if (y == 0) {
        Arrays.fill(above, 0);
      } else {
        fill(rows, y - 1, needed, above);
      }
    }
    filter.fill(row, above, pixels, filtered, pixels.from());
    return new Row(filtered, NOTHING);
  }

  /**
   * Reads a row's unfiltered pixels together with those of the row above, which may be copied if
   * that row is written unfiltered too.
   *
   * @param goesOn whether the last call of this method read the row above of the same picture
   */
  Row readWithAbove(PngRows rows, int y, boolean goesOn) {
    ensureCapacity(rows.width() + 1);
    if (goesOn) {
      int[] last = filtered;
      filtered = above;
      above = last;
    } else {
      take(rows, y - 1, above);
    }
    take(rows, y, filtered);
    return new Row(filtered, above);
  }

  private static void take(PngRows rows, int y, int[] into) {
    PixelView source = rows.rows().at(y);
    rows.color().pack(source.data(), source.row(y), into, 0);
  }

  /**
   * Filtered pixels, at their own columns.
   *
   * @param pixels the bytes of a pixel in one int, the first in the lowest eight bits
   * @param above those of the row above, filtered in the same way; empty if they are not known
   */
  @SuppressWarnings("ArrayRecordComponent") // Buffers, never compared.
  public record Row(int[] pixels, int[] above) {
    /** No pixels at all. */
    static final Row NONE = new Row(NOTHING, NOTHING);

    /** Whether pixels of the row above are known, so that copies of them can be found. */
    public boolean canCopy() {
      return above.length > 0;
    }
  }

  /**
   * Writes a whole row's bytes, the filter type first, and arbitrary bytes into the {@link #SLACK}
   * after them.
   */
  void write(PngRows rows, ScanlineFilter filter, int y, byte[] out, int to) {
    int[] pixels = read(rows, filter, y, new Span(0, rows.width())).pixels();
    int pixelBytes = rows.color().bytesPerPixel();
    out[to] = filter.type();
    int at = to + 1;
    for (int x = 0; x < rows.width(); x++, at += pixelBytes) {
      INT.set(out, at, pixels[x]);
    }
  }

  /** Takes differences before packing, so that one row is packed instead of two. */
  private void fillUp(PngRows rows, int y, Span pixels) {
    PixelView own = rows.rows().at(y);
    PixelView other = rows.rows().at(y - 1);
    int from = pixels.from();
    int[] row = own.data();
    int[] above = other.data();
    int at = own.rowStart(y);
    int atAbove = other.rowStart(y - 1);
    for (int x = from; x < pixels.to(); x++) {
      filtered[x] = ScanlineFilter.minus(row[at + x], above[atAbove + x]);
    }
    rows.color().pack(filtered, pixels, filtered, from);
  }

  private static void fill(PngRows rows, int y, Span pixels, int[] into) {
    PixelView source = rows.rows().at(y);
    into[0] = 0;
    Span span = source.span(y, pixels.from(), pixels.to());
    rows.color().pack(source.data(), span, into, 1 + pixels.from());
  }

  private void ensureCapacity(int length) {
    if (row.length < length) {
      row = new int[length];
      above = new int[length];
      filtered = new int[length];
    }
  }
}
