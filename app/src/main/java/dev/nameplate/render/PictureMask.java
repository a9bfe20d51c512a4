package dev.nameplate.render;

import dev.nameplate.asset.Asset;
import dev.nameplate.geometry.DeviceBox;
import dev.nameplate.geometry.Position;
import dev.nameplate.template.ImageLayer;
import java.awt.AlphaComposite;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;

/** Cuts a picture by another one's alpha. */
final class PictureMask {
  private PictureMask() {}

  /** A picture of which only what the mask's picture covers, stretched over it, is left. */
  static BufferedImage cut(BufferedImage shown, String mask, Brush brush) {
    int width = shown.getWidth();
    int height = shown.getHeight();
    Asset asset = brush.pictures().load(brush.template(), mask);
    DeviceBox box = new DeviceBox(0, 0, width, height);
    BufferedImage whole = asset.image();
    PictureCut stretched =
        PictureCut.of(
            whole.getWidth(), whole.getHeight(), box, ImageLayer.Fit.FILL, Position.CENTRE);
    BufferedImage alpha = brush.pictures().scaled(asset, stretched).image();
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
