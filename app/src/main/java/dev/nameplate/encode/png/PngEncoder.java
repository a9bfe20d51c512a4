package dev.nameplate.encode.png;

import dev.nameplate.encode.Background;
import dev.nameplate.encode.Effort;
import dev.nameplate.encode.EncodedBackground;
import dev.nameplate.encode.EncodedPicture;
import dev.nameplate.encode.Encoder;
import dev.nameplate.encode.PixelView;
import dev.nameplate.encode.Rows;
import dev.nameplate.encode.Span;
import dev.nameplate.encode.deflate.AdlerChecksum;
import dev.nameplate.encode.png.PngStripStore.Variant;
import dev.nameplate.template.Format;
import dev.nameplate.util.ObjectPool;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/**
 * Encodes PNG (3rd edition) without loss: eight bits for each sample, not interlaced, marked as
 * sRGB, without a resolution and without text.
 *
 * <p>The pixels are one zlib stream (RFC 1950) over all IDAT chunks. Its header has a chunk of its
 * own, and so has each piece: a run of deflate blocks that begins with an empty window and ends
 * with a sync flush (RFC 1951). Filters refer to the row above, so a strip changes if the last row
 * above it does. The last chunk has an empty final block and the Adler-32 combined from those of
 * the pieces.
 *
 * <p>Up to 256 colors are written as a palette. New colors of a picture's changed cells are added
 * after the background's, which keep their indices; if there are more than 256, the picture is
 * written in truecolor: without alpha if all pixels are opaque.
 */
public final class PngEncoder implements Encoder {
  private final ObjectPool<DirtyStripEncoder> stripEncoders =
      new ObjectPool<>(DirtyStripEncoder::new);

  @Override
  public Format format() {
    return Format.PNG;
  }

  @Override
  public EncodedBackground prepare(Background background, Effort effort) {
    return new EncodedBackground(
        background.picture(), Optional.of(PngPreparation.of(background, effort)));
  }

  @Override
  public EncodedPicture encode(
      EncodedBackground background, BufferedImage picture, BitSet painted) {
    PixelView pixelView = PixelView.of(picture);
    pixelView.strips().check(painted);
    if (!(background.strips().orElse(null) instanceof PngStripStore store)
        || store.hasAlpha() != pixelView.hasAlpha()) {
      throw new IllegalArgumentException(
          "a PNG is made on a PNG's background of the picture's type");
    }
    pixelView.checkSize(store.size());
    Rows rows = new Rows(pixelView, PixelView.of(background.picture()), painted);
    return store
        .indexed()
        .flatMap(indexed -> indexed(indexed, rows))
        .orElseGet(() -> trueColor(store.trueColor(), rows));
  }

  @Override
  public EncodedPicture encodeWhole(BufferedImage picture) {
    return whole(picture, Effort.FAST);
  }

  /** A picture without a background, compressed at best effort. */
  static EncodedPicture small(BufferedImage picture) {
    return whole(picture, Effort.BEST);
  }

  private static EncodedPicture whole(BufferedImage picture, Effort effort) {
    PixelView pixelView = PixelView.of(picture);
    PngColor color =
        Palette.of(pixelView)
            .<PngColor>map(PngColor.Indexed::new)
            .orElseGet(() -> PngColor.trueColor(!pixelView.isOpaque()));
    return whole(new PngRows(Rows.of(pixelView), color), effort);
  }

  private static EncodedPicture whole(PngRows rows, Effort effort) {
    Span all = new Span(0, rows.rows().count());
    PngPiece piece = new StripCompressor().compress(rows, all, effort);
    return file(PngChunks.head(rows.rows().background().size(), rows.color()), List.of(piece));
  }

  /** The picture with a palette; empty if it has too many colors. */
  private Optional<EncodedPicture> indexed(Variant variant, Rows rows) {
    PngSplice splice = splice(variant, rows);
    Palette own = ((PngColor.Indexed) variant.color()).palette();
    return own.with(rows.picture(), splice.changed())
        .map(palette -> spliced(palette == own ? splice : splice.with(palette)));
  }

  /** The picture in truecolor; as a whole if it needs alpha that the background's strips lack. */
  private EncodedPicture trueColor(Variant variant, Rows rows) {
    PngSplice splice = splice(variant, rows);
    boolean lacksAlpha = rows.picture().hasAlpha() && variant.color() instanceof PngColor.Opaque;
    if (!lacksAlpha || splice.changed().areOpaque(rows.picture())) {
      return spliced(splice);
    }
    splice.changed().check(variant.mutableCells());
    return whole(new PngRows(rows, PngColor.trueColor(true)), Effort.FAST);
  }

  private static PngSplice splice(Variant variant, Rows rows) {
    PngRows own = new PngRows(rows, variant.color());
    return new PngSplice(variant, own, DirtyCells.of(rows, own.grid()));
  }

  private EncodedPicture spliced(PngSplice splice) {
    return file(splice.variant().head(), stripEncoders.with(splice::pieces));
  }

  /** A file of the chunks up to the pixels, and the pieces of these. */
  static EncodedPicture file(byte[] head, List<PngPiece> pieces) {
    List<byte[]> chunks = new ArrayList<>(pieces.size() + 2);
    chunks.add(head);
    AdlerChecksum sum = AdlerChecksum.EMPTY;
    for (PngPiece piece : pieces) {
      chunks.add(piece.chunk());
      sum = sum.then(piece.sum());
    }
    chunks.add(PngChunks.tail(sum));
    return new EncodedPicture(Format.PNG, chunks);
  }
}
