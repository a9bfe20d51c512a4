package dev.nameplate.encode.png;

import dev.nameplate.encode.EncodedBackground;
import dev.nameplate.encode.EncodedPicture;
import dev.nameplate.encode.PixelView;
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
 * Reduces a PNG to a maximum size without visible loss: to the best 256 colors, with error
 * diffusion or, in fewer bytes, without, as long as the SSIM is at least {@link #MIN_SSIM}. A
 * picture with at most 256 colors is never reduced.
 */
public final class PngSizeLimiter {
  /** The similarity ({@link Ssim}) below which a loss is regarded as visible. */
  public static final double MIN_SSIM = 0.99;

  private static final int COLORS = 256;

  /** Transparent pixels as {@code argb}, whatever their hue. */
  private static final int CLEAR = 0;

  private PngSizeLimiter() {}

  /**
   * Reduces a background with some strips of another picture.
   *
   * @param picture of the background's size
   * @param strips to take from it, from 0 at the top
   * @param mostBytes maximum size of the file, in bytes
   * @return the reduced file; empty if the combined picture has at most 256 colors, or if no
   *     reduction without visible loss is small enough
   * @throws IllegalArgumentException if the sizes differ or a strip lies below the picture
   */
  public static Optional<EncodedPicture> fit(
      EncodedBackground background, BufferedImage picture, BitSet strips, int mostBytes) {
    return fit(background.with(picture, strips), mostBytes);
  }

  /**
   * Reduces a picture.
   *
   * @param picture of type TYPE_INT_RGB or TYPE_INT_ARGB; only read
   * @param mostBytes maximum size of the file, in bytes
   * @return the reduced file; empty if the picture has at most 256 colors, or if no reduction
   *     without visible loss is small enough
   * @throws IllegalArgumentException if a picture with more colors has another type
   */
  public static Optional<EncodedPicture> fit(BufferedImage picture, int mostBytes) {
    int[] pixels = PixelView.argb(picture);
    Arrays.setAll(pixels, i -> pixels[i] >>> 24 == 0 ? CLEAR : pixels[i]);
    Size size = new Size(picture.getWidth(), picture.getHeight());
    ColorHistogram counts = new ColorHistogram();
    counts.addAll(pixels);
    if (counts.size() <= COLORS) {
      return Optional.empty();
    }
    ColorTable table = new ColorTable(Quantizer.colors(counts, COLORS));
    for (boolean diffused : new boolean[] {true, false}) {
      int[] fewer = fewer(pixels, size, new Dither(table, diffused));
      if (Ssim.of(pixels, fewer, size) >= MIN_SSIM) {
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
      fewer[i] = indices[i] < 0 ? CLEAR : dither.table().color(indices[i]);
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
