package dev.nameplate.encode.jpeg;

import dev.nameplate.encode.StripStore;
import dev.nameplate.geometry.Size;
import java.util.List;

/**
 * A base's strips as restart intervals.
 *
 * @param quality that they were written at
 * @param head the file up to the first strip; not to be written to
 * @param strips each with the marker behind it; not to be written to
 */
@SuppressWarnings("ArrayRecordComponent") // The bytes are handed on, never compared.
public record JpegStripStore(Size size, int quality, byte[] head, List<byte[]> strips)
    implements StripStore {
  public JpegStripStore {
    strips = List.copyOf(strips);
  }

  @Override
  public long weight() {
    return head.length + strips.stream().mapToLong(strip -> strip.length).sum();
  }
}
