package dev.nameplate.encode;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.Deflater;

/**
 * Packs strips that stay as they are with zlib, as hard as the effort allows. For one thread at a
 * time.
 */
final class BandPacker {
  private static final Press QUICK = new Press(3, Deflater.DEFAULT_STRATEGY);
  private static final Press SCOUT = new Press(6, Deflater.DEFAULT_STRATEGY);
  private static final List<Press> HARDEST =
      List.of(new Press(9, Deflater.DEFAULT_STRATEGY), new Press(9, Deflater.FILTERED));
  private static final int FINALISTS = 2;

  private final Residuals residuals = new Residuals();
  private byte[] filtered = new byte[0];
  private byte[] trial = new byte[0];
  private byte[] packed = new byte[0];

  /** How a deflater is set. */
  private record Press(int level, int strategy) {}

  private record Scouted(List<ScanlineFilter> filters, PngPiece piece) {}

  /** Packs rows as one piece. */
  PngPiece pack(PngRows rows, Span span, Effort effort) {
    if (effort == Effort.QUICK) {
      ScanlineFilter filter =
          rows.colour() instanceof PngColour.Indexed ? ScanlineFilter.NONE : ScanlineFilter.UP;
      return pack(rows, span, List.of(filter), QUICK);
    }
    List<Scouted> scouted =
        Stream.concat(
                Arrays.stream(ScanlineFilter.values()).map(List::of),
                Stream.of(List.of(ScanlineFilter.values())))
            .map(filters -> new Scouted(filters, pack(rows, span, filters, SCOUT)))
            .sorted(Comparator.comparingInt(s -> s.piece().chunk().length))
            .limit(FINALISTS)
            .toList();
    return Stream.concat(
            scouted.stream().map(Scouted::piece),
            scouted.stream()
                .flatMap(s -> HARDEST.stream().map(p -> pack(rows, span, s.filters(), p))))
        .min(Comparator.comparingInt(piece -> piece.chunk().length))
        .orElseThrow();
  }

  /** Packs rows with a filter that is given. */
  PngPiece pack(PngRows rows, Span span, ScanlineFilter filter, Effort effort) {
    List<Press> presses = effort == Effort.QUICK ? List.of(QUICK) : HARDEST;
    return presses.stream()
        .map(press -> pack(rows, span, List.of(filter), press))
        .min(Comparator.comparingInt(piece -> piece.chunk().length))
        .orElseThrow();
  }

  private PngPiece pack(PngRows rows, Span span, List<ScanlineFilter> filters, Press press) {
    int rowBytes = rows.grid().rowBytes();
    int length = Math.multiplyExact(rowBytes, span.length());
    makeRoom(length, rowBytes);
    for (int row = span.from(); row < span.to(); row++) {
      filter(rows, row, filters, (row - span.from()) * rowBytes);
    }
    int size = deflate(press, length);
    return new PngPiece(PngChunks.chunk("IDAT", packed, size), AdlerSum.of(filtered, 0, length));
  }

  /** Of several filters takes the one with the least sum of differences (PNG, section 12.7). */
  private void filter(PngRows rows, int row, List<ScanlineFilter> filters, int to) {
    int rowBytes = rows.grid().rowBytes();
    residuals.write(rows, filters.get(0), row, filtered, to);
    if (filters.size() == 1) {
      return;
    }
    int least = sumOfDifferences(filtered, to + 1, rowBytes - 1);
    for (int i = 1; i < filters.size(); i++) {
      residuals.write(rows, filters.get(i), row, trial, 0);
      int sum = sumOfDifferences(trial, 1, rowBytes - 1);
      if (sum < least) {
        least = sum;
        System.arraycopy(trial, 0, filtered, to, rowBytes);
      }
    }
  }

  private static int sumOfDifferences(byte[] bytes, int from, int length) {
    int sum = 0;
    for (int i = from; i < from + length; i++) {
      sum += Math.abs(bytes[i]);
    }
    return sum;
  }

  private int deflate(Press press, int length) {
    Deflater deflater = new Deflater(press.level(), true);
    try {
      deflater.setStrategy(press.strategy());
      deflater.deflate(new byte[1]); // Takes the strategy over before there is anything to pack.
      deflater.setInput(filtered, 0, length);
      int size = deflater.deflate(packed, 0, packed.length, Deflater.SYNC_FLUSH);
      if (!deflater.needsInput() || size == packed.length) {
        throw new IllegalStateException(length + " bytes outgrew their buffer");
      }
      return size;
    } finally {
      deflater.end();
    }
  }

  private void makeRoom(int length, int rowBytes) {
    if (filtered.length < length + Residuals.SLACK) {
      filtered = new byte[length + Residuals.SLACK];
      // Deflate falls back to stored blocks, five bytes each; a flush ends with one more.
      packed = new byte[length + length / 8 + 64];
    }
    if (trial.length < rowBytes + Residuals.SLACK) {
      trial = new byte[rowBytes + Residuals.SLACK];
    }
  }
}
