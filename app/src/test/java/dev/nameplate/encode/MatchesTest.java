package dev.nameplate.encode;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

final class MatchesTest {
  @Test
  void matches_areWhatStandsThere_eachLongerAndFartherThanTheOneBefore() {
    Random random = new Random(3);
    for (int round = 0; round < 100; round++) {
      byte[] bytes = new byte[1 + random.nextInt(round % 10 == 0 ? 50_000 : 900)];
      int run = 1 + random.nextInt(round % 3 == 0 ? 600 : 5);
      for (int i = 0; i < bytes.length; i++) {
        bytes[i] = i > 0 && random.nextInt(run) > 0 ? bytes[i - 1] : (byte) random.nextInt(3);
      }
      Matches matches = Matches.of(bytes, bytes.length, 32);
      for (int at = 0; at < bytes.length; at++) {
        check(bytes, at, matches);
      }
    }
  }

  @Test
  void repetition_withinTheWindow_isFoundInFullLength() {
    byte[] bytes = new byte[1 << 15];
    new Random(4).nextBytes(bytes);
    System.arraycopy(bytes, 0, bytes, bytes.length - 40, 40);
    Matches matches = Matches.of(bytes, bytes.length, 64);
    int at = bytes.length - 40;
    assertThat(matches.match(matches.first(at + 1) - 1)).isEqualTo(Tokens.match(40, at));
  }

  private static void check(byte[] bytes, int at, Matches matches) {
    int longest = 0;
    int farthest = 0;
    for (int i = matches.first(at); i < matches.first(at + 1); i++) {
      int length = Tokens.length(matches.match(i));
      int distance = Tokens.distance(matches.match(i));
      assertThat(length).isGreaterThan(longest).isBetween(Tokens.SHORTEST, Tokens.LONGEST);
      assertThat(distance).isGreaterThan(farthest).isLessThanOrEqualTo(Math.min(at, 1 << 15));
      assertThat(at + length).isLessThanOrEqualTo(bytes.length);
      for (int b = at; b < at + length; b++) {
        assertThat(bytes[b] == bytes[b - distance]).isTrue();
      }
      longest = length;
      farthest = distance;
    }
  }
}
