package dev.nameplate.encode;

import dev.nameplate.geometry.DeviceBox;
import dev.nameplate.geometry.Size;
import dev.nameplate.template.Format;
import java.awt.image.BufferedImage;
import java.util.BitSet;
import java.util.List;

/**
 * Writes GIF (89a), whole: exactly where the picture has no more than 256 colours, else with the
 * best 256 and error diffusion. From opaque pictures.
 */
public final class GifEncoder implements Encoder {
  @Override
  public Format format() {
    return Format.GIF;
  }

  @Override
  public PackedBase prepare(Base base, Effort effort) {
    return WholeStore.of(base.picture());
  }

  @Override
  public EncodedPicture encode(PackedBase base, BufferedImage picture, BitSet painted) {
    return encodeWhole(WholeStore.joined(base, picture, painted));
  }

  @Override
  public EncodedPicture encodeWhole(BufferedImage picture) {
    int[] pixels = GifFilm.argb(picture);
    Size size = new Size(picture.getWidth(), picture.getHeight());
    ColourCounts counts = new ColourCounts();
    counts.addAll(pixels);
    FewColours table = new FewColours(Quantiser.colours(counts, 256));
    int[] indices = new Dither(table, true).indices(pixels, size, GifFilm.UNCHANGED);
    DeviceBox all = new DeviceBox(0, 0, size.width(), size.height());
    return GifWriter.write(size, table, List.of(new GifFrame(all, indices, 0)));
  }
}
