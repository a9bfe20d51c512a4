package dev.nameplate.render.paint;

import dev.nameplate.asset.DecodedImage;
import dev.nameplate.asset.RemoteImage;
import dev.nameplate.geometry.Box;
import dev.nameplate.scene.Node;
import dev.nameplate.template.Template;
import dev.nameplate.text.glyph.GlyphPicture;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;

/**
 * The target and resources of a painter. The graphics' unit is the device pixel. A layer's own
 * painter gets them already rotated and clipped to the layer's box, and need not apply its opacity.
 *
 * @param graphics paint on the target
 * @param box of the layer in the graphics' units; its edges lie between device pixels where they
 *     are upright ({@link PixelGrid})
 * @param target the image that the graphics paint on
 * @param factor device pixels for one pixel at 1x
 * @param template whose folder holds the images
 * @param pictures loads and scales images
 */
public record PaintContext(
    Graphics2D graphics,
    Box box,
    BufferedImage target,
    double factor,
    Template template,
    Pictures pictures) {
  /** A copy of this context with other graphics of the same target. */
  public PaintContext with(Graphics2D other) {
    return with(other, box);
  }

  /** The same for a layer in a box, on other graphics of the same target. */
  PaintContext with(Graphics2D other, Box own) {
    return new PaintContext(other, own, target, factor, template, pictures);
  }

  /** This context with another target and its graphics. */
  PaintContext on(BufferedImage other, Graphics2D others) {
    return new PaintContext(others, box, other, factor, template, pictures);
  }

  /** Loads and scales images. Safe for many threads; the images are shared and never changed. */
  public interface Pictures {
    /**
     * An image from a template's folder.
     *
     * @param path relative to the folder
     * @return shared; must not be changed
     * @throws RuntimeException if the file cannot be read or decoded
     */
    DecodedImage load(Template template, String path);

    /**
     * The image that a node shows, remote or from the template's folder.
     *
     * @return shared; must not be changed
     * @throws RuntimeException if the file cannot be read or decoded
     */
    default DecodedImage load(Template template, Node.Picture node) {
      return node.remote().orElse(null) instanceof RemoteImage fetched
          ? fetched.asset()
          : load(template, node.path());
    }

    /**
     * Part of an image, scaled to the crop's size in device pixels; shared, must not be changed.
     */
    ScaledPicture scaled(DecodedImage decodedImage, ImageCrop crop);

    /**
     * A bitmap glyph, such as an emoji, at a size in device pixels.
     *
     * @param width at least 1
     * @param height at least 1
     * @return shared; must not be changed
     * @throws RuntimeException if the glyph's PNG cannot be decoded
     */
    ScaledPicture scaled(GlyphPicture picture, int width, int height);
  }
}
