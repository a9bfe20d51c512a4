package dev.nameplate.encode.png;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nameplate.encode.Span;
import dev.nameplate.encode.deflate.TokenBytes;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class ScanlineFilterTest {
  private static final int BEFORE = 3;

  @ParameterizedTest
  @EnumSource(ScanlineFilter.class)
  void row_filtered_isRestoredAsTheStandardSays(ScanlineFilter filter) {
    Random random = new Random(11);
    for (int round = 0; round < 500; round++) {
      int pixel = 1 + random.nextInt(4);
      int length = 1 + random.nextInt(60);
      int[] row = row(random, pixel, length);
      int[] above = row(random, pixel, length);
      int[] out = new int[length + BEFORE];
      filter.fill(row, above, new Span(0, length), out, BEFORE);
      Span whole = new Span(0, 1 + length);
      byte[] filtered = TokenBytes.bytes(out, new Span(BEFORE, out.length), pixel);
      byte[] restored =
          restored(filter.type(), filtered, TokenBytes.bytes(above, whole, pixel), pixel);
      assertThat(restored).isEqualTo(TokenBytes.bytes(row, whole, pixel));
    }
  }

  @ParameterizedTest
  @EnumSource(ScanlineFilter.class)
  void part_filtered_isThatPartOfTheWhole(ScanlineFilter filter) {
    Random random = new Random(13);
    for (int round = 0; round < 500; round++) {
      int length = 1 + random.nextInt(60);
      int[] row = row(random, 4, length);
      int[] above = row(random, 4, length);
      int[] whole = new int[length];
      filter.fill(row, above, new Span(0, length), whole, 0);
      int from = random.nextInt(length);
      int to = from + 1 + random.nextInt(length - from);
      int[] part = new int[length];
      filter.fill(row, above, new Span(from, to), part, from);
      assertThat(Arrays.copyOfRange(part, from, to)).isEqualTo(Arrays.copyOfRange(whole, from, to));
      assertThat(Arrays.stream(part, 0, from).sum() + Arrays.stream(part, to, length).sum())
          .as("what lies around")
          .isZero();
    }
  }

  /** So sums over the bytes need not know where a pixel ends. */
  @ParameterizedTest
  @EnumSource(ScanlineFilter.class)
  void pixelOfFewBytes_filtered_hasNoBitsAboveThem(ScanlineFilter filter) {
    Random random = new Random(17);
    for (int pixel = 1; pixel < 4; pixel++) {
      int[] out = new int[500];
      filter.fill(row(random, pixel, 500), row(random, pixel, 500), new Span(0, 500), out, 0);
      int bits = Byte.SIZE * pixel;
      assertThat(Arrays.stream(out).map(value -> value >>> bits)).containsOnly(0);
    }
  }

  /** Noise, low bytes and high ones among it, behind a pixel of zeros. */
  private static int[] row(Random random, int pixel, int length) {
    int mask = -1 >>> (Integer.SIZE - Byte.SIZE * pixel);
    int[] row = new int[1 + length];
    for (int i = 1; i < row.length; i++) {
      int kind = random.nextInt(4);
      row[i] = (kind == 0 ? 0 : kind == 1 ? -1 : random.nextInt()) & mask;
    }
    return row;
  }

  /** Reconstruction as PNG 3rd edition, table 9.1, has it. */
  private static byte[] restored(int type, byte[] filtered, byte[] above, int pixel) {
    byte[] row = new byte[above.length];
    for (int i = pixel; i < row.length; i++) {
      int a = row[i - pixel] & 0xff;
      int b = above[i] & 0xff;
      int c = above[i - pixel] & 0xff;
      int guess =
          switch (type) {
            case 0 -> 0;
            case 1 -> a;
            case 2 -> b;
            case 3 -> (a + b) / 2;
            default -> paeth(a, b, c);
          };
      row[i] = (byte) (filtered[i - pixel] + guess);
    }
    return row;
  }

  private static int paeth(int a, int b, int c) {
    int p = a + b - c;
    int pa = Math.abs(p - a);
    int pb = Math.abs(p - b);
    int pc = Math.abs(p - c);
    if (pa <= pb && pa <= pc) {
      return a;
    }
    return pb <= pc ? b : c;
  }
}
