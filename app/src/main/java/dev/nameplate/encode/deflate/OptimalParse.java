package dev.nameplate.encode.deflate;

import dev.nameplate.encode.Span;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Parses bytes into the tokens of least cost: a shortest path from the first byte to the last, as
 * in Zopfli, on which a token costs what the code of the tokens before gives it. Lazy matching
 * gives the first tokens, the number of rounds is fixed, so that the same bytes always give the
 * same tokens.
 */
public final class OptimalParse {
  private static final int DEPTH = 128;

  /** A match of so many bytes is not deferred. */
  private static final int LONG_ENOUGH = 64;

  /** A match of three bytes from farther away takes more bits than the bytes. */
  private static final int NEAR_FOR_SHORTEST = 4096;

  private static final int PLACES_TO_SPLIT = 12;

  /** Fewer tokens do not repay a block's header. */
  private static final int FEW_TOKENS = 128;

  private final MatchTable matchTable;
  private final RepeatDistances repeats;
  private final int[] costs;
  private final int[] arrivals;

  /**
   * Tokens with a code of their own.
   *
   * @param span the bytes that they encode
   * @param bits length of the block, header and end included
   */
  @SuppressWarnings("ArrayRecordComponent") // Read in place, never compared.
  record Block(Span span, int[] tokens, long bits) {}

  private OptimalParse(byte[] bytes, int length, RepeatDistances repeats) {
    this.matchTable = MatchTable.of(bytes, length, DEPTH);
    this.repeats = repeats;
    this.costs = new int[length + 1];
    this.arrivals = new int[length + 1];
  }

  /**
   * Parses bytes into one block or several, whichever needs fewer bits.
   *
   * @param bytes the bytes to encode, from index 0; not changed
   * @param length how many of the bytes to encode, at least 1
   * @param repeats the distances of runs and copies
   * @return at least one block, in order, in a new list
   */
  public static List<Block> blocks(byte[] bytes, int length, RepeatDistances repeats) {
    OptimalParse parse = new OptimalParse(bytes, length, repeats);
    List<Block> blocks = new ArrayList<>();
    parse.split(parse.improved(parse.block(new Span(0, length), parse.lazy(length))), blocks);
    blocks.replaceAll(parse::improved);
    return blocks;
  }

  /**
   * Writes blocks one after the other, and a sync flush after the last, and ensures the capacity
   * for them. None of them is marked as the stream's last.
   *
   * @param blocks from {@link #blocks}
   * @param repeats the same as for {@link #blocks}
   */
  public static void put(List<Block> blocks, RepeatDistances repeats, BitWriter out) {
    for (int i = 0; i < blocks.size(); i++) {
      int[] tokens = blocks.get(i).tokens();
      DeflateCode code = code(tokens, 0, tokens.length, repeats);
      code.begin(out);
      out.ensure(Long.BYTES * tokens.length);
      out.put(tokens, 0, tokens.length, code);
      if (i + 1 < blocks.size()) {
        code.endBlock(out);
      } else {
        code.end(out);
      }
    }
  }

  private void split(Block whole, List<Block> out) {
    int[] tokens = whole.tokens();
    long least = whole.bits();
    int place = 0;
    for (int i = 1; i < PLACES_TO_SPLIT; i++) {
      int at = (int) ((long) tokens.length * i / PLACES_TO_SPLIT);
      if (Math.min(at, tokens.length - at) >= FEW_TOKENS) {
        long bits = bits(tokens, 0, at) + bits(tokens, at, tokens.length);
        if (bits < least) {
          least = bits;
          place = at;
        }
      }
    }
    if (place == 0) {
      out.add(whole);
      return;
    }
    int border = whole.span().from() + bytes(tokens, place);
    int[] first = Arrays.copyOf(tokens, place);
    int[] second = Arrays.copyOfRange(tokens, place, tokens.length);
    split(block(new Span(whole.span().from(), border), first), out);
    split(block(new Span(border, whole.span().to()), second), out);
  }

  private Block block(Span span, int[] tokens) {
    return new Block(span, tokens, bits(tokens, 0, tokens.length));
  }

  /** The block parsed once more with its own code, or itself if that is not shorter. */
  private Block improved(Block block) {
    Block again = block(block.span(), shortest(block.span(), TokenCosts.of(block.tokens())));
    return again.bits() < block.bits() ? again : block;
  }

  /** Parses all bytes into the longest matches; one is deferred by a byte if the next is longer. */
  private int[] lazy(int length) {
    int[] tokens = new int[length];
    int count = 0;
    int at = 0;
    while (at < length) {
      int match = matchTable.longest(at);
      if (isWorth(match) && !isDeferred(match, at + 1, length)) {
        tokens[count++] = match;
        at += Lz77Tokens.length(match);
      } else {
        tokens[count++] = matchTable.literal(at++);
      }
    }
    return Arrays.copyOf(tokens, count);
  }

  private static boolean isWorth(int match) {
    int length = Lz77Tokens.length(match);
    return length > Lz77Tokens.SHORTEST
        || (length == Lz77Tokens.SHORTEST && Lz77Tokens.distance(match) <= NEAR_FOR_SHORTEST);
  }

  private boolean isDeferred(int match, int next, int end) {
    int length = Lz77Tokens.length(match);
    return length < LONG_ENOUGH
        && next < end
        && Lz77Tokens.length(matchTable.longest(next)) > length;
  }

  private int[] shortest(Span span, TokenCosts code) {
    Arrays.fill(costs, span.from() + 1, span.to() + 1, Integer.MAX_VALUE);
    costs[span.from()] = 0;
    for (int at = span.from(); at < span.to(); at++) {
      arrive(at + 1, costs[at] + code.literal(matchTable.literal(at)), matchTable.literal(at));
      int least = Lz77Tokens.SHORTEST;
      for (int i = matchTable.first(at); i < matchTable.first(at + 1); i++) {
        int distance = Lz77Tokens.distance(matchTable.match(i));
        int most = Math.min(span.to() - at, Lz77Tokens.length(matchTable.match(i)));
        int cost = costs[at] + code.distance(distance);
        for (int length = most == Lz77Tokens.LONGEST ? most : least; length <= most; length++) {
          if (cost + code.length(length) < costs[at + length]) {
            arrive(at + length, cost + code.length(length), Lz77Tokens.match(length, distance));
          }
        }
        least = most + 1;
      }
    }
    return walkBack(span);
  }

  private void arrive(int at, int cost, int token) {
    if (cost < costs[at]) {
      costs[at] = cost;
      arrivals[at] = token;
    }
  }

  private int[] walkBack(Span span) {
    int[] reversed = new int[span.length()];
    int first = reversed.length;
    int at = span.to();
    while (at > span.from()) {
      int token = arrivals[at];
      reversed[--first] = token;
      at -= Lz77Tokens.isMatch(token) ? Lz77Tokens.length(token) : 1;
    }
    return Arrays.copyOfRange(reversed, first, reversed.length);
  }

  /** How many bytes the first tokens encode. */
  private static int bytes(int[] tokens, int count) {
    int bytes = 0;
    for (int i = 0; i < count; i++) {
      bytes += Lz77Tokens.isMatch(tokens[i]) ? Lz77Tokens.length(tokens[i]) : 1;
    }
    return bytes;
  }

  /** The length in bits of tokens as a block of their own. */
  private long bits(int[] tokens, int from, int to) {
    BitWriter out = new BitWriter();
    DeflateCode code = code(tokens, from, to, repeats);
    code.begin(out);
    out.ensure(Long.BYTES * (to - from));
    out.put(tokens, from, to, code);
    code.endBlock(out);
    return out.length();
  }

  private static DeflateCode code(int[] tokens, int from, int to, RepeatDistances repeats) {
    TokenCounts counts = new TokenCounts();
    counts.add(tokens, from, to);
    return counts.code(repeats);
  }
}
