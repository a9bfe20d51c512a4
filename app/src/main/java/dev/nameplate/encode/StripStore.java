package dev.nameplate.encode;

import java.util.List;

/**
 * A base's strips, packed, from the top down.
 *
 * @param head what stands in the file before the first strip; never changed
 */
@SuppressWarnings("ArrayRecordComponent") // Handed on, never compared.
public record StripStore(byte[] head, List<Strip> strips) {
  public StripStore {
    strips = List.copyOf(strips);
  }

  /**
   * One strip as it stands in a file.
   *
   * @param bytes never changed
   * @param checksum Adler-32 of what was compressed; 0 where the format has none
   * @param length how many bytes were compressed
   * @param filter what its rows after the first are filtered with; {@code NONE} where the format
   *     has no filters
   */
  @SuppressWarnings("ArrayRecordComponent") // Handed on, never compared.
  public record Strip(byte[] bytes, int checksum, int length, PngFilter filter) {}

  /** What the strips take in memory. */
  public long bytes() {
    return strips.stream().mapToLong(strip -> strip.bytes().length).sum();
  }
}
