package dev.nameplate.render.paint;

import dev.nameplate.asset.DecodedImage;
import dev.nameplate.geometry.DeviceBox;
import dev.nameplate.geometry.Position;
import dev.nameplate.template.layer.ImageLayer;
import java.awt.AlphaComposite;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;

/** Masks an image by another one's alpha. */
final class PictureMask {
  private PictureMask() {}

  /** A copy of an image whose alpha is multiplied by that of the mask, stretched over it. */
  static BufferedImage cut(BufferedImage shown, String mask, PaintContext paintContext) {
    int width = shown.getWidth();
    int height = shown.getHeight();
    DecodedImage decodedImage = paintContext.pictures().load(paintContext.template(), mask);
    DeviceBox box = new DeviceBox(0, 0, width, height);
    BufferedImage whole = decodedImage.image();
    ImageCrop stretched =
        ImageCrop.of(
            whole.getWidth(), whole.getHeight(), box, ImageLayer.Fit.FILL, Position.CENTER);
    BufferedImage alpha = paintContext.pictures().scaled(decodedImage, stretched).image();
    BufferedImage cut = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB_PRE);
    Graphics2D graphics = cut.createGraphics();
    graphics.setComposite(AlphaComposite.Src);
    graphics.drawImage(shown, 0, 0, null);
    graphics.setComposite(AlphaComposite.DstIn);
    graphics.drawImage(alpha, 0, 0, null);
    graphics.dispose();
    return cut;
  }
}
