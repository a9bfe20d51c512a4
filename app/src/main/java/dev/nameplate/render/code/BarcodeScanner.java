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
import java.awt.image.DataBufferInt;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Decodes QR codes and barcodes in rendered pictures. Like a hand-held scanner, it tries again with
 * the picture rotated and scaled if it finds no code: in a picture aligned to whole pixels, some
 * rows of modules resemble a finder pattern and mislead the detector.
 */
public final class BarcodeScanner {
  private static final List<Pose> POSES =
      List.of(
          new Pose(1, 0), new Pose(1, 10), new Pose(1.5, 10), new Pose(0.75, 5), new Pose(1.5, 30));

  private static final List<Function<LuminanceSource, Binarizer>> BINARIZERS =
      List.of(HybridBinarizer::new, GlobalHistogramBinarizer::new);

  private BarcodeScanner() {}

  /**
   * How the picture is transformed before decoding.
   *
   * @param size scale factor
   * @param degrees rotation, clockwise
   */
  private record Pose(double size, int degrees) {
    /** The transformed picture, as 0xRRGGBB. */
    BufferedImage at(BufferedImage picture) {
      if (size == 1 && degrees == 0) {
        return drawn(picture, picture.getWidth(), picture.getHeight(), new AffineTransform());
      }
      double width = picture.getWidth() * size;
      double height = picture.getHeight() * size;
      int side = (int) Math.ceil(Math.hypot(width, height));
      AffineTransform turned = new AffineTransform();
      turned.translate(side / 2.0, side / 2.0);
      turned.rotate(Math.toRadians(degrees));
      turned.translate(-width / 2, -height / 2);
      turned.scale(size, size);
      return drawn(picture, side, side, turned);
    }

    private static BufferedImage drawn(
        BufferedImage picture, int width, int height, AffineTransform transform) {
      BufferedImage seen = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
      Graphics2D graphics = seen.createGraphics();
      graphics.setColor(Color.WHITE);
      graphics.fillRect(0, 0, width, height);
      graphics.setRenderingHint(
          RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
      graphics.drawRenderedImage(picture, transform);
      graphics.dispose();
      return seen;
    }
  }

  /**
   * Decodes a code of any format.
   *
   * @param picture opaque; only read
   * @return the payload of the first code found; empty if no code can be decoded
   */
  public static Optional<String> read(BufferedImage picture) {
    return read(picture, EnumSet.allOf(BarcodeFormat.class));
  }

  /**
   * Decodes a code of one of some formats.
   *
   * @param picture opaque; only read
   * @param formats to look for, at least one
   * @return the payload of the first code found; empty if no code of these formats can be decoded
   */
  public static Optional<String> read(BufferedImage picture, Set<BarcodeFormat> formats) {
    Map<DecodeHintType, Object> hints = new EnumMap<>(DecodeHintType.class);
    hints.put(DecodeHintType.POSSIBLE_FORMATS, formats);
    hints.put(DecodeHintType.TRY_HARDER, true);
    return POSES.stream()
        .map(pose -> source(pose.at(picture)))
        .flatMap(source -> BINARIZERS.stream().map(binarizer -> binarizer.apply(source)))
        .flatMap(binarizer -> read(binarizer, hints))
        .findFirst();
  }

  private static Stream<String> read(Binarizer binarizer, Map<DecodeHintType, Object> hints) {
    try {
      return Stream.of(
          new MultiFormatReader().decode(new BinaryBitmap(binarizer), hints).getText());
    } catch (NotFoundException unreadable) {
      return Stream.empty();
    }
  }

  private static LuminanceSource source(BufferedImage seen) {
    int[] pixels = ((DataBufferInt) seen.getRaster().getDataBuffer()).getData();
    return new RGBLuminanceSource(seen.getWidth(), seen.getHeight(), pixels);
  }
}
