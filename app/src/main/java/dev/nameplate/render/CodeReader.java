package dev.nameplate.render;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.MultiFormatReader;
import com.google.zxing.NotFoundException;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import java.awt.image.BufferedImage;
import java.util.Map;
import java.util.Optional;

/** Reads codes back, as a scanner does. */
public final class CodeReader {
  private CodeReader() {}

  /** What the code in an opaque picture says; empty where none can be read. */
  public static Optional<String> read(BufferedImage picture) {
    int width = picture.getWidth();
    int height = picture.getHeight();
    int[] pixels = picture.getRGB(0, 0, width, height, null, 0, width);
    RGBLuminanceSource source = new RGBLuminanceSource(width, height, pixels);
    try {
      return Optional.of(
          new MultiFormatReader()
              .decode(
                  new BinaryBitmap(new HybridBinarizer(source)),
                  Map.of(DecodeHintType.TRY_HARDER, Boolean.TRUE))
              .getText());
    } catch (NotFoundException unreadable) {
      return Optional.empty();
    }
  }
}
