package dev.nameplate.encode.deflate;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class Lz77TokensTest {
  @Test
  void match_holdsItsLengthAndDistance() {
    for (int length = Lz77Tokens.SHORTEST; length <= Lz77Tokens.LONGEST; length++) {
      for (int distance = 1; distance <= 1 << 15; distance += distance < 40 ? 1 : 4091) {
        int token = Lz77Tokens.match(length, distance);
        assertThat(Lz77Tokens.isMatch(token)).isTrue();
        assertThat(Lz77Tokens.length(token)).isEqualTo(length);
        assertThat(Lz77Tokens.distance(token)).isEqualTo(distance);
      }
    }
    assertThat(Lz77Tokens.isMatch(Lz77Tokens.COUNT - 1)).isFalse();
  }
}
