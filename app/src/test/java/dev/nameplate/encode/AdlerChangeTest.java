package dev.nameplate.encode;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class AdlerChangeTest {
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void partsReplaced_applied_isTheSumOfTheNewBytes(long seed) {
    Random random = new Random(seed);
    for (int round = 0; round < 400; round++) {
      int rows = 1 + random.nextInt(16);
      int rowBytes = 1 + random.nextInt(5_000);
      byte[] before = new byte[rows * rowBytes];
      byte[] after = new byte[before.length];
      fill(random, before);
      System.arraycopy(before, 0, after, 0, before.length);
      AdlerChange change = new AdlerChange(before.length);
      for (int row = 0; row < rows; row++) {
        int from = random.nextInt(rowBytes);
        Span span = new Span(from, from + 1 + random.nextInt(rowBytes - from));
        replace(random, after, row * rowBytes, span);
        change
            .behind((long) row * rowBytes)
            .replace(sum(before, row * rowBytes, span), sum(after, row * rowBytes, span), span);
      }
      assertThat(change.applied(AdlerSum.of(before, 0, before.length)))
          .isEqualTo(AdlerSum.of(after, 0, after.length));
    }
  }

  private static int sum(byte[] bytes, int row, Span span) {
    return AdlerSum.of(bytes, row + span.from(), span.length()).value();
  }

  private static void replace(Random random, byte[] bytes, int row, Span span) {
    byte[] part = new byte[span.length()];
    fill(random, part);
    System.arraycopy(part, 0, bytes, row + span.from(), part.length);
  }

  /** Noise, or the largest bytes, whose sums overflow first. */
  private static void fill(Random random, byte[] bytes) {
    if (random.nextInt(3) == 0) {
      Arrays.fill(bytes, (byte) -random.nextInt(2));
    } else {
      random.nextBytes(bytes);
    }
  }
}
