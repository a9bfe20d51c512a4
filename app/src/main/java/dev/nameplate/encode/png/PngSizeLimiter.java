package dev.nameplate.encode.png;

import dev.nameplate.encode.EncodedPicture;
import dev.nameplate.encode.PixelView;
import dev.nameplate.encode.WholeStore;
import dev.nameplate.encode.quantize.ColorHistogram;
import dev.nameplate.encode.quantize.ColorTable;
import dev.nameplate.encode.quantize.Dither;
import dev.nameplate.encode.quantize.Quantizer;
import dev.nameplate.encode.quantize.Ssim;
import dev.nameplate.geometry.Size;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Optional;

/**
 * Brings a PNG within a number of bytes where that can be had without visible loss: with the best
 * 256 colours, with error diffusion or, in fewer bytes, without, as long as the picture stays as
 * alike as an SSIM of 0.99. A picture that has no more colours than that is written exactly anyhow.
 */
public final class PngSizeLimiter {
  /** Below this a picture looks other than it was. */
  public static final double LEAST_ALIKE = 0.99;

  private static final int COLOURS = 256;

  /** As {@code argb}: what is clear is so whatever its hue. */
  private static final int CLEAR = 0;

  private PngSizeLimiter() {}

  /**
   * A base with some strips of another picture in so many bytes at most; empty where that cannot be
   * had.
   *
   * @param picture of which only the strips count
   */
  public static Optional<EncodedPicture> fit(
      BufferedImage base, BufferedImage picture, BitSet strips, int mostBytes) {
    return fit(WholeStore.joined(base, picture, strips), mostBytes);
  }

  public static Optional<EncodedPicture> fit(BufferedImage picture, int mostBytes) {
    int[] pixels = PixelView.argb(picture);
    Arrays.setAll(pixels, i -> pixels[i] >>> 24 == 0 ? CLEAR : pixels[i]);
    Size size = new Size(picture.getWidth(), picture.getHeight());
    ColorHistogram counts = new ColorHistogram();
    counts.addAll(pixels);
    if (counts.size() <= COLOURS) {
      return Optional.empty();
    }
    ColorTable table = new ColorTable(Quantizer.colours(counts, COLOURS));
    for (boolean diffused : new boolean[] {true, false}) {
      int[] fewer = fewer(pixels, size, new Dither(table, diffused));
      if (Ssim.of(pixels, fewer, size) >= LEAST_ALIKE) {
        EncodedPicture file = encoded(fewer, picture);
        if (file.length() <= mostBytes) {
          return Optional.of(file);
        }
      }
    }
    return Optional.empty();
  }

  private static int[] fewer(int[] pixels, Size size, Dither dither) {
    int[] indices = dither.indices(pixels, size, CLEAR);
    int[] fewer = new int[pixels.length];
    for (int i = 0; i < fewer.length; i++) {
      fewer[i] = indices[i] < 0 ? CLEAR : dither.table().colour(indices[i]);
    }
    return fewer;
  }

  private static EncodedPicture encoded(int[] pixels, BufferedImage like) {
    int width = like.getWidth();
    BufferedImage picture = new BufferedImage(width, like.getHeight(), like.getType());
    picture.setRGB(0, 0, width, like.getHeight(), pixels, 0, width);
    return PngEncoder.small(picture);
  }
}
