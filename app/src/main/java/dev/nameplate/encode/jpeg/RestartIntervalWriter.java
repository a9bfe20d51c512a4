package dev.nameplate.encode.jpeg;

import dev.nameplate.encode.PixelView;
import dev.nameplate.encode.Strips;
import java.awt.Transparency;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.DataBufferByte;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOInvalidTreeException;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/**
 * The JDK's JPEG writer, with one quality and a restart interval for each strip. For one thread at
 * a time.
 *
 * <p>The restart interval is set in the native image metadata: one row of MCUs under 4:2:0
 * subsampling and two rows under 4:4:4, which are sixteen rows of pixels in both cases.
 */
final class RestartIntervalWriter {
  private static final String NATIVE = "javax_imageio_jpeg_image_1.0";
  private static final int BLOCK = 8;

  /** Of an MCU where chroma is halved both ways. */
  private static final int LUMA_BLOCKS = 4;

  private static final int MOST_HEADS = 32;
  private static final ImageTypeSpecifier RGB =
      ImageTypeSpecifier.createFromBufferedImageType(BufferedImage.TYPE_INT_RGB);

  private static final int[] RGB_ORDER = {0, 1, 2};
  private static final ColorModel BYTES =
      new ComponentColorModel(
          ColorSpace.getInstance(ColorSpace.CS_sRGB),
          false,
          false,
          Transparency.OPAQUE,
          DataBuffer.TYPE_BYTE);

  private final ImageWriter writer = jdkWriter();
  private final ImageWriteParam settings = writer.getDefaultWriteParam();
  private final boolean halvedChroma;
  private byte[] samples = new byte[0];

  /** Metadata for the widths and tables written last. */
  private final Map<Head, IIOMetadata> heads = new LinkedHashMap<>(16, 0.75f, true);

  /** What decides a file's metadata. Equal tables are those of one background. */
  private record Head(int width, HuffmanTables tables) {}

  RestartIntervalWriter(int quality, boolean halvedChroma) {
    this.halvedChroma = halvedChroma;
    settings.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
    settings.setCompressionQuality(quality / 100f);
  }

  /** Whatever plug-ins stand on the class path beside it. */
  private static ImageWriter jdkWriter() {
    Iterator<ImageWriter> writers = ImageIO.getImageWritersByFormatName("jpeg");
    while (writers.hasNext()) {
      ImageWriter writer = writers.next();
      if (writer.getClass().getModule() == ImageWriter.class.getModule()) {
        return writer;
      }
    }
    throw new NoSuchElementException("every Java runtime writes JPEG");
  }

  /** Counts the symbols of a picture written with the standard tables. */
  SymbolCounts count(BufferedImage rgb) {
    SymbolCounts counts = new SymbolCounts(HuffmanTables.STANDARD);
    int mcu = halvedChroma ? 2 * BLOCK : BLOCK;
    int across = (rgb.getWidth() + mcu - 1) / mcu;
    int rows = (rgb.getHeight() + mcu - 1) / mcu;
    int rowsOfStrip = Strips.ROWS / mcu;
    int row = 0;
    for (byte[] interval : write(rgb, HuffmanTables.STANDARD).intervals()) {
      int units = across * Math.min(rowsOfStrip, rows - row);
      counts.add(interval, units, halvedChroma ? LUMA_BLOCKS : 1);
      row += rowsOfStrip;
    }
    return counts;
  }

  /** Encodes a picture, or adjacent strips of one, as a separate file. */
  JpegScan write(BufferedImage rgb, HuffmanTables tables) {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(file)) {
      writer.setOutput(out);
      writer.write(null, new IIOImage(inBytes(rgb), null, head(rgb.getWidth(), tables)), settings);
    } catch (IOException e) {
      throw new UncheckedIOException("a picture in memory could not be written", e);
    } finally {
      writer.setOutput(null);
    }
    return JpegScan.of(file.toByteArray());
  }

  /** The same picture with a byte for each sample, which the writer reads faster. */
  private BufferedImage inBytes(BufferedImage rgb) {
    PixelView pixelView = PixelView.of(rgb);
    int width = rgb.getWidth();
    int height = rgb.getHeight();
    int rowBytes = Math.multiplyExact(3, width);
    int length = Math.multiplyExact(rowBytes, height);
    if (samples.length < length) {
      samples = new byte[length];
    }
    for (int row = 0; row < height; row++) {
      PixelView.readRgb(pixelView.data(), pixelView.row(row), samples, row * rowBytes);
    }
    WritableRaster raster =
        Raster.createInterleavedRaster(
            new DataBufferByte(samples, length), width, height, rowBytes, 3, RGB_ORDER, null);
    return new BufferedImage(BYTES, raster, false, null);
  }

  private IIOMetadata head(int width, HuffmanTables tables) throws IIOInvalidTreeException {
    Head wanted = new Head(width, tables);
    IIOMetadata known = heads.get(wanted);
    if (known == null) {
      known = metadata(width, tables);
      heads.put(wanted, known);
      if (heads.size() > MOST_HEADS) {
        heads.remove(heads.keySet().iterator().next());
      }
    }
    return known;
  }

  private IIOMetadata metadata(int width, HuffmanTables tables) throws IIOInvalidTreeException {
    IIOMetadata metadata = writer.getDefaultImageMetadata(RGB, settings);
    Element tree = (Element) metadata.getAsTree(NATIVE);
    Element sequence = first(tree, "markerSequence");
    sequence.insertBefore(restartInterval(width), first(tree, "sos"));
    setTables(tree, tables.tables());
    if (!halvedChroma) {
      Element luma = first(tree, "componentSpec");
      luma.setAttribute("HsamplingFactor", "1");
      luma.setAttribute("VsamplingFactor", "1");
    }
    metadata.setFromTree(NATIVE, tree);
    return metadata;
  }

  /** DC's tables have class 0, AC's 1; luma's have the number 0, chroma's 1. */
  private static void setTables(Element tree, List<HuffmanTables.Table> tables) {
    NodeList found = tree.getElementsByTagName("dhtable");
    for (int i = 0; i < found.getLength(); i++) {
      IIOMetadataNode node = (IIOMetadataNode) found.item(i);
      int type = Integer.parseInt(node.getAttribute("class"));
      int number = Integer.parseInt(node.getAttribute("htableId"));
      node.setUserObject(tables.get(2 * number + type).inJdkForm());
    }
  }

  private IIOMetadataNode restartInterval(int width) {
    int mcu = halvedChroma ? 2 * BLOCK : BLOCK;
    int across = (width + mcu - 1) / mcu;
    IIOMetadataNode dri = new IIOMetadataNode("dri");
    dri.setAttribute("interval", String.valueOf(across * (Strips.ROWS / mcu)));
    return dri;
  }

  private static Element first(Element tree, String name) {
    NodeList found = tree.getElementsByTagName(name);
    return (Element) found.item(0);
  }
}
