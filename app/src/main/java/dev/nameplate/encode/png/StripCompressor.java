package dev.nameplate.encode.png;

import dev.nameplate.encode.Effort;
import dev.nameplate.encode.Span;
import dev.nameplate.encode.deflate.AdlerChecksum;
import dev.nameplate.encode.deflate.BitWriter;
import dev.nameplate.encode.deflate.OptimalParse;
import dev.nameplate.encode.deflate.RepeatDistances;
import dev.nameplate.encode.png.FilteredRows.Part;
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

  /**
   * The filters that are tried: none, Sub or Up for all rows, or for each row one of all. Average
   * and Paeth were hardly ever the shortest for all rows.
   */
  static final List<List<ScanlineFilter>> FILTERS =
      List.of(
          List.of(ScanlineFilter.NONE),
          List.of(ScanlineFilter.SUB),
          List.of(ScanlineFilter.UP),
          List.of(ScanlineFilter.values()));

  private final FilteredRows.Buffers buffers = new FilteredRows.Buffers();
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
    FilteredRows filtered = new FilteredRows(rows, span, buffers);
    return finished(filtered, tried(filtered, span, effort)).piece();
  }

  /** Finds filters and compresses rows with them, at best effort for a comparison only. */
  Trial tried(FilteredRows rows, Span span, Effort effort) {
    if (effort == Effort.FAST) {
      ScanlineFilter filter =
          rows.rows().color() instanceof PngColor.Indexed ? ScanlineFilter.NONE : ScanlineFilter.UP;
      List<ScanlineFilter> filters = List.of(filter);
      return new Trial(span, filters, compress(rows, span, filters, FAST), true);
    }
    PngPiece up = compress(rows, span, List.of(ScanlineFilter.UP), NOISE_TRIAL);
    if ((long) NOISY * up.chunk().length > (long) rows.rows().grid().rowBytes() * span.length()) {
      List<ScanlineFilter> filters = bestFilters(rows, span, NOISE_TRIAL).filters();
      return new Trial(span, filters, compress(rows, span, filters, NOISE), true);
    }
    return bestFilters(rows, span, TRIAL);
  }

  /** Compresses rows that were tried as well as it can with their filters. */
  Trial finished(FilteredRows rows, Trial trial) {
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
  PngPiece compress(FilteredRows rows, Span span, ScanlineFilter filter, Effort effort) {
    return compress(rows, span, List.of(filter), effort == Effort.FAST ? FAST : STRIP);
  }

  /**
   * Compresses rows as one piece.
   *
   * @param filters one for all rows, or several, see {@link FilteredRows#part}
   * @param level of zlib, 1 to 9
   */
  PngPiece compress(PngRows rows, Span span, List<ScanlineFilter> filters, int level) {
    return compress(new FilteredRows(rows, span, buffers), span, filters, level);
  }

  /** The same with rows that may have been filtered before. */
  PngPiece compress(FilteredRows rows, Span span, List<ScanlineFilter> filters, int level) {
    return compress(rows, span, filters, new ZlibSettings(level, Deflater.DEFAULT_STRATEGY));
  }

  private Trial bestFilters(FilteredRows rows, Span span, ZlibSettings settings) {
    return FILTERS.stream()
        .map(filters -> new Trial(span, filters, compress(rows, span, filters, settings), false))
        .min(Comparator.comparingInt(Trial::length))
        .orElseThrow();
  }

  private static PngPiece shortest(FilteredRows rows, Span span, List<ScanlineFilter> filters) {
    Part part = rows.part(span, filters);
    byte[] bytes = Arrays.copyOfRange(part.bytes(), part.from(), part.from() + part.length());
    BitWriter out = new BitWriter();
    out.restart(PngChunks.DATA);
    RepeatDistances repeats = rows.rows().grid().repeats();
    OptimalParse.put(OptimalParse.blocks(bytes, bytes.length, repeats), repeats, out);
    return new PngPiece(
        PngChunks.framed("IDAT", out.array(), out.size()),
        AdlerChecksum.of(bytes, 0, bytes.length));
  }

  private PngPiece compress(
      FilteredRows rows, Span span, List<ScanlineFilter> filters, ZlibSettings settings) {
    Part part = rows.part(span, filters);
    int size = deflate(settings, part);
    return new PngPiece(
        PngChunks.chunk("IDAT", compressed, size),
        AdlerChecksum.of(part.bytes(), part.from(), part.length()));
  }

  private int deflate(ZlibSettings settings, Part part) {
    ensureCapacity(part.length());
    Deflater deflater = new Deflater(settings.level(), true);
    try {
      deflater.setStrategy(settings.strategy());
      deflater.deflate(new byte[1]); // Applies the strategy before there is any input.
      deflater.setInput(part.bytes(), part.from(), part.length());
      int size = deflater.deflate(compressed, 0, compressed.length, Deflater.SYNC_FLUSH);
      if (!deflater.needsInput() || size == compressed.length) {
        throw new IllegalStateException(part.length() + " bytes outgrew their buffer");
      }
      return size;
    } finally {
      deflater.end();
    }
  }

  private void ensureCapacity(int length) {
    // Incompressible data becomes stored blocks with five bytes each; a flush adds one more.
    int most = length + length / 8 + 64;
    if (compressed.length < most) {
      compressed = new byte[most];
    }
  }
}
