package dev.nameplate.encode.deflate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.zip.DataFormatException;
import org.junit.jupiter.api.Test;

final class OptimalParseTest {
  private static final int LAZY_DEPTH = 64;

  @Test
  void blocks_expandToTheBytes() {
    Random random = new Random(11);
    for (int round = 0; round < 60; round++) {
      byte[] bytes = bytes(random, 1 + random.nextInt(round % 9 == 0 ? 90_000 : 3_000));
      List<OptimalParse.Block> blocks =
          OptimalParse.blocks(bytes, bytes.length, new RepeatDistances(1, 2));
      int at = 0;
      for (OptimalParse.Block block : blocks) {
        assertThat(block.span().from()).isEqualTo(at);
        at = block.span().to();
        byte[] before = Arrays.copyOf(bytes, block.span().from());
        assertThat(TokenBytes.expanded(before, block.tokens(), new RepeatDistances(1, 2)))
            .isEqualTo(Arrays.copyOfRange(bytes, block.span().from(), at));
      }
      assertThat(at).isEqualTo(bytes.length);
    }
  }

  /** As zlib reads them; what they are said to take is what they take. */
  @Test
  void blocks_written_inflateToTheBytes() throws DataFormatException {
    Random random = new Random(12);
    for (int round = 0; round < 60; round++) {
      byte[] bytes = bytes(random, 1 + random.nextInt(round % 9 == 0 ? 90_000 : 3_000));
      RepeatDistances grid = new RepeatDistances(1 + round % 4, 1 + bytes.length * (1 + round % 4));
      List<OptimalParse.Block> blocks = OptimalParse.blocks(bytes, bytes.length, grid);
      BitWriter out = new BitWriter();
      out.restart(0);
      OptimalParse.put(blocks, grid, out);
      byte[] run = Arrays.copyOf(out.array(), out.size());
      assertThat(TokenBytes.inflated(new byte[0], run, bytes.length)).isEqualTo(bytes);
      long bits = blocks.stream().mapToLong(OptimalParse.Block::bits).sum();
      assertThat(8L * out.size() - bits).isBetween(35L, 42L);
    }
  }

  @Test
  void bands_takenApart_areNeverMoreBitsThanByTheLazyParse() {
    Random random = new Random(13);
    for (int round = 0; round < 60; round++) {
      int length = 2_000 + random.nextInt(20_000);
      byte[] bytes = bytes(random, length);
      RepeatDistances grid = new RepeatDistances(1, 2);
      long shortest =
          OptimalParse.blocks(bytes, length, grid).stream()
              .mapToLong(OptimalParse.Block::bits)
              .sum();
      assertThat(shortest).as("round %d", round).isLessThanOrEqualTo(lazyBits(bytes, grid));
    }
  }

  @Test
  void unlikeHalves_areBlocksOfTheirOwn() {
    Random random = new Random(14);
    byte[] bytes = new byte[40_000];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) (random.nextInt(16) + (i < bytes.length / 2 ? 0 : 100));
    }
    assertThat(OptimalParse.blocks(bytes, bytes.length, new RepeatDistances(1, 2)))
        .hasSizeGreaterThan(1);
  }

  @Test
  void sameBytes_areTheSameTokens() {
    byte[] bytes = bytes(new Random(15), 20_000);
    List<int[]> rounds =
        IntStream.range(0, 8)
            .parallel()
            .mapToObj(
                round ->
                    OptimalParse.blocks(bytes, bytes.length, new RepeatDistances(1, 2)).stream()
                        .flatMapToInt(block -> Arrays.stream(block.tokens()))
                        .toArray())
            .toList();
    assertThat(rounds).allSatisfy(tokens -> assertThat(tokens).isEqualTo(rounds.get(0)));
  }

  private static long lazyBits(byte[] bytes, RepeatDistances grid) {
    boolean[] fixed = new boolean[bytes.length];
    Arrays.fill(fixed, true);
    int[] tokens = new int[bytes.length];
    int count = new MatchFinder(bytes, fixed, LAZY_DEPTH).parse(0, bytes.length, tokens, 0);
    TokenCounts counts = new TokenCounts();
    counts.add(tokens, 0, count);
    DeflateCode code = counts.code(grid);
    BitWriter out = new BitWriter();
    out.restart(0);
    code.begin(out);
    out.ensure(Long.BYTES * count);
    out.put(tokens, 0, count, code);
    code.endBlock(out);
    return out.length();
  }

  /** Rows as filters leave them: long runs, small numbers, and copies of what came before. */
  private static byte[] bytes(Random random, int length) {
    byte[] bytes = new byte[length];
    int alphabet = 1 << random.nextInt(9);
    int at = 0;
    while (at < length) {
      int end = at + Math.min(length - at, 1 + random.nextInt(400));
      int kind = random.nextInt(4);
      int distance = at == 0 ? 0 : 1 + random.nextInt(at);
      int even = random.nextInt(alphabet);
      for (; at < end; at++) {
        if (kind == 0) {
          bytes[at] = (byte) even;
        } else {
          boolean copies = kind == 1 && distance > 0;
          bytes[at] = copies ? bytes[at - distance] : (byte) random.nextInt(alphabet);
        }
      }
    }
    return bytes;
  }
}
