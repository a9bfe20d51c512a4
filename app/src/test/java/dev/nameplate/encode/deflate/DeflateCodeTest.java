package dev.nameplate.encode.deflate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.zip.DataFormatException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is written in our codes is what zlib reads. */
final class DeflateCodeTest {
  private static final byte[] NOTHING = {};

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4})
  void tokens_inTheirOwnCode_inflate(int pixelBytes) throws DataFormatException {
    Random random = new Random(pixelBytes);
    for (int round = 0; round < 300; round++) {
      int[] tokens = tokens(random, grid(pixelBytes), 1 + random.nextInt(3_000), true);
      TokenCounts counts = new TokenCounts();
      counts.add(tokens, 0, tokens.length);
      assertInflates(tokens, counts.code(grid(pixelBytes)), grid(pixelBytes));
    }
  }

  /** A code made for all pictures has a meaning for every byte and run. */
  @ParameterizedTest
  @ValueSource(ints = {1, 3, 4})
  void otherTokens_inATrainedCode_inflate(int pixelBytes) throws DataFormatException {
    Random random = new Random(10 + pixelBytes);
    for (int round = 0; round < 300; round++) {
      int[] known = tokens(random, grid(pixelBytes), 1 + random.nextInt(3_000), true);
      int[] others = tokens(random, grid(pixelBytes), 1 + random.nextInt(3_000), false);
      TokenCounts counts = new TokenCounts();
      counts.add(known, 0, known.length);
      counts.addAll();
      int[] both = IntStream.concat(Arrays.stream(known), Arrays.stream(others)).toArray();
      assertInflates(both, counts.code(grid(pixelBytes)), grid(pixelBytes));
    }
  }

  @Test
  void everyLengthAndDistance_coded_inflates() throws DataFormatException {
    Random random = new Random(5);
    int first = 1 << 15;
    IntStream literals = random.ints(first, 0, 256);
    IntStream lengths =
        IntStream.rangeClosed(Lz77Tokens.SHORTEST, Lz77Tokens.LONGEST)
            .flatMap(
                length ->
                    IntStream.of(
                        Lz77Tokens.match(length, 1 + random.nextInt(1 << 15)),
                        Lz77Tokens.FIRST_RUN + length,
                        Lz77Tokens.FIRST_COPY + length));
    IntStream distances =
        IntStream.iterate(1, distance -> distance <= 1 << 15, distance -> distance + 1)
            .filter(distance -> distance < 600 || (distance + 2) % 64 < 4)
            .map(distance -> Lz77Tokens.match(Lz77Tokens.SHORTEST, distance));
    int[] tokens = IntStream.concat(literals, IntStream.concat(lengths, distances)).toArray();
    TokenCounts counts = new TokenCounts();
    counts.add(tokens, 0, tokens.length);
    assertInflates(tokens, counts.code(grid(3)), grid(3));
  }

  /** The longest code that there is: fifteen bits for a length and for a distance. */
  @Test
  void rarestSymbols_coded_inflate() throws DataFormatException {
    int[] main = new int[DeflateCode.LITERALS_AND_LENGTHS];
    int[] far = new int[DeflateCode.DISTANCES];
    Arrays.fill(main, 1);
    Arrays.fill(far, 1);
    for (int i = 0; i < 28; i++) {
      main[i] = 1 << i;
      far[i] = 1 << i;
    }
    DeflateCode code = DeflateCode.of(main, far, grid(4));
    IntStream rare = IntStream.generate(() -> Lz77Tokens.match(257, 1 << 15)).limit(400);
    IntStream literals = new Random(3).ints(1 << 15, 0, 256);
    assertInflates(IntStream.concat(literals, rare).toArray(), code, grid(4));
  }

  @Test
  void onlyLiterals_coded_inflate() throws DataFormatException {
    TokenCounts counts = new TokenCounts();
    int[] tokens = {9};
    counts.add(tokens, 0, 1);
    assertInflates(tokens, counts.code(grid(3)), grid(3));
  }

  @Test
  void countsCleared_areAsNew() {
    Random random = new Random(8);
    int[] tokens = tokens(random, grid(3), 900, true);
    TokenCounts used = new TokenCounts();
    used.add(tokens(random, grid(3), 900, true), 0, 90);
    used.addAll();
    used.clear();
    used.add(tokens, 0, tokens.length);
    TokenCounts fresh = new TokenCounts();
    fresh.add(tokens, 0, tokens.length);
    assertThat(used.code(grid(3)).table()).isEqualTo(fresh.code(grid(3)).table());
    assertThat(used.bits(grid(3))).isEqualTo(fresh.bits(grid(3)));
  }

  /** Rows of forty pixels. */
  private static RepeatDistances grid(int pixelBytes) {
    return new RepeatDistances(pixelBytes, 1 + 40 * pixelBytes);
  }

  private static void assertInflates(int[] tokens, DeflateCode code, RepeatDistances grid)
      throws DataFormatException {
    BitWriter out = new BitWriter();
    out.restart(0);
    code.begin(out);
    out.ensure(Long.BYTES * tokens.length);
    out.put(tokens, 0, tokens.length, code);
    code.end(out);
    byte[] expected = TokenBytes.expanded(NOTHING, tokens, grid);
    byte[] run = Arrays.copyOf(out.array(), out.size());
    assertThat(run).endsWith(0x00, 0x00, 0xff, 0xff);
    assertThat(TokenBytes.inflated(NOTHING, run, expected.length)).isEqualTo(expected);
  }

  /**
   * Bytes, runs, copies and, where wanted, matches that look back no farther than the first byte.
   */
  private static int[] tokens(Random random, RepeatDistances grid, int count, boolean matches) {
    int[] tokens = new int[count];
    int made = 0;
    int alphabet = 1 << random.nextInt(9);
    int literals = 1 + random.nextInt(20);
    for (int i = 0; i < count; i++) {
      int kind = made < grid.rowBytes() ? 0 : random.nextInt(literals + 3);
      int length = random.nextInt(9) == 0 ? Lz77Tokens.LONGEST : 3 + random.nextInt(256);
      if (matches && kind == literals) {
        tokens[i] = Lz77Tokens.match(length, 1 + random.nextInt(Math.min(made, 1 << 15)));
        made += length;
      } else if (kind == literals + 1) {
        tokens[i] = Lz77Tokens.FIRST_RUN + length;
        made += length;
      } else if (kind == literals + 2) {
        tokens[i] = Lz77Tokens.FIRST_COPY + length;
        made += length;
      } else {
        tokens[i] = random.nextInt(alphabet);
        made++;
      }
    }
    return tokens;
  }
}
