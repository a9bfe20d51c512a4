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
 * Compresses whole strips with zlib and, at best effort and if there is much repetition, with the
 * optimal parse too. For one thread at a time.
 */
final class StripCompressor {
  private static final ZlibSettings FAST = new ZlibSettings(3, Deflater.DEFAULT_STRATEGY);
  private static final ZlibSettings TRIAL = new ZlibSettings(6, Deflater.DEFAULT_STRATEGY);
  private static final ZlibSettings NOISE_TRIAL = new ZlibSettings(1, Deflater.DEFAULT_STRATEGY);
  private static final ZlibSettings STRIP = new ZlibSettings(7, Deflater.DEFAULT_STRATEGY);
  private static final ZlibSettings NOISE = new ZlibSettings(8, Deflater.DEFAULT_STRATEGY);
  private static final ZlibSettings BEST = new ZlibSettings(9, Deflater.DEFAULT_STRATEGY);

  /** Data that compresses by less than this factor is noise, in which a search finds little. */
  private static final int NOISY = 8;

  /** Each filter for all rows, and all of them for a choice by row. */
  static final List<List<ScanlineFilter>> FILTERS =
      Stream.concat(
              Arrays.stream(ScanlineFilter.values()).map(List::of),
              Stream.of(List.of(ScanlineFilter.values())))
          .toList();

  private final RowFilterer rowFilterer = new RowFilterer();
  private byte[] filtered = new byte[0];
  private byte[] trial = new byte[0];
  private byte[] compressed = new byte[0];

  /** Parameters of a deflater. */
  private record ZlibSettings(int level, int strategy) {}

  /**
   * Rows that were compressed with the filters found for them.
   *
   * @param rows from the picture's top
   * @param isFinal whether {@link #finished} finds nothing shorter
   */
  record Trial(Span rows, List<ScanlineFilter> filters, PngPiece piece, boolean isFinal) {
    int length() {
      return piece.chunk().length;
    }
  }

  /** Compresses rows as one piece, with the best filters found. */
  PngPiece compress(PngRows rows, Span span, Effort effort) {
    return finished(rows, tried(rows, span, effort)).piece();
  }

  /** Finds filters and compresses rows with them, at best effort for a comparison only. */
  Trial tried(PngRows rows, Span span, Effort effort) {
    if (effort == Effort.FAST) {
      ScanlineFilter filter =
          rows.color() instanceof PngColor.Indexed ? ScanlineFilter.NONE : ScanlineFilter.UP;
      List<ScanlineFilter> filters = List.of(filter);
      return new Trial(span, filters, compress(rows, span, filters, FAST), true);
    }
    PngPiece up = compress(rows, span, List.of(ScanlineFilter.UP), NOISE_TRIAL);
    if ((long) NOISY * up.chunk().length > (long) rows.grid().rowBytes() * span.length()) {
      List<ScanlineFilter> filters = bestFilters(rows, span, NOISE_TRIAL).filters();
      return new Trial(span, filters, compress(rows, span, filters, NOISE), true);
    }
    return bestFilters(rows, span, TRIAL);
  }

  /** Compresses rows that were tried as well as it can with their filters. */
  Trial finished(PngRows rows, Trial trial) {
    if (trial.isFinal()) {
      return trial;
    }
    PngPiece best =
        Stream.of(
                trial.piece(),
                compress(rows, trial.rows(), trial.filters(), BEST),
                shortest(rows, trial.rows(), trial.filters()))
            .min(Comparator.comparingInt(piece -> piece.chunk().length))
            .orElseThrow();
    return new Trial(trial.rows(), trial.filters(), best, true);
  }

  /** Compresses rows as one piece, with a given filter. */
  PngPiece compress(PngRows rows, Span span, ScanlineFilter filter, Effort effort) {
    return compress(rows, span, List.of(filter), effort == Effort.FAST ? FAST : STRIP);
  }

  /**
   * Compresses rows as one piece.
   *
   * @param filters one for all rows, or several, of which each row has the one with the least sum
   *     of absolute differences (PNG 3rd edition, section 12.7)
   * @param level of zlib, 1 to 9
   */
  PngPiece compress(PngRows rows, Span span, List<ScanlineFilter> filters, int level) {
    return compress(rows, span, filters, new ZlibSettings(level, Deflater.DEFAULT_STRATEGY));
  }

  private Trial bestFilters(PngRows rows, Span span, ZlibSettings settings) {
    return FILTERS.stream()
        .map(filters -> new Trial(span, filters, compress(rows, span, filters, settings), false))
        .min(Comparator.comparingInt(Trial::length))
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

  private PngPiece compress(
      PngRows rows, Span span, List<ScanlineFilter> filters, ZlibSettings settings) {
    int length = filter(rows, span, filters);
    int size = deflate(settings, length);
    return new PngPiece(
        PngChunks.chunk("IDAT", compressed, size), AdlerChecksum.of(filtered, 0, length));
  }

  /** Filters rows; returns the number of bytes. */
  private int filter(PngRows rows, Span span, List<ScanlineFilter> filters) {
    int rowBytes = rows.grid().rowBytes();
    int length = Math.multiplyExact(rowBytes, span.length());
    ensureCapacity(length, rowBytes);
    for (int row = span.from(); row < span.to(); row++) {
      filter(rows, row, filters, (row - span.from()) * rowBytes);
    }
    return length;
  }

  /**
   * Chooses the filter with the least sum of absolute differences (PNG 3rd edition, section 12.7).
   */
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

  private int deflate(ZlibSettings settings, int length) {
    Deflater deflater = new Deflater(settings.level(), true);
    try {
      deflater.setStrategy(settings.strategy());
      deflater.deflate(new byte[1]); // Applies the strategy before there is any input.
      deflater.setInput(filtered, 0, length);
      int size = deflater.deflate(compressed, 0, compressed.length, Deflater.SYNC_FLUSH);
      if (!deflater.needsInput() || size == compressed.length) {
        throw new IllegalStateException(length + " bytes outgrew their buffer");
      }
      return size;
    } finally {
      deflater.end();
    }
  }

  private void ensureCapacity(int length, int rowBytes) {
    if (filtered.length < length + RowFilterer.SLACK) {
      filtered = new byte[length + RowFilterer.SLACK];
      // Incompressible data becomes stored blocks with five bytes each; a flush adds one more.
      compressed = new byte[length + length / 8 + 64];
    }
    if (trial.length < rowBytes + RowFilterer.SLACK) {
      trial = new byte[rowBytes + RowFilterer.SLACK];
    }
  }
}
