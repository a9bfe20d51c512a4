package dev.nameplate.encode.png;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nameplate.encode.Span;
import dev.nameplate.encode.deflate.AdlerChecksum;
import dev.nameplate.encode.deflate.TokenBytes;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class AdlerDeltaTest {
  @ParameterizedTest
  @ValueSource(ints = {1, 3, 4})
  void partsReplaced_applied_isTheSumOfTheNewBytes(int pixelBytes) {
    Random random = new Random(pixelBytes);
    for (int round = 0; round < 400; round++) {
      int rows = 1 + random.nextInt(16);
      int width = 1 + random.nextInt(5_000 / pixelBytes);
      int rowBytes = width * pixelBytes;
      int[] before = pixels(random, rows * width, pixelBytes);
      int[] after = before.clone();
      AdlerDelta change = new AdlerDelta((long) rows * rowBytes);
      for (int row = 0; row < rows; row++) {
        int from = row * width + random.nextInt(width);
        Span span = new Span(from, from + 1 + random.nextInt((row + 1) * width - from));
        int[] part = pixels(random, span.length(), pixelBytes);
        System.arraycopy(part, 0, after, span.from(), part.length);
        long to = (long) span.to() * pixelBytes;
        change.take(AdlerDelta.of(before, span, pixelBytes), to);
        change.put(AdlerDelta.of(after, span, pixelBytes), to);
      }
      assertThat(change.applied(sum(before, pixelBytes))).isEqualTo(sum(after, pixelBytes));
    }
  }

  private static AdlerChecksum sum(int[] pixels, int pixelBytes) {
    byte[] bytes = TokenBytes.bytes(pixels, new Span(0, pixels.length), pixelBytes);
    return AdlerChecksum.of(bytes, 0, bytes.length);
  }

  /** Noise, nothing, or the largest bytes, whose sums overflow first. */
  private static int[] pixels(Random random, int count, int pixelBytes) {
    int[] pixels = new int[count];
    int kind = random.nextInt(6);
    Arrays.setAll(pixels, i -> kind == 0 ? 0 : kind == 1 ? -1 : random.nextInt());
    int mask = -1 >>> (Integer.SIZE - Byte.SIZE * pixelBytes);
    return Arrays.stream(pixels).map(pixel -> pixel & mask).toArray();
  }
}
