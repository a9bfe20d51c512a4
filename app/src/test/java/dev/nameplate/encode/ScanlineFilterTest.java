package dev.nameplate.encode;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class ScanlineFilterTest {
  @ParameterizedTest
  @EnumSource(ScanlineFilter.class)
  void row_filtered_isRestoredAsTheStandardSays(ScanlineFilter filter) {
    Random random = new Random(11);
    for (int round = 0; round < 500; round++) {
      int pixel = 1 + random.nextInt(4);
      int length = pixel * (1 + random.nextInt(60));
      byte[] row = row(random, pixel, length);
      byte[] above = row(random, pixel, length);
      byte[] out = new byte[length + 3];
      filter.fill(row, above, pixel, new Span(0, length), out, 3);
      assertThat(restored(filter.type(), out, above, pixel)).isEqualTo(row);
    }
  }

  @ParameterizedTest
  @EnumSource(ScanlineFilter.class)
  void part_filtered_isThatPartOfTheWhole(ScanlineFilter filter) {
    Random random = new Random(13);
    for (int round = 0; round < 500; round++) {
      int pixel = 1 + random.nextInt(4);
      int length = pixel * (1 + random.nextInt(60));
      byte[] row = row(random, pixel, length);
      byte[] above = row(random, pixel, length);
      byte[] whole = new byte[length];
      filter.fill(row, above, pixel, new Span(0, length), whole, 0);
      int from = random.nextInt(length);
      byte[] part = new byte[length];
      filter.fill(row, above, pixel, new Span(from, length), part, from);
      assertThat(part).endsWith(java.util.Arrays.copyOfRange(whole, from, length));
    }
  }

  /** Noise, behind as many zeros as a pixel has bytes. */
  private static byte[] row(Random random, int pixel, int length) {
    byte[] row = new byte[pixel + length];
    for (int i = pixel; i < row.length; i++) {
      row[i] = (byte) random.nextInt();
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
      row[i] = (byte) (filtered[3 + i - pixel] + guess);
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
