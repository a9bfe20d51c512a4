package dev.nameplate.asset.decode.jpeg;

import java.util.List;
import java.util.Optional;

/** Skips the blocks of one scan without decoding pixels (ITU-T T.81, F.2.2 and G.1.2). */
final class BlockReader {
  private final EntropyReader data;
  private final JpegScanHeader scan;
  private final boolean isProgressive;
  private int emptyBlocks;

  BlockReader(EntropyReader data, JpegScanHeader scan, boolean isProgressive) {
    this.data = data;
    this.scan = scan;
    this.isProgressive = isProgressive;
  }

  /**
   * Continues after a restart marker.
   *
   * @param number of the marker, 0 to 7
   */
  void restart(int number) {
    data.restart(number);
    emptyBlocks = 0;
  }

  /**
   * Skips a block.
   *
   * @param member the index of its component in the scan
   * @param known a bit for each coefficient that is not 0 in earlier scans
   * @return the bits after this scan
   */
  long read(int member, long known) {
    if (!isProgressive) {
      first(member);
      others(member, 1, 63);
      return known;
    }
    if (scan.from() == 0) {
      if (scan.isRefined()) {
        data.bits(1);
      } else {
        first(member);
      }
      return known;
    }
    return scan.isRefined() ? refined(known) : band(known);
  }

  private void first(int member) {
    data.bits(Math.min(16, data.symbol(table(scan.firsts(), member))));
  }

  private void others(int member, int from, int to) {
    HuffmanTable table = table(scan.others(), member);
    for (int k = from; k <= to; k++) {
      int symbol = data.symbol(table);
      int size = symbol & 15;
      int zeros = symbol >> 4;
      if (size == 0 && zeros < 15) {
        return;
      }
      k += zeros;
      data.bits(size);
    }
  }

  private long band(long known) {
    if (emptyBlocks > 0) {
      emptyBlocks--;
      return known;
    }
    HuffmanTable table = table(scan.others(), 0);
    long after = known;
    for (int k = scan.from(); k <= scan.to(); k++) {
      int symbol = data.symbol(table);
      int size = symbol & 15;
      int zeros = symbol >> 4;
      if (size == 0 && zeros < 15) {
        emptyBlocks = (1 << zeros) - 1 + data.bits(zeros);
        return after;
      }
      k += zeros;
      data.bits(size);
      if (size > 0 && k < 64) {
        after |= 1L << k;
      }
    }
    return after;
  }

  private long refined(long known) {
    HuffmanTable table = table(scan.others(), 0);
    long after = known;
    int k = scan.from();
    while (emptyBlocks == 0 && k <= scan.to()) {
      int symbol = data.symbol(table);
      int zeros = symbol >> 4;
      boolean isNew = (symbol & 15) != 0;
      if (isNew) {
        data.bits(1);
      } else if (zeros < 15) {
        emptyBlocks = (1 << zeros) + data.bits(zeros);
        break;
      }
      k = over(known, k, zeros);
      if (isNew && k < 64) {
        after |= 1L << k;
      }
      k++;
    }
    if (emptyBlocks > 0) {
      over(known, k, 64);
      emptyBlocks--;
    }
    return after;
  }

  /**
   * Skips a number of zero coefficients, and a correction bit for each nonzero one between them.
   */
  private int over(long known, int from, int zeros) {
    int left = zeros;
    int k = from;
    for (; k <= scan.to(); k++) {
      if ((known >>> k & 1) != 0) {
        data.bits(1);
      } else if (left-- == 0) {
        break;
      }
    }
    return k;
  }

  private static HuffmanTable table(List<Optional<HuffmanTable>> tables, int member) {
    return tables
        .get(member)
        .orElseThrow(() -> new JpegException("the JPEG has no table for its codes"));
  }
}
