package dev.nameplate.encode.png;

import dev.nameplate.encode.Span;
import dev.nameplate.encode.png.PngStripStore.Variant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * A picture made of a base's strips and those that it changes.
 *
 * @param changed where it differs from the base
 */
record PngSplice(Variant variant, PngRows rows, DirtyCells changed) {
  /** The same with more colours behind the base's. */
  PngSplice with(Palette palette) {
    PngColor colour = new PngColor.Indexed(palette);
    byte[] head = PngChunks.head(rows.rows().base().size(), colour);
    Variant grown = new Variant(colour, head, variant.bands(), variant.loose());
    return new PngSplice(grown, new PngRows(rows.rows(), colour), changed);
  }

  /**
   * The pieces of the file from the top down; those that are not changed are the base's own.
   *
   * @throws IllegalArgumentException where a picture differs from its base outside of what the base
   *     announces
   */
  List<PngPiece> pieces(DirtyStripEncoder splicer) {
    changed.check(variant.loose());
    BitSet strips = changed.strips();
    List<PngPiece> pieces = new ArrayList<>();
    for (PngBand band : variant.bands()) {
      if (band instanceof PngBand.Changeable changeable) {
        collect(changeable, joined(changeable, strips), splicer, pieces);
      } else if (band instanceof PngBand.Fixed fixed) {
        pieces.add(fixed.piece());
      }
    }
    return pieces;
  }

  private void collect(
      PngBand.Changeable band, BitSet changed, DirtyStripEncoder splicer, List<PngPiece> pieces) {
    Span strips = band.strips();
    int strip = strips.from();
    while (strip < strips.to()) {
      if (changed.get(strip)) {
        int to = Math.min(strips.to(), changed.nextClearBit(strip));
        pieces.add(splicer.splice(band.coded(), this, new Span(strip, to)));
        strip = to;
      } else {
        pieces.add(band.pieces().get(strip - strips.from()));
        strip++;
      }
    }
  }

  /** A band whose rows are copied from each other has no strip that stands without the rest. */
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
