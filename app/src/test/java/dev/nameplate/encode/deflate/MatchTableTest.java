package dev.nameplate.encode.deflate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

final class MatchTableTest {
  @Test
  void matches_areWhatStandsThere_eachLongerAndFartherThanTheOneBefore() {
    Random random = new Random(3);
    for (int round = 0; round < 100; round++) {
      byte[] bytes = new byte[1 + random.nextInt(round % 10 == 0 ? 50_000 : 900)];
      int run = 1 + random.nextInt(round % 3 == 0 ? 600 : 5);
      for (int i = 0; i < bytes.length; i++) {
        bytes[i] = i > 0 && random.nextInt(run) > 0 ? bytes[i - 1] : (byte) random.nextInt(3);
      }
      MatchTable matchTable = MatchTable.of(bytes, bytes.length, 32);
      for (int at = 0; at < bytes.length; at++) {
        check(bytes, at, matchTable);
      }
    }
  }

  @Test
  void repetition_withinTheWindow_isFoundInFullLength() {
    byte[] bytes = new byte[1 << 15];
    new Random(4).nextBytes(bytes);
    System.arraycopy(bytes, 0, bytes, bytes.length - 40, 40);
    MatchTable matchTable = MatchTable.of(bytes, bytes.length, 64);
    int at = bytes.length - 40;
    assertThat(matchTable.match(matchTable.first(at + 1) - 1)).isEqualTo(Lz77Tokens.match(40, at));
  }

  private static void check(byte[] bytes, int at, MatchTable matchTable) {
    int longest = 0;
    int farthest = 0;
    for (int i = matchTable.first(at); i < matchTable.first(at + 1); i++) {
      int length = Lz77Tokens.length(matchTable.match(i));
      int distance = Lz77Tokens.distance(matchTable.match(i));
      assertThat(length).isGreaterThan(longest).isBetween(Lz77Tokens.SHORTEST, Lz77Tokens.LONGEST);
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
