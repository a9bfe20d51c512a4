package dev.nameplate.render.paint;

import dev.nameplate.template.layer.TextStyle;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;

/**
 * Paints the blurred shadow of a silhouette.
 *
 * <p>Three successive box blurs approximate a Gaussian blur. Their radii add up to the shadow's
 * blur radius, so that nothing is painted farther out.
 */
final class DropShadow {
  private static final int PASSES = 3;

  private DropShadow() {}

  static void paint(Silhouette casting, TextStyle.Shadow shadow, PaintContext paintContext) {
    double factor = paintContext.factor();
    Silhouette moved = casting.moved(shadow.dx() * factor, shadow.dy() * factor);
    int reach = (int) (shadow.blur() * factor / PASSES);
    if (reach == 0) {
      moved.fill(paintContext.graphics(), new Color(shadow.color().argb(), true));
      return;
    }
    Rectangle bounds = moved.bounds();
    if (bounds.isEmpty()) {
      return;
    }
    bounds.grow(PASSES * reach, PASSES * reach);
    BufferedImage mask = mask(moved, bounds);
    int[] pixels = ((DataBufferInt) mask.getRaster().getDataBuffer()).getData();
    int[] alpha = new int[pixels.length];
    for (int i = 0; i < pixels.length; i++) {
      alpha[i] = pixels[i] & 0xff;
    }
    blur(alpha, bounds.width, bounds.height, reach);
    int rgb = shadow.color().argb() & 0xffffff;
    for (int i = 0; i < pixels.length; i++) {
      int faded = (alpha[i] * shadow.color().alpha() + 127) / 255;
      pixels[i] = (faded << 24) | rgb;
    }
    BufferedImage soft =
        new BufferedImage(bounds.width, bounds.height, BufferedImage.TYPE_INT_ARGB);
    soft.setRGB(0, 0, bounds.width, bounds.height, pixels, 0, bounds.width);
    paintContext.graphics().drawImage(soft, bounds.x, bounds.y, null);
  }

  private static BufferedImage mask(Silhouette casting, Rectangle bounds) {
    BufferedImage mask = new BufferedImage(bounds.width, bounds.height, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = mask.createGraphics();
    Canvas.hint(graphics);
    graphics.translate(-bounds.x, -bounds.y);
    casting.fill(graphics, Color.WHITE);
    graphics.dispose();
    return mask;
  }

  private static void blur(int[] alpha, int width, int height, int reach) {
    int[] line = new int[Math.max(width, height)];
    for (int pass = 0; pass < PASSES; pass++) {
      for (int row = 0; row < height; row++) {
        blurLine(alpha, row * width, 1, width, reach, line);
      }
      for (int column = 0; column < width; column++) {
        blurLine(alpha, column, width, height, reach, line);
      }
    }
  }

  private static void blurLine(
      int[] alpha, int start, int step, int length, int reach, int[] line) {
    for (int i = 0; i < length; i++) {
      line[i] = alpha[start + i * step];
    }
    int window = 2 * reach + 1;
    int sum = 0;
    for (int i = 0; i < Math.min(reach, length); i++) {
      sum += line[i];
    }
    for (int i = 0; i < length; i++) {
      sum += i + reach < length ? line[i + reach] : 0;
      sum -= i - reach - 1 >= 0 ? line[i - reach - 1] : 0;
      alpha[start + i * step] = (sum + window / 2) / window;
    }
  }
}
