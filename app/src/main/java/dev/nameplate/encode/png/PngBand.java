package dev.nameplate.encode.png;

import dev.nameplate.encode.Span;
import java.util.List;

/** Adjacent strips of an encoded background. */
sealed interface PngBand {
  /** The strips, counted from 0 at the picture's top. */
  Span strips();

  /** Memory of the band, in bytes. */
  long weight();

  /** Strips that no picture changes, encoded together. */
  record Fixed(Span strips, PngPiece piece) implements PngBand {
    @Override
    public long weight() {
      return piece.chunk().length;
    }
  }

  /**
   * Strips that a picture may change.
   *
   * @param pieces each strip as in the background
   * @param coded the same pixels, encoded so that cells can be copied individually
   */
  record Changeable(Span strips, List<PngPiece> pieces, CodedBand coded) implements PngBand {
    public Changeable {
      pieces = List.copyOf(pieces);
    }

    @Override
    public long weight() {
      return length(pieces) + coded.weight();
    }
  }

  /**
   * Strips that a picture may change, in which matches are worth the search for them: what it
   * changes is compressed by zlib.
   *
   * @param pieces each strip as in the background
   * @param filters of the rows, see {@link StripCompressor}
   * @param level of zlib, 1 to 9
   */
  record Deflated(Span strips, List<PngPiece> pieces, List<ScanlineFilter> filters, int level)
      implements PngBand {
    public Deflated {
      pieces = List.copyOf(pieces);
      filters = List.copyOf(filters);
    }

    @Override
    public long weight() {
      return length(pieces);
    }
  }

  private static long length(List<PngPiece> pieces) {
    return pieces.stream().mapToLong(piece -> piece.chunk().length).sum();
  }
}
