package dev.nameplate.encode.gif;

import dev.nameplate.encode.EncodedPicture;
import dev.nameplate.encode.quantize.ColorTable;
import dev.nameplate.geometry.Size;
import dev.nameplate.template.Format;
import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.awt.image.WritableRaster;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Writes frames as a GIF (89a) with a global color table, by the JDK's writer. */
final class GifWriter {
  private final Size size;
  private final IndexColorModel colors;

  /** The transparent index, which leaves pixels unchanged. */
  private final int clear;

  private GifWriter(Size size, ColorTable table, boolean hasUnchangedPixels) {
    this.size = size;
    this.clear = table.count();
    this.colors = model(table, table.count() + (hasUnchangedPixels ? 1 : 0));
  }

  static EncodedPicture write(Size size, ColorTable table, List<GifFrame> frames) {
    boolean hasUnchangedPixels = frames.stream().anyMatch(GifFrame::hasUnchangedPixels);
    return new GifWriter(size, table, hasUnchangedPixels).write(frames);
  }

  /** A color model with a power of two entries, as the format requires. */
  private static IndexColorModel model(ColorTable table, int least) {
    int bits = Math.max(1, 32 - Integer.numberOfLeadingZeros(least - 1));
    int[] all = new int[1 << bits];
    for (int i = 0; i < all.length; i++) {
      all[i] = i < table.count() ? table.color(i) | 0xff000000 : 0xff000000;
    }
    return new IndexColorModel(bits, all.length, all, 0, false, -1, 0);
  }

  private EncodedPicture write(List<GifFrame> frames) {
    ImageWriter writer = ImageIO.getImageWritersByFormatName("gif").next();
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(file)) {
      writer.setOutput(out);
      writer.prepareWriteSequence(screen(writer));
      for (GifFrame frame : frames) {
        BufferedImage part = image(frame);
        ImageWriteParam how = writer.getDefaultWriteParam();
        writer.writeToSequence(new IIOImage(part, null, control(writer, part, frame)), how);
      }
      writer.endWriteSequence();
    } catch (IOException impossible) {
      throw new UncheckedIOException("memory can be written to", impossible);
    } finally {
      writer.dispose();
    }
    return new EncodedPicture(Format.GIF, List.of(file.toByteArray()));
  }

  private BufferedImage image(GifFrame frame) {
    int width = frame.area().width();
    int height = frame.area().height();
    WritableRaster raster =
        java.awt.image.Raster.createInterleavedRaster(
            java.awt.image.DataBuffer.TYPE_BYTE, width, height, 1, null);
    byte[] data = ((java.awt.image.DataBufferByte) raster.getDataBuffer()).getData();
    for (int i = 0; i < data.length; i++) {
      data[i] = (byte) (frame.indices()[i] < 0 ? clear : frame.indices()[i]);
    }
    return new BufferedImage(colors, raster, false, null);
  }

  private IIOMetadata screen(ImageWriter writer) throws IOException {
    IIOMetadata metadata = writer.getDefaultStreamMetadata(writer.getDefaultWriteParam());
    IIOMetadataNode root = new IIOMetadataNode(metadata.getNativeMetadataFormatName());
    root.appendChild(node("Version", "value", "89a"));
    root.appendChild(
        node(
            "LogicalScreenDescriptor",
            "logicalScreenWidth",
            "" + size.width(),
            "logicalScreenHeight",
            "" + size.height(),
            "colorResolution",
            "8",
            "pixelAspectRatio",
            "0"));
    IIOMetadataNode table =
        node(
            "GlobalColorTable",
            "sizeOfGlobalColorTable",
            "" + colors.getMapSize(),
            "backgroundColorIndex",
            "0",
            "sortFlag",
            "FALSE");
    for (int i = 0; i < colors.getMapSize(); i++) {
      table.appendChild(
          node(
              "ColorTableEntry",
              "index",
              "" + i,
              "red",
              "" + colors.getRed(i),
              "green",
              "" + colors.getGreen(i),
              "blue",
              "" + colors.getBlue(i)));
    }
    root.appendChild(table);
    metadata.mergeTree(metadata.getNativeMetadataFormatName(), root);
    return metadata;
  }

  private IIOMetadata control(ImageWriter writer, BufferedImage part, GifFrame frame)
      throws IOException {
    IIOMetadata metadata =
        writer.getDefaultImageMetadata(new ImageTypeSpecifier(part), writer.getDefaultWriteParam());
    IIOMetadataNode root = new IIOMetadataNode(metadata.getNativeMetadataFormatName());
    root.appendChild(
        node(
            "ImageDescriptor",
            "imageLeftPosition",
            "" + frame.area().x(),
            "imageTopPosition",
            "" + frame.area().y(),
            "imageWidth",
            "" + frame.area().width(),
            "imageHeight",
            "" + frame.area().height(),
            "interlaceFlag",
            "FALSE"));
    root.appendChild(
        node(
            "GraphicControlExtension",
            "disposalMethod",
            frame.centiseconds() == 0 ? "none" : "doNotDispose",
            "userInputFlag",
            "FALSE",
            "transparentColorFlag",
            frame.hasUnchangedPixels() ? "TRUE" : "FALSE",
            "delayTime",
            "" + frame.centiseconds(),
            "transparentColorIndex",
            frame.hasUnchangedPixels() ? "" + clear : "0"));
    metadata.mergeTree(metadata.getNativeMetadataFormatName(), root);
    return metadata;
  }

  private static IIOMetadataNode node(String name, String... attributes) {
    IIOMetadataNode node = new IIOMetadataNode(name);
    for (int i = 0; i < attributes.length; i += 2) {
      node.setAttribute(attributes[i], attributes[i + 1]);
    }
    return node;
  }
}
