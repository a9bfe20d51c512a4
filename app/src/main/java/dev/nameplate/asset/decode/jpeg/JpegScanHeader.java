package dev.nameplate.asset.decode.jpeg;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A JPEG's scan header (ITU-T T.81, B.2.3).
 *
 * @param components the indexes of its components in the frame
 * @param firsts the DC table of each component
 * @param others the AC table of each component
 * @param from the first coefficient, 0 to 63
 * @param to the last coefficient, {@code from} to 63
 * @param isRefined whether it refines coefficients of earlier scans by one bit
 * @param low the lowest bit of each coefficient that is known after it
 */
@SuppressWarnings("ArrayRecordComponent") // never compared, changed by its maker alone
record JpegScanHeader(
    int[] components,
    List<Optional<HuffmanTable>> firsts,
    List<Optional<HuffmanTable>> others,
    int from,
    int to,
    boolean isRefined,
    int low) {
  private static final int TABLES = 4;

  /**
   * Parses a scan header.
   *
   * @param tables the DC tables and, from index 4 on, the AC tables
   * @throws JpegException if it is broken
   */
  static JpegScanHeader of(ByteBuffer body, JpegFrame frame, List<Optional<HuffmanTable>> tables) {
    int count = body.remaining() > 0 ? body.get(0) : 0;
    if (count < 1 || count > 4 || body.remaining() < 4 + 2 * count) {
      throw broken();
    }
    int[] components = new int[count];
    List<Optional<HuffmanTable>> firsts = new ArrayList<>();
    List<Optional<HuffmanTable>> others = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      components[i] =
          frame.component(body.get(1 + 2 * i) & 0xff).orElseThrow(JpegScanHeader::broken);
      int numbers = body.get(2 + 2 * i);
      firsts.add(tables.get(numbers >> 4 & TABLES - 1));
      others.add(tables.get(TABLES + (numbers & TABLES - 1)));
    }
    int tail = 1 + 2 * count;
    int from = frame.isProgressive() ? body.get(tail) : 0;
    int to = frame.isProgressive() ? body.get(tail + 1) : 63;
    int bits = frame.isProgressive() ? body.get(tail + 2) & 0xff : 0;
    if (from < 0 || to < from || to > 63 || (from > 0 && count > 1)) {
      throw broken();
    }
    return new JpegScanHeader(components, firsts, others, from, to, bits >> 4 != 0, bits & 15);
  }

  private static JpegException broken() {
    return new JpegException("a scan header of the JPEG is broken");
  }
}
