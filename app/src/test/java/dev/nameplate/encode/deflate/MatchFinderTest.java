package dev.nameplate.encode.deflate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class MatchFinderTest {
  private static final int WINDOW = 1 << 15;

  /** Any bytes that are not fixed may be others in the picture, and nothing comes of it. */
  @ParameterizedTest
  @ValueSource(ints = {1, 8, 256})
  void fixedStretches_takenApart_expandWhateverTheOtherBytesAre(int depth) {
    Random random = new Random(depth);
    for (int round = 0; round < 120; round++) {
      byte[] bytes = bytes(random, 1 + random.nextInt(round % 9 == 0 ? 100_000 : 3_000));
      boolean[] fixed = fixed(random, bytes.length);
      byte[] picture = bytes.clone();
      for (int i = 0; i < bytes.length; i++) {
        picture[i] = fixed[i] ? bytes[i] : (byte) random.nextInt();
      }
      assertExpands(bytes, fixed, depth, picture);
    }
  }

  @Test
  void repetition_beyondTheWindow_isNotFound() {
    Random random = new Random(4);
    for (int gap = WINDOW - 2; gap <= WINDOW + 2; gap++) {
      byte[] bytes = new byte[gap + 40];
      random.nextBytes(bytes);
      System.arraycopy(bytes, 0, bytes, gap, 40);
      boolean[] fixed = new boolean[bytes.length];
      Arrays.fill(fixed, true);
      int[] tokens = parse(bytes, fixed, new MatchFinder(bytes, fixed, 64), 0, bytes.length);
      assertThat(
              Arrays.stream(tokens)
                  .anyMatch(t -> Lz77Tokens.isMatch(t) && Lz77Tokens.length(t) > 30))
          .as("bytes repeated after %d", gap)
          .isEqualTo(gap <= WINDOW);
    }
  }

  @Test
  void evenBytes_takenApart_areTheLongestMatches() {
    byte[] bytes = new byte[1 + 10 * Lz77Tokens.LONGEST];
    boolean[] fixed = new boolean[bytes.length];
    Arrays.fill(fixed, true);
    int[] tokens = parse(bytes, fixed, new MatchFinder(bytes, fixed, 8), 0, bytes.length);
    assertThat(tokens).hasSize(11);
    assertThat(Arrays.stream(tokens, 1, 11)).containsOnly(Lz77Tokens.match(Lz77Tokens.LONGEST, 1));
  }

  private static void assertExpands(byte[] bytes, boolean[] fixed, int depth, byte[] picture) {
    MatchFinder finder = new MatchFinder(bytes, fixed, depth);
    int from = 0;
    while (from < bytes.length) {
      int to = from + 1;
      while (to < bytes.length && fixed[to] == fixed[from] && (to - from) < 2_000) {
        to++;
      }
      if (fixed[from]) {
        int[] tokens = parse(bytes, fixed, finder, from, to);
        assertThat(
                TokenBytes.expanded(
                    Arrays.copyOf(picture, from), tokens, new RepeatDistances(1, 2)))
            .isEqualTo(Arrays.copyOfRange(bytes, from, to));
      }
      from = to;
    }
  }

  /** The tokens of a stretch, each of them looked at. */
  private static int[] parse(byte[] bytes, boolean[] fixed, MatchFinder finder, int from, int to) {
    int[] out = new int[7 + to - from];
    int[] tokens = Arrays.copyOfRange(out, 7, finder.parse(from, to, out, 7));
    System.arraycopy(out, 7, tokens, 0, tokens.length);
    int at = from;
    for (int token : tokens) {
      if (!Lz77Tokens.isMatch(token)) {
        assertThat(token).isEqualTo(bytes[at++] & 0xff);
        continue;
      }
      int length = Lz77Tokens.length(token);
      int source = at - Lz77Tokens.distance(token);
      assertThat(length).isBetween(Lz77Tokens.SHORTEST, Lz77Tokens.LONGEST);
      assertThat(Lz77Tokens.distance(token)).isBetween(1, Math.min(at, WINDOW));
      for (int i = 0; i < length; i++) {
        assertThat(fixed[source + i]).isTrue();
        assertThat(bytes[source + i]).isEqualTo(bytes[at + i]);
      }
      at += length;
    }
    assertThat(at).isEqualTo(to);
    return tokens;
  }

  /** Few different bytes, with copies of what came before. */
  private static byte[] bytes(Random random, int length) {
    byte[] bytes = new byte[length];
    int alphabet = 1 << random.nextInt(9);
    int at = 0;
    while (at < length) {
      int count = Math.min(length - at, 1 + random.nextInt(400));
      if (at > 0 && random.nextInt(3) > 0) {
        int distance = 1 + random.nextInt(at);
        for (int end = at + count; at < end; at++) {
          bytes[at] = bytes[at - distance];
        }
      } else {
        for (int end = at + count; at < end; at++) {
          bytes[at] = (byte) random.nextInt(alphabet);
        }
      }
    }
    return bytes;
  }

  private static boolean[] fixed(Random random, int length) {
    boolean[] fixed = new boolean[length];
    int most = random.nextBoolean() ? 4 : 700;
    int at = 0;
    while (at < length) {
      int to = Math.min(length, at + 1 + random.nextInt(most));
      Arrays.fill(fixed, at, to, random.nextInt(3) > 0);
      at = to;
    }
    return fixed;
  }
}
