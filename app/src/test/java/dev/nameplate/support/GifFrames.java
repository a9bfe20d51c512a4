package dev.nameplate.support;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.ImageInputStream;

/**
 * The pictures that a GIF shows one after the other, by the JDK's reader and the format's rules.
 */
public final class GifFrames {
  private GifFrames() {}

  /**
   * A picture of a GIF.
   *
   * @param picture all of it, as it shows
   * @param changed how many pixels its own rectangle has
   * @param centiseconds how long it stands
   * @param loops whether an extension for playing again is with it
   */
  public record Shown(BufferedImage picture, int changed, int centiseconds, boolean loops) {}

  /** Every picture; fails where it is no GIF or a rectangle lies outside. */
  public static List<Shown> of(byte[] file) {
    ImageReader reader = ImageIO.getImageReadersByFormatName("gif").next();
    try (ImageInputStream in = ImageIO.createImageInputStream(new ByteArrayInputStream(file))) {
      reader.setInput(in);
      IIOMetadataNode screen = node(root(reader.getStreamMetadata()), "LogicalScreenDescriptor");
      BufferedImage canvas =
          new BufferedImage(
              number(screen, "logicalScreenWidth"),
              number(screen, "logicalScreenHeight"),
              BufferedImage.TYPE_INT_ARGB);
      List<Shown> shown = new ArrayList<>();
      for (int frame = 0; frame < reader.getNumImages(true); frame++) {
        shown.add(next(canvas, reader.read(frame), root(reader.getImageMetadata(frame))));
        canvas = copy(shown.get(frame).picture());
      }
      return shown;
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    } finally {
      reader.dispose();
    }
  }

  private static Shown next(BufferedImage canvas, BufferedImage part, IIOMetadataNode root) {
    IIOMetadataNode place = node(root, "ImageDescriptor");
    IIOMetadataNode control = node(root, "GraphicControlExtension");
    String disposal = control.getAttribute("disposalMethod");
    if (!disposal.equals("doNotDispose") && !disposal.equals("none")) {
      throw new AssertionError("pictures are laid on each other, not " + disposal);
    }
    int left = number(place, "imageLeftPosition");
    int top = number(place, "imageTopPosition");
    if (left + part.getWidth() > canvas.getWidth() || top + part.getHeight() > canvas.getHeight()) {
      throw new AssertionError("a rectangle lies outside");
    }
    Graphics2D graphics = canvas.createGraphics();
    graphics.drawImage(part, left, top, null);
    graphics.dispose();
    return new Shown(
        canvas,
        part.getWidth() * part.getHeight(),
        number(control, "delayTime"),
        root.getElementsByTagName("ApplicationExtension").getLength() > 0);
  }

  private static IIOMetadataNode root(IIOMetadata metadata) {
    return (IIOMetadataNode) metadata.getAsTree(metadata.getNativeMetadataFormatName());
  }

  private static IIOMetadataNode node(IIOMetadataNode root, String name) {
    return (IIOMetadataNode) root.getElementsByTagName(name).item(0);
  }

  private static int number(IIOMetadataNode node, String attribute) {
    return Integer.parseInt(node.getAttribute(attribute));
  }

  private static BufferedImage copy(BufferedImage picture) {
    BufferedImage copy =
        new BufferedImage(picture.getWidth(), picture.getHeight(), BufferedImage.TYPE_INT_ARGB);
    copy.createGraphics().drawImage(picture, 0, 0, null);
    return copy;
  }
}
