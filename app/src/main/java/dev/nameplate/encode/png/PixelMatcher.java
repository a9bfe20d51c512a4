package dev.nameplate.encode.png;

import dev.nameplate.encode.Span;
import dev.nameplate.encode.deflate.Lz77Tokens;
import java.util.Arrays;

/**
 * Turns filtered pixels that a picture changes into deflate's tokens: bytes, runs of one pixel,
 * copies of the row above, and copies of pixels that the picture changed before. For one thread at
 * a time.
 *
 * <p>Whole pixels are compared and copied, so that there are fewer places to search than in bytes.
 * Places that begin with the same pixels are chained, the nearest first, and a match is deferred by
 * a pixel if the next one is longer. A long run or copy is taken without a search.
 */
final class PixelMatcher {
  private static final int HASH_BITS = 13;
  private static final int DEPTH = 8;

  /** A run or a copy of so many pixels is taken without a search. */
  private static final int LONG_ENOUGH = 8;

  /** A match of three bytes from farther away takes more bits than the bytes. */
  private static final int NEAR_FOR_SHORTEST = 4096;

  private static final int GOLDEN = 0x9e3779b1;

  private final int[] heads = new int[1 << HASH_BITS];
  private int[] pixels = new int[1 << 12];

  /** The byte at which each pixel begins. */
  private int[] places = new int[1 << 12];

  /** The index after the last pixel of the run of cells that each pixel is in. */
  private int[] ends = new int[1 << 12];

  private int[] earlier = new int[1 << 12];
  private int filled;
  private int source;
  private int pixelBytes = 1;

  /** Fewer pixels than these are not copied from elsewhere. */
  private int least;

  private int[] out = new int[0];
  private int count;

  /** Forgets all pixels. */
  void restart(int bytesOfPixel) {
    Arrays.fill(heads, -1);
    filled = 0;
    pixelBytes = bytesOfPixel;
    least = bytesOfPixel == 1 ? 3 : 2;
  }

  /**
   * Parses adjacent pixels of a row.
   *
   * @param row the filtered pixels, including the one before the span unless that begins at 0
   * @param span the pixels to parse; behind those that were parsed before
   * @param firstByte the byte at which the first of them begins, counted as for those before
   * @param tokens receives the tokens; has capacity for one for each byte
   * @param already the number of tokens in it
   * @return the number of tokens in it now
   */
  int tokens(RowFilterer.Row row, Span span, int firstByte, int[] tokens, int already) {
    int at = filled;
    take(row.pixels(), span, firstByte);
    out = tokens;
    count = already;
    int shift = at - span.from();
    int match = -1;
    while (at < filled) {
      int stop = Math.min(filled, at + Lz77Tokens.LONGEST / pixelBytes);
      int run = run(row.pixels(), at - shift, stop - shift);
      int copy = row.canCopy() && run < stop - at ? copy(row, at - shift, stop - shift) : 0;
      int plain = Math.max(run, copy);
      if (match < 0 && plain < LONG_ENOUGH) {
        match = longest(at);
      }
      int found = source;
      enter(at);
      if (match > plain) {
        int next = match < LONG_ENOUGH ? longest(at + 1) : 0;
        if (next > match) {
          literal(at++);
          match = next;
          continue;
        }
        out[count++] = Lz77Tokens.match(match * pixelBytes, places[at] - places[found]);
        for (int i = at + 1; i < at + match; i++) {
          enter(i);
        }
        at += match;
      } else if (plain * pixelBytes >= Lz77Tokens.SHORTEST) {
        int first = copy > run ? Lz77Tokens.FIRST_COPY : Lz77Tokens.FIRST_RUN;
        out[count++] = first + plain * pixelBytes;
        at += plain;
      } else {
        literal(at++);
      }
      match = -1;
    }
    return count;
  }

  private void take(int[] row, Span span, int firstByte) {
    int end = filled + span.length();
    if (end >= pixels.length) {
      pixels = Arrays.copyOf(pixels, 2 * end);
      places = Arrays.copyOf(places, 2 * end);
      ends = Arrays.copyOf(ends, 2 * end);
      earlier = Arrays.copyOf(earlier, 2 * end);
    }
    System.arraycopy(row, span.from(), pixels, filled, span.length());
    Arrays.fill(ends, filled, end, end);
    for (int i = filled; i < end; i++) {
      places[i] = firstByte + (i - filled) * pixelBytes;
    }
    filled = end;
  }

  private void literal(int at) {
    int rest = pixels[at];
    for (int i = 0; i < pixelBytes; i++) {
      out[count++] = rest & 0xff;
      rest >>>= Byte.SIZE;
    }
  }

  /** How many pixels equal the one before. */
  private static int run(int[] row, int x, int stop) {
    int end = x;
    while (x > 0 && end < stop && row[end] == row[x - 1]) {
      end++;
    }
    return end - x;
  }

  /** How many pixels equal those above. */
  private static int copy(RowFilterer.Row row, int x, int stop) {
    int length = Arrays.mismatch(row.pixels(), x, stop, row.above(), x, stop);
    return length < 0 ? stop - x : length;
  }

  /** The length of the longest match, whose index is then in {@link #source}; 0 for none. */
  private int longest(int at) {
    int most = Math.min(filled - at, Lz77Tokens.LONGEST / pixelBytes);
    if (most < least) {
      return 0;
    }
    int best = least - 1;
    int left = DEPTH;
    for (int from = heads[hash(at)]; from >= 0 && left > 0; from = earlier[from], left--) {
      int distance = places[at] - places[from];
      if (distance > Lz77Tokens.FARTHEST) {
        break;
      }
      if (pixels[from + best] != pixels[at + best]) {
        continue;
      }
      int length = same(from, at, Math.min(most, ends[from] - from));
      if (length > best
          && (length * pixelBytes > Lz77Tokens.SHORTEST || distance <= NEAR_FOR_SHORTEST)) {
        best = length;
        source = from;
        if (length == most) {
          break;
        }
      }
    }
    return best < least ? 0 : best;
  }

  private int same(int from, int at, int most) {
    int length = 0;
    while (length < most && pixels[from + length] == pixels[at + length]) {
      length++;
    }
    return length;
  }

  private void enter(int at) {
    if (at + least <= filled) {
      int hash = hash(at);
      earlier[at] = heads[hash];
      heads[hash] = at;
    }
  }

  private int hash(int at) {
    int key = pixels[at] * GOLDEN + pixels[at + 1];
    if (least > 2) {
      key = key * GOLDEN + pixels[at + 2];
    }
    return (key * GOLDEN) >>> (Integer.SIZE - HASH_BITS);
  }
}
