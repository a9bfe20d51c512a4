package dev.nameplate.encode.png;

import dev.nameplate.encode.Effort;
import dev.nameplate.encode.Span;
import dev.nameplate.encode.deflate.BitWriter;
import dev.nameplate.encode.deflate.OptimalParse;
import dev.nameplate.encode.deflate.RepeatDistances;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.Deflater;

/**
 * Packs strips that stay as they are, as hard as the effort allows: with zlib, and where that finds
 * much that repeats, with the shortest parse too. For one thread at a time.
 */
final class StaticBandCompressor {
  private static final Press QUICK = new Press(3, Deflater.DEFAULT_STRATEGY);
  private static final Press SCOUT = new Press(6, Deflater.DEFAULT_STRATEGY);
  private static final Press SCOUT_OF_NOISE = new Press(1, Deflater.DEFAULT_STRATEGY);
  private static final Press STRIP = new Press(7, Deflater.DEFAULT_STRATEGY);
  private static final Press NOISE = new Press(8, Deflater.DEFAULT_STRATEGY);
  private static final Press HARDEST = new Press(9, Deflater.DEFAULT_STRATEGY);

  /** Bytes that become more than one in so many are noise, in which a search finds little. */
  private static final int NOISY = 8;

  private static final List<List<ScanlineFilter>> FILTERS =
      Stream.concat(
              Arrays.stream(ScanlineFilter.values()).map(List::of),
              Stream.of(List.of(ScanlineFilter.values())))
          .toList();

  private final RowFilterer rowFilterer = new RowFilterer();
  private byte[] filtered = new byte[0];
  private byte[] trial = new byte[0];
  private byte[] packed = new byte[0];

  /** How a deflater is set. */
  private record Press(int level, int strategy) {}

  private record Scouted(List<ScanlineFilter> filters, PngPiece piece) {
    int length() {
      return piece.chunk().length;
    }
  }

  /** Packs rows as one piece. */
  PngPiece pack(PngRows rows, Span span, Effort effort) {
    if (effort == Effort.QUICK) {
      ScanlineFilter filter =
          rows.colour() instanceof PngColor.Indexed ? ScanlineFilter.NONE : ScanlineFilter.UP;
      return pack(rows, span, List.of(filter), QUICK);
    }
    PngPiece up = pack(rows, span, List.of(ScanlineFilter.UP), SCOUT_OF_NOISE);
    if ((long) NOISY * up.chunk().length > (long) rows.grid().rowBytes() * span.length()) {
      return pack(rows, span, scouted(rows, span, SCOUT_OF_NOISE).filters(), NOISE);
    }
    Scouted best = scouted(rows, span, SCOUT);
    return Stream.of(
            best.piece(),
            pack(rows, span, best.filters(), HARDEST),
            shortest(rows, span, best.filters()))
        .min(Comparator.comparingInt(piece -> piece.chunk().length))
        .orElseThrow();
  }

  /** Packs rows with a filter that is given. */
  PngPiece pack(PngRows rows, Span span, ScanlineFilter filter, Effort effort) {
    return pack(rows, span, List.of(filter), effort == Effort.QUICK ? QUICK : STRIP);
  }

  private Scouted scouted(PngRows rows, Span span, Press press) {
    return FILTERS.stream()
        .map(filters -> new Scouted(filters, pack(rows, span, filters, press)))
        .min(Comparator.comparingInt(Scouted::length))
        .orElseThrow();
  }

  private PngPiece shortest(PngRows rows, Span span, List<ScanlineFilter> filters) {
    int length = filter(rows, span, filters);
    BitWriter out = new BitWriter();
    out.restart(PngChunks.DATA);
    RepeatDistances repeats = rows.grid().repeats();
    OptimalParse.put(OptimalParse.blocks(filtered, length, repeats), repeats, out);
    return new PngPiece(
        PngChunks.framed("IDAT", out.array(), out.size()), AdlerChecksum.of(filtered, 0, length));
  }

  private PngPiece pack(PngRows rows, Span span, List<ScanlineFilter> filters, Press press) {
    int length = filter(rows, span, filters);
    int size = deflate(press, length);
    return new PngPiece(
        PngChunks.chunk("IDAT", packed, size), AdlerChecksum.of(filtered, 0, length));
  }

  /** Filters rows and tells how many bytes they are. */
  private int filter(PngRows rows, Span span, List<ScanlineFilter> filters) {
    int rowBytes = rows.grid().rowBytes();
    int length = Math.multiplyExact(rowBytes, span.length());
    makeRoom(length, rowBytes);
    for (int row = span.from(); row < span.to(); row++) {
      filter(rows, row, filters, (row - span.from()) * rowBytes);
    }
    return length;
  }

  /** Of several filters takes the one with the least sum of differences (PNG, section 12.7). */
  private void filter(PngRows rows, int row, List<ScanlineFilter> filters, int to) {
    int rowBytes = rows.grid().rowBytes();
    rowFilterer.write(rows, filters.get(0), row, filtered, to);
    if (filters.size() == 1) {
      return;
    }
    int least = sumOfDifferences(filtered, to + 1, rowBytes - 1);
    for (int i = 1; i < filters.size(); i++) {
      rowFilterer.write(rows, filters.get(i), row, trial, 0);
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
    if (filtered.length < length + RowFilterer.SLACK) {
      filtered = new byte[length + RowFilterer.SLACK];
      // Deflate falls back to stored blocks, five bytes each; a flush ends with one more.
      packed = new byte[length + length / 8 + 64];
    }
    if (trial.length < rowBytes + RowFilterer.SLACK) {
      trial = new byte[rowBytes + RowFilterer.SLACK];
    }
  }
}
