package dev.nameplate.encode;

/**
 * Joins Adler-32 checksums (RFC 1950, section 8.2) of parts into that of the whole.
 *
 * <p>Let a checksum be the pair (a, b). Appending a part of length n to a whole (a₁, b₁) gives a =
 * a₁ + a₂ − 1 and b = b₁ + b₂ + n·(a₁ − 1), all modulo 65521.
 */
final class Adler32Sum {
  private static final long BASE = 65521;

  private long a = 1;
  private long b;

  void append(int checksum, int length) {
    long nextA = checksum & 0xffffL;
    long nextB = (checksum >>> 16) & 0xffffL;
    b = (b + nextB + length % BASE * (a + BASE - 1)) % BASE;
    a = (a + nextA + BASE - 1) % BASE;
  }

  int value() {
    return (int) ((b << 16) | a);
  }
}
