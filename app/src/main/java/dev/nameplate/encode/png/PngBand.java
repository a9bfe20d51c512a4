package dev.nameplate.encode.png;

import dev.nameplate.encode.Span;
import java.util.List;

/** Neighbouring strips of a PNG's base. */
sealed interface PngBand {
  /** The strips, counted from the picture's top. */
  Span strips();

  /** The memory that it takes, in bytes. */
  long weight();

  /** Strips that no picture changes, packed as one. */
  record Fixed(Span strips, PngPiece piece) implements PngBand {
    @Override
    public long weight() {
      return piece.chunk().length;
    }
  }

  /**
   * Strips that a picture may change.
   *
   * @param pieces each strip as the base has it
   * @param coded the same pixels in codes that can be taken over cell by cell
   */
  record Changeable(Span strips, List<PngPiece> pieces, CodedBand coded) implements PngBand {
    public Changeable {
      pieces = List.copyOf(pieces);
    }

    @Override
    public long weight() {
      return pieces.stream().mapToLong(piece -> piece.chunk().length).sum() + coded.weight();
    }
  }
}
