package dev.nameplate.render.code;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.Binarizer;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.LuminanceSource;
import com.google.zxing.MultiFormatReader;
import com.google.zxing.NotFoundException;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.GlobalHistogramBinarizer;
import com.google.zxing.common.HybridBinarizer;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Reads codes back, as a scanner does that is held in a hand: where it finds none it looks again,
 * tilted, nearer and farther. What lies level and by whole pixels now and then has rows that look
 * like a part of the code's frame, and mislead it.
 */
public final class BarcodeScanner {
  private static final List<Look> LOOKS =
      List.of(
          new Look(1, 0), new Look(1, 10), new Look(1.5, 10), new Look(0.75, 5), new Look(1.5, 30));

  private static final List<Function<LuminanceSource, Binarizer>> BINARIZERS =
      List.of(HybridBinarizer::new, GlobalHistogramBinarizer::new);

  private BarcodeScanner() {}

  /**
   * How a code is held before the scanner.
   *
   * @param size by its true one
   * @param degrees that it is turned by, clockwise
   */
  private record Look(double size, int degrees) {
    BufferedImage at(BufferedImage picture) {
      if (size == 1 && degrees == 0) {
        return picture;
      }
      double width = picture.getWidth() * size;
      double height = picture.getHeight() * size;
      int side = (int) Math.ceil(Math.hypot(width, height));
      AffineTransform turned = new AffineTransform();
      turned.translate(side / 2.0, side / 2.0);
      turned.rotate(Math.toRadians(degrees));
      turned.translate(-width / 2, -height / 2);
      turned.scale(size, size);
      BufferedImage seen = new BufferedImage(side, side, BufferedImage.TYPE_INT_RGB);
      Graphics2D graphics = seen.createGraphics();
      graphics.setColor(Color.WHITE);
      graphics.fillRect(0, 0, side, side);
      graphics.setRenderingHint(
          RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
      graphics.drawRenderedImage(picture, turned);
      graphics.dispose();
      return seen;
    }
  }

  /** What the code in an opaque picture says; empty where none can be read. */
  public static Optional<String> read(BufferedImage picture) {
    return read(picture, EnumSet.allOf(BarcodeFormat.class));
  }

  /**
   * What the code in an opaque picture says; empty where none can be read.
   *
   * @param formats that are looked for
   */
  public static Optional<String> read(BufferedImage picture, Set<BarcodeFormat> formats) {
    Map<DecodeHintType, Object> hints = new EnumMap<>(DecodeHintType.class);
    hints.put(DecodeHintType.POSSIBLE_FORMATS, formats);
    hints.put(DecodeHintType.TRY_HARDER, true);
    return LOOKS.stream()
        .map(look -> source(look.at(picture)))
        .flatMap(source -> BINARIZERS.stream().map(binarizer -> binarizer.apply(source)))
        .flatMap(look -> read(look, hints))
        .findFirst();
  }

  private static Stream<String> read(Binarizer look, Map<DecodeHintType, Object> hints) {
    try {
      return Stream.of(new MultiFormatReader().decode(new BinaryBitmap(look), hints).getText());
    } catch (NotFoundException unreadable) {
      return Stream.empty();
    }
  }

  private static LuminanceSource source(BufferedImage seen) {
    int width = seen.getWidth();
    int height = seen.getHeight();
    return new RGBLuminanceSource(width, height, seen.getRGB(0, 0, width, height, null, 0, width));
  }
}
