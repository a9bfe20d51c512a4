package dev.nameplate.encode;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/**
 * Writes baseline JPEG (ITU-T T.81) with 4:2:0 chroma and the standard Huffman tables.
 *
 * <p>A strip is one row of minimum coded units and one restart interval: at its start the
 * predictors are reset, so a strip that the library wrote as a picture of its own is, between its
 * headers and its end, the very segment it would be in the whole. Only the number of the restart
 * marker before it depends on its place.
 */
public final class JpegEncoder implements Encoder {
  private static final byte[] END = {(byte) 0xff, (byte) 0xd9};

  private final float quality;

  /**
   * @param quality 1 to 100
   */
  public JpegEncoder(int quality) {
    if (quality < 1 || quality > 100) {
      throw new IllegalArgumentException("a JPEG's quality is 1 to 100, not " + quality);
    }
    this.quality = quality / 100f;
  }

  @Override
  public Format format() {
    return Format.JPEG;
  }

  @Override
  public StripStore prepare(BufferedImage base, Effort effort) {
    List<StripStore.Strip> strips = new ArrayList<>();
    for (int top = 0; top < base.getHeight(); top += STRIP_ROWS) {
      strips.add(strip(base, top));
    }
    return new StripStore(head(base), strips);
  }

  @Override
  public EncodedPicture encode(StripStore base, BufferedImage picture, BitSet changed) {
    List<byte[]> parts = new ArrayList<>();
    parts.add(base.head());
    for (int index = 0; index < base.strips().size(); index++) {
      if (index > 0) {
        parts.add(new byte[] {(byte) 0xff, (byte) (0xd0 + (index - 1) % 8)});
      }
      parts.add(
          changed.get(index)
              ? strip(picture, index * STRIP_ROWS).bytes()
              : base.strips().get(index).bytes());
    }
    parts.add(END);
    return new EncodedPicture(parts);
  }

  private StripStore.Strip strip(BufferedImage picture, int top) {
    byte[] file = write(rows(picture, top));
    byte[] segment = Arrays.copyOfRange(file, scanStart(file), file.length - END.length);
    return new StripStore.Strip(segment, 0, 0, PngFilter.NONE);
  }

  /** The library's headers for one strip, with the whole's height and a restart interval. */
  private byte[] head(BufferedImage picture) {
    byte[] file = write(rows(picture, 0));
    int scan = segment(file, 0xda);
    int frame = segment(file, 0xc0);
    int perRow = (picture.getWidth() + STRIP_ROWS - 1) / STRIP_ROWS;
    ByteArrayOutputStream head = new ByteArrayOutputStream();
    head.write(file, 0, scan);
    head.writeBytes(
        new byte[] {(byte) 0xff, (byte) 0xdd, 0, 4, (byte) (perRow >> 8), (byte) perRow});
    head.write(file, scan, scanStart(file) - scan);
    byte[] bytes = head.toByteArray();
    bytes[frame + 5] = (byte) (picture.getHeight() >> 8);
    bytes[frame + 6] = (byte) picture.getHeight();
    return bytes;
  }

  private static BufferedImage rows(BufferedImage picture, int top) {
    if (picture.getType() != BufferedImage.TYPE_INT_RGB) {
      throw new IllegalArgumentException("JPEG has no alpha; lay the picture on its matte first");
    }
    return picture.getSubimage(
        0, top, picture.getWidth(), Math.min(STRIP_ROWS, picture.getHeight() - top));
  }

  private byte[] write(BufferedImage strip) {
    ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(file)) {
      writer.setOutput(out);
      ImageWriteParam param = writer.getDefaultWriteParam();
      param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
      param.setCompressionQuality(quality);
      writer.write(
          null,
          new IIOImage(
              strip,
              null,
              writer.getDefaultImageMetadata(
                  ImageTypeSpecifier.createFromBufferedImageType(BufferedImage.TYPE_INT_RGB),
                  param)),
          param);
    } catch (IOException impossible) {
      throw new UncheckedIOException("writing to memory failed", impossible);
    } finally {
      writer.dispose();
    }
    return file.toByteArray();
  }

  private static int scanStart(byte[] file) {
    int scan = segment(file, 0xda);
    return scan + 2 + length(file, scan);
  }

  /** Where the marker of a segment stands before the scan. */
  private static int segment(byte[] file, int marker) {
    int at = 2;
    while ((file[at + 1] & 0xff) != marker) {
      at += 2 + length(file, at);
    }
    return at;
  }

  private static int length(byte[] file, int marker) {
    return ((file[marker + 2] & 0xff) << 8) | (file[marker + 3] & 0xff);
  }
}
