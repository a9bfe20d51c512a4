package dev.nameplate.preflight;

import dev.nameplate.encode.png.PngEncoder;
import dev.nameplate.geometry.Box;
import dev.nameplate.geometry.Scale;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.util.Optional;

/**
 * Draws a finding: the template at 2x with the data that shows it, and a frame around the place.
 */
public final class FindingImage {
  private static final Color FRAME = new Color(0xe11d74);
  private static final Color HALO = new Color(0xd9ffffff, true);
  private static final double MARGIN = 6;

  private final OfflineRenderer offlineRenderer;

  /**
   * @param offlineRenderer draws the template
   */
  public FindingImage(OfflineRenderer offlineRenderer) {
    this.offlineRenderer = offlineRenderer;
  }

  /**
   * Returns a PNG of the template at 2x with a frame around the place of the finding; without a
   * frame where the finding has no place. The array is the caller's own; empty where the template
   * does not load.
   */
  public Optional<byte[]> of(Finding finding) {
    return finding.renderCase().map(renderCase -> png(renderCase, finding.spot()));
  }

  private byte[] png(RenderCase renderCase, Optional<Box> spot) {
    BufferedImage picture = offlineRenderer.opaque(renderCase, Scale.TWO);
    spot.ifPresent(box -> frame(picture, box.times(Scale.TWO.factor())));
    return new PngEncoder().encodeWhole(picture).toByteArray();
  }

  private static void frame(BufferedImage picture, Box spot) {
    Box canvas = new Box(0, 0, picture.getWidth(), picture.getHeight()).grown(-MARGIN / 2);
    Box box = spot.grown(MARGIN).intersect(canvas);
    Graphics2D graphics = picture.createGraphics();
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    RoundRectangle2D frame =
        new RoundRectangle2D.Double(box.x(), box.y(), box.width(), box.height(), 12, 12);
    graphics.setColor(HALO);
    graphics.setStroke(new BasicStroke(8));
    graphics.draw(frame);
    graphics.setColor(FRAME);
    graphics.setStroke(new BasicStroke(4));
    graphics.draw(frame);
    graphics.dispose();
  }
}
