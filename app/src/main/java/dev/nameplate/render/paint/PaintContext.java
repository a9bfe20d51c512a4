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
 * What a painter paints with. The graphics have device pixels for units. When they come to a
 * layer's own painter they are turned and clipped to the layer's box, and its opacity is seen to.
 *
 * @param box of the layer in the graphics' units; its edges lie between device pixels where they
 *     are upright ({@link PixelGrid})
 * @param target what the graphics paint on, each unit of theirs one pixel unless they are turned or
 *     moved
 * @param factor device pixels for one pixel at 1x
 * @param pictures the template's pictures
 */
public record PaintContext(
    Graphics2D graphics,
    Box box,
    BufferedImage target,
    double factor,
    Template template,
    Pictures pictures) {
  /** The same on other graphics of the same target. */
  public PaintContext with(Graphics2D other) {
    return with(other, box);
  }

  /** The same for a layer in a box, on other graphics of the same target. */
  PaintContext with(Graphics2D other, Box own) {
    return new PaintContext(other, own, target, factor, template, pictures);
  }

  /** The same on another target. */
  PaintContext on(BufferedImage other, Graphics2D others) {
    return new PaintContext(others, box, other, factor, template, pictures);
  }

  /** Gives decoded and scaled pictures. */
  public interface Pictures {
    /** A file of a template's. */
    DecodedImage load(Template template, String path);

    /** What a node shows: a file of the template's, or what was fetched. */
    default DecodedImage load(Template template, Node.Picture node) {
      return node.outside().orElse(null) instanceof RemoteImage fetched
          ? fetched.asset()
          : load(template, node.path());
    }

    ScaledPicture scaled(DecodedImage decodedImage, ImageCrop cut);

    /** A glyph's picture at a size in device pixels, both at least 1. */
    ScaledPicture scaled(GlyphPicture picture, int width, int height);
  }
}
