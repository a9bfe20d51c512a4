package dev.nameplate.encode;

import java.util.Arrays;

/** Filters parts of rows, with buffers that it keeps. For one thread at a time. */
final class Residuals {
  private byte[] row = new byte[0];
  private byte[] above = new byte[0];

  /**
   * Writes filtered bytes.
   *
   * @param y the row
   * @param bytes the part of the row to write, counted from the byte that names the filter
   */
  void read(PngRows rows, ScanlineFilter filter, int y, Span bytes, Target target) {
    int pixel = rows.colour().bytesPerPixel();
    makeRoom(rows.width() * pixel + pixel);
    int to = target.at();
    if (bytes.from() == 0) {
      target.bytes()[to++] = filter.type();
    }
    Span raw = new Span(Math.max(0, bytes.from() - 1), bytes.to() - 1);
    if (raw.length() <= 0) {
      return;
    }
    Span pixels = new Span(Math.max(0, raw.from() / pixel - 1), (raw.to() + pixel - 1) / pixel);
    fill(rows, y, pixels, row);
    if (filter.looksAbove()) {
      if (y == 0) {
        Arrays.fill(above, (byte) 0);
      } else {
        fill(rows, y - 1, pixels, above);
      }
    }
    filter.fill(row, above, pixel, raw, target.bytes(), to);
  }

  /**
   * Where filtered bytes go.
   *
   * @param at the index of the first one
   */
  @SuppressWarnings("ArrayRecordComponent") // A place in a buffer, never compared.
  record Target(byte[] bytes, int at) {}

  private static void fill(PngRows rows, int y, Span pixels, byte[] into) {
    Pixels source = rows.rows().at(y);
    int pixel = rows.colour().bytesPerPixel();
    Arrays.fill(into, 0, pixel, (byte) 0);
    rows.colour()
        .read(
            source.data(),
            source.span(y, pixels.from(), pixels.to()),
            into,
            pixel + pixels.from() * pixel);
  }

  private void makeRoom(int length) {
    if (row.length < length) {
      row = new byte[length];
      above = new byte[length];
    }
  }
}
