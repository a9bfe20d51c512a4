package dev.nameplate.encode.png;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nameplate.encode.Span;
import dev.nameplate.encode.deflate.Lz77Tokens;
import dev.nameplate.encode.deflate.RepeatDistances;
import dev.nameplate.encode.deflate.TokenBytes;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class RowTokenizerTest {
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4})
  void pixels_takenApart_expandToTheirBytes(int pixelBytes) {
    Random random = new Random(pixelBytes);
    for (int round = 0; round < 500; round++) {
      int[] pixels = pixels(random, 1 + random.nextInt(700), pixelBytes);
      int from = random.nextInt(pixels.length);
      Span span = new Span(from, from + 1 + random.nextInt(pixels.length - from));
      int[] out = new int[1 + span.length() * pixelBytes];
      out[0] = 77;
      int count = RowTokenizer.tokens(alone(pixels), span, pixelBytes, out, 1);
      assertThat(out[0]).isEqualTo(77);
      int[] tokens = Arrays.copyOfRange(out, 1, count);
      byte[] before = TokenBytes.bytes(pixels, new Span(0, from), pixelBytes);
      assertThat(
              TokenBytes.expanded(before, tokens, new RepeatDistances(pixelBytes, 1 + pixelBytes)))
          .isEqualTo(TokenBytes.bytes(pixels, span, pixelBytes));
      assertThat(Arrays.stream(tokens))
          .allMatch(t -> t < Lz77Tokens.FIRST_COPY && t != Lz77Tokens.FIRST_RUN);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3, 4})
  void rows_takenApart_expandBehindTheRowAbove(int pixelBytes) {
    Random random = new Random(20 + pixelBytes);
    for (int round = 0; round < 500; round++) {
      int[] above = pixels(random, 1 + random.nextInt(700), pixelBytes);
      int[] pixels = above.clone();
      int changed = random.nextInt(pixels.length);
      pixels[changed] = (pixels[changed] + 1) & 0xff;
      Span row = new Span(0, pixels.length);
      RepeatDistances grid = new CellGrid(pixels.length, pixelBytes).repeats();
      int[] out = new int[grid.rowBytes()];
      int count = RowTokenizer.tokens(new RowFilterer.Row(pixels, above), row, pixelBytes, out, 0);
      byte[] before = new byte[grid.rowBytes()];
      System.arraycopy(TokenBytes.bytes(above, row, pixelBytes), 0, before, 0, before.length - 1);
      assertThat(TokenBytes.expanded(before, Arrays.copyOf(out, count), grid))
          .isEqualTo(TokenBytes.bytes(pixels, row, pixelBytes));
      assertThat(count).isLessThanOrEqualTo(4 + 2 * (1 + grid.rowBytes() / 200));
    }
  }

  @Test
  void evenRow_takenApart_isFewTokens() {
    int[] out = new int[4_000];
    int count = RowTokenizer.tokens(alone(new int[1_000]), new Span(0, 1_000), 4, out, 0);
    assertThat(count).isEqualTo(4 + (999 + 63) / 64);
  }

  private static RowFilterer.Row alone(int[] pixels) {
    return new RowFilterer.Row(pixels, new int[0]);
  }

  /** Short and long stretches of the same pixel, and noise. */
  private static int[] pixels(Random random, int count, int pixelBytes) {
    int mask = -1 >>> (Integer.SIZE - Byte.SIZE * pixelBytes);
    int[] pixels = new int[count];
    int at = 0;
    while (at < count) {
      int to = Math.min(count, at + 1 + random.nextInt(random.nextInt(5) == 0 ? 300 : 4));
      Arrays.fill(pixels, at, to, random.nextInt(random.nextBoolean() ? 2 : 1 << 30) & mask);
      at = to;
    }
    return pixels;
  }
}
