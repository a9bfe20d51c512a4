package dev.nameplate.encode.png;

import dev.nameplate.encode.Span;
import dev.nameplate.encode.deflate.Lz77Tokens;
import java.util.Arrays;

/** Turns filtered rows into deflate's tokens: bytes, runs of one pixel, copies of the row above. */
final class RowTokenizer {
  private RowTokenizer() {}

  /**
   * Parses filtered pixels into bytes, runs and copies.
   *
   * @param rows the filtered pixels, including the one before the span unless that begins at 0
   * @param span the pixels to parse
   * @param pixelBytes 1 to 4
   * @param out receives the tokens; has capacity for one for each byte
   * @param already the number of tokens in it
   * @return the number of tokens in it now
   */
  static int tokens(RowFilterer.Row rows, Span span, int pixelBytes, int[] out, int already) {
    return rows.canCopy()
        ? runsAndCopies(rows, span, pixelBytes, out, already)
        : runs(rows.pixels(), span, pixelBytes, out, already);
  }

  private static int runs(int[] pixels, Span span, int pixelBytes, int[] out, int already) {
    int most = Lz77Tokens.LONGEST / pixelBytes;
    int least = (Lz77Tokens.SHORTEST + pixelBytes - 1) / pixelBytes;
    int to = span.to();
    int count = already;
    int at = span.from();
    while (at < to) {
      int pixel = pixels[at];
      if (at > 0 && pixel == pixels[at - 1]) {
        int behind = behindRun(pixels, pixel, at + 1, Math.min(to, at + most));
        if (behind - at >= least) {
          out[count++] = Lz77Tokens.FIRST_RUN + (behind - at) * pixelBytes;
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
    int most = Lz77Tokens.LONGEST / pixelBytes;
    int least = (Lz77Tokens.SHORTEST + pixelBytes - 1) / pixelBytes;
    int count = already;
    int at = span.from();
    while (at < span.to()) {
      int end = Math.min(span.to(), at + most);
      int run = at == 0 ? 0 : behindRun(pixels, pixels[at - 1], at, end) - at;
      int copy = run < end - at ? same(pixels, at, rows.above(), end) : 0;
      int length = Math.max(run, copy);
      if (length >= least) {
        out[count++] =
            (copy > run ? Lz77Tokens.FIRST_COPY : Lz77Tokens.FIRST_RUN) + length * pixelBytes;
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

  /** The index after a run of equal pixels. */
  private static int behindRun(int[] pixels, int pixel, int from, int end) {
    int at = from;
    while (at < end && pixels[at] == pixel) {
      at++;
    }
    return at;
  }

  /** How many pixels equal those in the same columns of another row. */
  private static int same(int[] pixels, int at, int[] others, int end) {
    int length = Arrays.mismatch(pixels, at, end, others, at, end);
    return length < 0 ? end - at : length;
  }
}
