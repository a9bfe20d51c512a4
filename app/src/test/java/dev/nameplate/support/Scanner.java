package dev.nameplate.support;

import com.google.zxing.BarcodeFormat;
import dev.nameplate.render.code.BarcodeScanner;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.Optional;
import java.util.Set;

/** Reads codes as a scanner would, from a file's bytes. */
public final class Scanner {
  private Scanner() {}

  /** The payload of a code somewhere in a picture. */
  public static Optional<String> scan(byte[] file, BarcodeFormat format) {
    return BarcodeScanner.read(onWhite(Pictures.decode(file)), Set.of(format));
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
