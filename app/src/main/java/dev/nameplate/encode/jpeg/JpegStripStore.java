package dev.nameplate.encode.jpeg;

import dev.nameplate.encode.StripStore;
import dev.nameplate.geometry.Size;
import java.util.List;

/**
 * A background's strips as restart intervals (ITU-T T.81).
 *
 * @param size of the background, in pixels
 * @param quality of the encoding, 1 to 100
 * @param tables that the strips are coded with, which are in the head too
 * @param head the file up to the first strip; must not be written to
 * @param strips each with the marker after it; must not be written to
 */
@SuppressWarnings("ArrayRecordComponent") // The bytes are handed on, never compared.
public record JpegStripStore(
    Size size, int quality, HuffmanTables tables, byte[] head, List<byte[]> strips)
    implements StripStore {
  public JpegStripStore {
    strips = List.copyOf(strips);
  }

  @Override
  public long weight() {
    return head.length + strips.stream().mapToLong(strip -> strip.length).sum();
  }
}
