package dev.nameplate.http.image;

import java.security.SecureRandom;

/**
 * Hashes texts with a secret key: SipHash-2-4 with 128 bits (Aumasson and Bernstein, 2012), over
 * UTF-16 code units in little-endian order. Safe for many threads.
 */
public final class TargetHasher {
  private final long key0;
  private final long key1;

  /** Makes a hasher with a random key, so that hashes mean nothing outside this process. */
  public TargetHasher() {
    this(new SecureRandom().nextLong(), new SecureRandom().nextLong());
  }

  TargetHasher(long key0, long key1) {
    this.key0 = key0;
    this.key1 = key1;
  }

  /**
   * Returns the hash of a request's parts. Their lengths are hashed first, so that different parts
   * never give the same input.
   *
   * @param path at most 65,535 code units long
   * @param query at most 65,535 code units long; empty for none
   * @param accept the header {@code Accept} where it decides the format, else empty
   */
  public TargetHash of(String path, String query, String accept) {
    State state = new State(key0, key1);
    state.add((char) path.length());
    state.add((char) query.length());
    state.add(path);
    state.add(query);
    state.add(accept);
    return state.finish();
  }

  /** The hash of one text as it stands. */
  TargetHash of(String text) {
    State state = new State(key0, key1);
    state.add(text);
    return state.finish();
  }

  /** Four words that every eight bytes are mixed into. */
  private static final class State {
    private long v0;
    private long v1;
    private long v2;
    private long v3;
    private long word;
    private int units;

    State(long key0, long key1) {
      v0 = key0 ^ 0x736f6d6570736575L;
      v1 = key1 ^ 0x646f72616e646f6dL ^ 0xee;
      v2 = key0 ^ 0x6c7967656e657261L;
      v3 = key1 ^ 0x7465646279746573L;
    }

    void add(String text) {
      int length = text.length();
      int at = 0;
      while ((units & 3) != 0 && at < length) {
        add(text.charAt(at++));
      }
      for (; at + 4 <= length; at += 4) {
        word = four(text, at);
        units += 4;
        mix();
      }
      while (at < length) {
        add(text.charAt(at++));
      }
    }

    private static long four(String text, int at) {
      return text.charAt(at)
          | (long) text.charAt(at + 1) << 16
          | (long) text.charAt(at + 2) << 32
          | (long) text.charAt(at + 3) << 48;
    }

    void add(char unit) {
      word |= (long) unit << (16 * (units & 3));
      units++;
      if ((units & 3) == 0) {
        mix();
      }
    }

    TargetHash finish() {
      word |= (long) units << 57;
      mix();
      v2 ^= 0xee;
      rounds(4);
      long low = v0 ^ v1 ^ v2 ^ v3;
      v1 ^= 0xdd;
      rounds(4);
      return new TargetHash(low, v0 ^ v1 ^ v2 ^ v3);
    }

    private void mix() {
      v3 ^= word;
      rounds(2);
      v0 ^= word;
      word = 0;
    }

    private void rounds(int count) {
      for (int i = 0; i < count; i++) {
        v0 += v1;
        v1 = Long.rotateLeft(v1, 13) ^ v0;
        v0 = Long.rotateLeft(v0, 32);
        v2 += v3;
        v3 = Long.rotateLeft(v3, 16) ^ v2;
        v0 += v3;
        v3 = Long.rotateLeft(v3, 21) ^ v0;
        v2 += v1;
        v1 = Long.rotateLeft(v1, 17) ^ v2;
        v2 = Long.rotateLeft(v2, 32);
      }
    }
  }
}
