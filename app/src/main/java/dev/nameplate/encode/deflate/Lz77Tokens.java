package dev.nameplate.encode.deflate;

import dev.nameplate.encode.Span;
import dev.nameplate.encode.png.RowFilterer;
import java.util.Arrays;

/**
 * What a deflate block is made of, one int each: a byte as itself, 0 to 255; a run, which repeats
 * the pixel before and is {@link #FIRST_RUN} and its length in bytes; a copy of the row above,
 * {@link #FIRST_COPY} and its length; or any other match, which has {@link #MATCH} set, its length
 * from bit 15 on and its distance less one below.
 *
 * <p>Runs and copies are what pictures without noise are made of, and finding them needs no search.
 */
public final class Lz77Tokens {
  /** The least and the most bytes of a match (RFC 1951, section 3.2.5). */
  static final int SHORTEST = 3;

  public static final int LONGEST = 258;

  /** The longest distance of a match. */
  public static final int FARTHEST = 1 << 15;

  static final int FIRST_RUN = 256;

  static final int FIRST_COPY = FIRST_RUN + LONGEST + 1;

  /** Behind the last byte, run or copy. */
  static final int COUNT = FIRST_COPY + LONGEST + 1;

  static final int MATCH = 1 << 30;

  private static final int DISTANCE_BITS = 15;

  private Lz77Tokens() {}

  /** A match of 3 to 258 bytes with those 1 to 32,768 before. */
  static int match(int length, int distance) {
    return MATCH | length << DISTANCE_BITS | (distance - 1);
  }

  static boolean isMatch(int token) {
    return (token & MATCH) != 0;
  }

  /** Of a token that is a match. */
  static int length(int token) {
    return (token & ~MATCH) >>> DISTANCE_BITS;
  }

  /** Of a token that is a match. */
  static int distance(int token) {
    return (token & (1 << DISTANCE_BITS) - 1) + 1;
  }

  /**
   * Takes filtered pixels apart into bytes, runs and copies.
   *
   * @param rows the filtered pixels with one before the span where there is one
   * @param span those to take; what lies before them is looked at unless it begins at 0
   * @param pixelBytes 1 to 4
   * @param out has room for a token for each byte
   * @param already how many tokens stand in it
   * @return how many stand in it now
   */
  public static int of(RowFilterer.Row rows, Span span, int pixelBytes, int[] out, int already) {
    return rows.canCopy()
        ? runsAndCopies(rows, span, pixelBytes, out, already)
        : runs(rows.pixels(), span, pixelBytes, out, already);
  }

  private static int runs(int[] pixels, Span span, int pixelBytes, int[] out, int already) {
    int most = LONGEST / pixelBytes;
    int least = (SHORTEST + pixelBytes - 1) / pixelBytes;
    int to = span.to();
    int count = already;
    int at = span.from();
    while (at < to) {
      int pixel = pixels[at];
      if (at > 0 && pixel == pixels[at - 1]) {
        int behind = behindRun(pixels, pixel, at + 1, Math.min(to, at + most));
        if (behind - at >= least) {
          out[count++] = FIRST_RUN + (behind - at) * pixelBytes;
          at = behind;
          continue;
        }
      }
      count = bytes(pixel, pixelBytes, out, count);
      at++;
    }
    return count;
  }

  private static int runsAndCopies(
      RowFilterer.Row rows, Span span, int pixelBytes, int[] out, int already) {
    int[] pixels = rows.pixels();
    int most = LONGEST / pixelBytes;
    int least = (SHORTEST + pixelBytes - 1) / pixelBytes;
    int count = already;
    int at = span.from();
    while (at < span.to()) {
      int end = Math.min(span.to(), at + most);
      int run = at == 0 ? 0 : behindRun(pixels, pixels[at - 1], at, end) - at;
      int copy = run < end - at ? same(pixels, at, rows.above(), end) : 0;
      int length = Math.max(run, copy);
      if (length >= least) {
        out[count++] = (copy > run ? FIRST_COPY : FIRST_RUN) + length * pixelBytes;
        at += length;
      } else {
        count = bytes(pixels[at++], pixelBytes, out, count);
      }
    }
    return count;
  }

  private static int bytes(int pixel, int pixelBytes, int[] out, int already) {
    int rest = pixel;
    for (int i = 0; i < pixelBytes; i++) {
      out[already + i] = rest & 0xff;
      rest >>>= Byte.SIZE;
    }
    return already + pixelBytes;
  }

  /** Where a stretch of one and the same pixel ends. */
  private static int behindRun(int[] pixels, int pixel, int from, int end) {
    int at = from;
    while (at < end && pixels[at] == pixel) {
      at++;
    }
    return at;
  }

  /** How many pixels are as those in the same places of another row. */
  private static int same(int[] pixels, int at, int[] others, int end) {
    int length = Arrays.mismatch(pixels, at, end, others, at, end);
    return length < 0 ? end - at : length;
  }
}
