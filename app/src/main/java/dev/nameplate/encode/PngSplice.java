package dev.nameplate.encode;

import dev.nameplate.encode.PngStripStore.Variant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * A picture made of a base's strips and those that it changes.
 *
 * @param changed where it differs from the base
 */
record PngSplice(Variant variant, PngRows rows, ChangedCells changed) {
  /** The same with more colours behind the base's. */
  PngSplice with(Palette palette) {
    PngColour colour = new PngColour.Indexed(palette);
    byte[] head = PngChunks.head(rows.rows().base().size(), colour);
    Variant grown = new Variant(colour, head, variant.bands());
    return new PngSplice(grown, new PngRows(rows.rows(), colour), changed);
  }

  /**
   * The pieces of the file from the top down; those that are not changed are the base's own.
   *
   * @throws IllegalArgumentException where a strip is changed that the base says never is
   */
  List<PngPiece> pieces(BandSplicer splicer) {
    BitSet strips = changed.strips();
    List<PngPiece> pieces = new ArrayList<>();
    for (PngBand band : variant.bands()) {
      if (band instanceof PngBand.Changeable changeable) {
        collect(changeable, strips, splicer, pieces);
      } else if (band instanceof PngBand.Fixed fixed) {
        checkUnchanged(band.strips(), strips);
        pieces.add(fixed.piece());
      }
    }
    return pieces;
  }

  private static void checkUnchanged(Span fixed, BitSet strips) {
    int changed = strips.nextSetBit(fixed.from());
    if (changed >= 0 && changed < fixed.to()) {
      throw new IllegalArgumentException("strip " + changed + " is changed; the base forbids it");
    }
  }

  private void collect(
      PngBand.Changeable band, BitSet strips, BandSplicer splicer, List<PngPiece> pieces) {
    int strip = band.strips().from();
    while (strip < band.strips().to()) {
      if (strips.get(strip)) {
        int to = Math.min(band.strips().to(), strips.nextClearBit(strip));
        pieces.add(splicer.splice(band.coded(), this, new Span(strip, to)));
        strip = to;
      } else {
        pieces.add(band.pieces().get(strip - band.strips().from()));
        strip++;
      }
    }
  }
}
