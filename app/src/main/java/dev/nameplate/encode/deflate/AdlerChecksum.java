package dev.nameplate.encode.deflate;

import java.util.zip.Adler32;

/**
 * An Adler-32 checksum (RFC 1950, section 8.2) that can be combined with another one.
 *
 * <p>It is two sums modulo 65521: of the bytes, starting at 1, and of the first sum after each
 * byte. After other bytes, the first sum grows by theirs, and the second by the same amount for
 * each byte that follows; so two checksums are combined without access to the bytes.
 *
 * @param value as the file stores it
 * @param length of the bytes summed
 */
public record AdlerChecksum(int value, long length) {
  private static final long BASE = 65521;

  /** The checksum of no bytes. */
  public static final AdlerChecksum EMPTY = new AdlerChecksum(1, 0);

  /** The checksum of a range of bytes. */
  public static AdlerChecksum of(byte[] bytes, int from, int length) {
    Adler32 adler = new Adler32();
    adler.update(bytes, from, length);
    return new AdlerChecksum((int) adler.getValue(), length);
  }

  /** The checksum of these bytes followed by others. */
  public AdlerChecksum then(AdlerChecksum next) {
    long grown = low() - 1 + BASE;
    long sum = (grown + next.low()) % BASE;
    long sums = (high() + next.high() + grown % BASE * (next.length % BASE)) % BASE;
    return new AdlerChecksum((int) ((sums << 16) | sum), length + next.length);
  }

  private long low() {
    return value & 0xffff;
  }

  private long high() {
    return (value >> 16) & 0xffff;
  }
}
