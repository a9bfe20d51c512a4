package dev.nameplate.encode.png;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nameplate.encode.Span;
import dev.nameplate.encode.deflate.RepeatDistances;
import dev.nameplate.encode.deflate.TokenBytes;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class PixelMatcherTest {
  private static final int PARTS = 40;

  /** Parts of rows with other bytes between them, which nothing is copied from. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4})
  void parts_takenApart_expandToTheirBytes(int pixelBytes) {
    Random random = new Random(pixelBytes);
    PixelMatcher matcher = new PixelMatcher();
    for (int round = 0; round < 60; round++) {
      matcher.restart(pixelBytes);
      int[] words = random.ints(500, 0, 1 << (random.nextInt(8) + 1)).toArray();
      ByteArrayOutputStream stream = new ByteArrayOutputStream();
      for (int part = 0; part < PARTS; part++) {
        byte[] other = new byte[random.nextInt(random.nextInt(9) == 0 ? 40_000 : 50)];
        random.nextBytes(other);
        stream.writeBytes(other);
        int[] pixels = written(random, words);
        int[] out = new int[pixels.length * pixelBytes];
        Span span = new Span(0, pixels.length);
        RowFilterer.Row row = new RowFilterer.Row(pixels, new int[0]);
        int count = matcher.tokens(row, span, stream.size(), out, 0);
        byte[] bytes = TokenBytes.bytes(pixels, span, pixelBytes);
        byte[] before = stream.toByteArray();
        assertThat(
                TokenBytes.expanded(
                    before, Arrays.copyOf(out, count), new RepeatDistances(pixelBytes, 1 << 15)))
            .isEqualTo(bytes);
        stream.writeBytes(bytes);
      }
    }
  }

  /** What was written before costs little more than its first pixel. */
  @ParameterizedTest
  @ValueSource(ints = {1, 3, 4})
  void samePixelsAgain_areFewTokens(int pixelBytes) {
    PixelMatcher matcher = new PixelMatcher();
    matcher.restart(pixelBytes);
    int[] pixels = new Random(5).ints(240, 0, 1 << 8).toArray();
    RowFilterer.Row row = new RowFilterer.Row(pixels, new int[0]);
    int[] out = new int[pixels.length * pixelBytes];
    Span span = new Span(0, pixels.length);
    assertThat(matcher.tokens(row, span, 0, out, 0)).isGreaterThan(200);
    assertThat(matcher.tokens(row, span, 5_000, out, 0)).isLessThan(20);
  }

  /** Some of the words, one after the other. */
  private static int[] written(Random random, int[] words) {
    int[] pixels = new int[1 + random.nextInt(400)];
    int at = 0;
    while (at < pixels.length) {
      int from = random.nextInt(words.length - 1);
      int length = Math.min(pixels.length - at, 1 + random.nextInt(words.length - from - 1));
      System.arraycopy(words, from, pixels, at, length);
      at += length;
    }
    return pixels;
  }
}
