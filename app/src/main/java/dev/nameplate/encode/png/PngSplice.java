package dev.nameplate.encode.png;

import dev.nameplate.encode.Span;
import dev.nameplate.encode.png.PngStripStore.Variant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.function.Function;

/**
 * A picture made of a background's strips and of those that it changes.
 *
 * @param changed the cells in which it differs from the background
 */
record PngSplice(Variant variant, PngRows rows, DirtyCells changed) {
  /** The same picture with a longer palette. */
  PngSplice with(Palette palette) {
    PngColor color = new PngColor.Indexed(palette);
    byte[] head = PngChunks.head(rows.rows().background().size(), color);
    Variant grown = new Variant(color, head, variant.bands(), variant.mutableCells());
    return new PngSplice(grown, new PngRows(rows.rows(), color), changed);
  }

  /**
   * The pieces of the file from the top down; unchanged ones are the background's own.
   *
   * @throws IllegalArgumentException if the picture differs outside the background's areas
   */
  List<PngPiece> pieces(DirtyStripEncoder stripEncoder) {
    changed.check(variant.mutableCells());
    BitSet strips = changed.strips();
    List<PngPiece> pieces = new ArrayList<>();
    for (PngBand band : variant.bands()) {
      if (band instanceof PngBand.Changeable changeable) {
        BitSet joined = joined(changeable, strips);
        collect(
            changeable.strips(),
            joined,
            changeable.pieces(),
            part -> stripEncoder.splice(changeable.coded(), this, part),
            pieces);
      } else if (band instanceof PngBand.Deflated deflated) {
        collect(
            deflated.strips(),
            strips,
            deflated.pieces(),
            part -> stripEncoder.compress(deflated, rows, part),
            pieces);
      } else if (band instanceof PngBand.Fixed fixed) {
        pieces.add(fixed.piece());
      }
    }
    return pieces;
  }

  /**
   * Adds the pieces of a band.
   *
   * @param changed the picture's strips to re-encode
   * @param own the background's, one for each strip
   * @param encoder encodes adjacent strips that are changed
   */
  static void collect(
      Span strips,
      BitSet changed,
      List<PngPiece> own,
      Function<Span, PngPiece> encoder,
      List<PngPiece> pieces) {
    int strip = strips.from();
    while (strip < strips.to()) {
      if (changed.get(strip)) {
        int to = Math.min(strips.to(), changed.nextClearBit(strip));
        pieces.add(encoder.apply(new Span(strip, to)));
        strip = to;
      } else {
        pieces.add(own.get(strip - strips.from()));
        strip++;
      }
    }
  }

  /**
   * In a band with copied rows, strips depend on each other: if one changes, all are re-encoded.
   */
  private static BitSet joined(PngBand.Changeable band, BitSet changed) {
    Span strips = band.strips();
    int first = changed.nextSetBit(strips.from());
    if (!band.coded().copiesRows() || first < 0 || first >= strips.to()) {
      return changed;
    }
    BitSet all = new BitSet();
    all.set(strips.from(), strips.to());
    return all;
  }
}
