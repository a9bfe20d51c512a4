package dev.nameplate.encode;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Bytes as deflate's literals and matches, where matches look back by one byte or by one pixel
 * only: runs, which are what filtered pictures without noise are made of. Finding them needs no
 * search.
 *
 * <p>A symbol is a literal, 0 to 255; or a match of a byte, {@link #FIRST_NEAR} and its length; or
 * of a pixel, {@link #FIRST_PIXEL} and its length.
 */
final class Symbols {
  static final int SHORTEST = 3;
  static final int LONGEST = 258;
  static final int FIRST_NEAR = 256;
  static final int FIRST_PIXEL = FIRST_NEAR + LONGEST + 1;
  static final int COUNT = FIRST_PIXEL + LONGEST + 1;

  private static final VarHandle LONG =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private Symbols() {}

  /**
   * Takes bytes apart.
   *
   * @param start where they begin; the byte before is looked at
   * @param pixelBytes 1 to 4; a match of a pixel does not look back beyond the start
   * @param out has room for a symbol for each byte
   * @param already how many symbols stand in it
   * @return how many stand in it now
   */
  static int of(byte[] bytes, int start, int end, int pixelBytes, int[] out, int already) {
    int count = already;
    int at = start;
    while (at < end) {
      int run = run(bytes, at, end, 1);
      if (run >= SHORTEST) {
        out[count++] = FIRST_NEAR + run;
        at += run;
        continue;
      }
      int pixels = pixelBytes > 1 && at >= start + pixelBytes ? run(bytes, at, end, pixelBytes) : 0;
      if (pixels > SHORTEST) {
        out[count++] = FIRST_PIXEL + pixels;
        at += pixels;
      } else {
        out[count++] = bytes[at++] & 0xff;
      }
    }
    return count;
  }

  /** How many bytes from here on equal those a distance before, at most {@link #LONGEST}. */
  private static int run(byte[] bytes, int at, int end, int distance) {
    if (bytes[at] != bytes[at - distance]) {
      return 0;
    }
    int stop = Math.min(end, at + LONGEST);
    int i = at + 1;
    while (i + 8 <= stop && (long) LONG.get(bytes, i) == (long) LONG.get(bytes, i - distance)) {
      i += 8;
    }
    while (i < stop && bytes[i] == bytes[i - distance]) {
      i++;
    }
    return i - at;
  }
}
