package dev.nameplate.encode.gif;

import dev.nameplate.encode.Background;
import dev.nameplate.encode.Effort;
import dev.nameplate.encode.EncodedBackground;
import dev.nameplate.encode.EncodedPicture;
import dev.nameplate.encode.Encoder;
import dev.nameplate.encode.PixelView;
import dev.nameplate.encode.quantize.ColorHistogram;
import dev.nameplate.encode.quantize.ColorTable;
import dev.nameplate.encode.quantize.Dither;
import dev.nameplate.encode.quantize.Quantizer;
import dev.nameplate.geometry.DeviceBox;
import dev.nameplate.geometry.Size;
import dev.nameplate.template.Format;
import java.awt.image.BufferedImage;
import java.util.BitSet;
import java.util.List;

/**
 * Encodes static GIF (89a) from opaque pictures, each as a whole: exactly if the picture has at
 * most 256 colors, else with the best 256 and error diffusion. Alpha is ignored.
 */
public final class GifEncoder implements Encoder {
  @Override
  public Format format() {
    return Format.GIF;
  }

  @Override
  public EncodedBackground prepare(Background background, Effort effort) {
    return EncodedBackground.whole(background.picture());
  }

  @Override
  public EncodedPicture encode(
      EncodedBackground background, BufferedImage picture, BitSet painted) {
    return encodeWhole(background.with(picture, painted));
  }

  @Override
  public EncodedPicture encodeWhole(BufferedImage picture) {
    Size size = PixelView.of(picture).size();
    int[] pixels = PixelView.argb(picture);
    ColorHistogram counts = new ColorHistogram();
    counts.addAll(pixels);
    ColorTable table = new ColorTable(Quantizer.colors(counts, 256));
    int[] indices = new Dither(table, true).indices(pixels, size, AnimatedGifBuilder.UNCHANGED);
    DeviceBox all = new DeviceBox(0, 0, size.width(), size.height());
    return GifWriter.write(size, table, List.of(new GifFrame(all, indices, 0)));
  }
}
