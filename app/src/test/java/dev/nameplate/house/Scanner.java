package dev.nameplate.house;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.Binarizer;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.MultiFormatReader;
import com.google.zxing.NotFoundException;
import com.google.zxing.client.j2se.BufferedImageLuminanceSource;
import com.google.zxing.common.GlobalHistogramBinarizer;
import com.google.zxing.common.HybridBinarizer;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads codes as a scanner would, from a file's bytes. */
public final class Scanner {
  private Scanner() {}

  /** The payload of a code somewhere in a picture. */
  public static Optional<String> scan(byte[] file, BarcodeFormat format) {
    BufferedImageLuminanceSource source =
        new BufferedImageLuminanceSource(onWhite(Pictures.decode(file)));
    Map<DecodeHintType, Object> quick = Map.of(DecodeHintType.POSSIBLE_FORMATS, List.of(format));
    Map<DecodeHintType, Object> harder = new EnumMap<>(quick);
    harder.put(DecodeHintType.TRY_HARDER, true);
    return scan(new HybridBinarizer(source), quick)
        .or(() -> scan(new HybridBinarizer(source), harder))
        .or(() -> scan(new GlobalHistogramBinarizer(source), harder));
  }

  private static Optional<String> scan(Binarizer binarizer, Map<DecodeHintType, Object> hints) {
    try {
      return Optional.of(
          new MultiFormatReader().decode(new BinaryBitmap(binarizer), hints).getText());
    } catch (NotFoundException none) {
      return Optional.empty();
    }
  }

  private static BufferedImage onWhite(BufferedImage picture) {
    BufferedImage opaque =
        new BufferedImage(picture.getWidth(), picture.getHeight(), BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = opaque.createGraphics();
    graphics.drawImage(picture, 0, 0, Color.WHITE, null);
    graphics.dispose();
    return opaque;
  }
}
