package dev.nameplate.encode.png;

import dev.nameplate.encode.Effort;
import dev.nameplate.encode.EncodedPicture;
import dev.nameplate.encode.PixelView;
import dev.nameplate.encode.Rows;
import dev.nameplate.encode.Span;
import dev.nameplate.encode.Strips;
import dev.nameplate.geometry.Size;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Encodes pictures of which each is much like the one before, as when a layer is dragged: strips
 * whose rows are the same are not compressed again. Every picture is written in truecolor. Safe for
 * many threads; one picture is encoded at a time.
 */
public final class PngSeries {
  private final Size size;
  private Optional<Last> last = Optional.empty();

  /**
   * @param size of all its pictures, in pixels
   */
  public PngSeries(Size size) {
    this.size = size;
  }

  /** The picture before, and the pieces of its strips. */
  private record Last(PixelView picture, List<PngPiece> pieces) {}

  /**
   * Encodes a picture, fast.
   *
   * @param picture of TYPE_INT_RGB or TYPE_INT_ARGB; kept until the next one, so nobody may write
   *     to it any more
   * @throws IllegalArgumentException if it has another size or type
   */
  public synchronized EncodedPicture next(BufferedImage picture) {
    PixelView view = PixelView.of(picture);
    view.checkSize(size);
    Optional<Last> like = last.filter(before -> before.picture().hasAlpha() == view.hasAlpha());
    PngColor color = PngColor.trueColor(view.hasAlpha());
    PngRows rows = new PngRows(Rows.of(view), color);
    Strips strips = view.strips();
    StripCompressor compressor = new StripCompressor();
    List<PngPiece> pieces = new ArrayList<>(strips.count());
    for (int strip = 0; strip < strips.count(); strip++) {
      Span span = strips.rows(new Span(strip, strip + 1));
      boolean same = like.isPresent() && isSame(like.get().picture(), view, span);
      pieces.add(
          same ? like.get().pieces().get(strip) : compressor.compress(rows, span, Effort.FAST));
    }
    last = Optional.of(new Last(view, pieces));
    return PngEncoder.file(PngChunks.head(view.size(), color), pieces);
  }

  /** Whether rows are the same, and the one above them, which filters refer to. */
  private static boolean isSame(PixelView one, PixelView other, Span rows) {
    for (int row = Math.max(0, rows.from() - 1); row < rows.to(); row++) {
      int from = one.rowStart(row);
      int to = other.rowStart(row);
      int width = one.width();
      if (Arrays.mismatch(one.data(), from, from + width, other.data(), to, to + width) >= 0) {
        return false;
      }
    }
    return true;
  }
}
