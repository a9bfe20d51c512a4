package dev.nameplate.encode.jpeg;

import dev.nameplate.encode.Background;
import dev.nameplate.encode.Effort;
import dev.nameplate.encode.EncodedBackground;
import dev.nameplate.encode.EncodedPicture;
import dev.nameplate.encode.Encoder;
import dev.nameplate.encode.Span;
import dev.nameplate.encode.Strips;
import dev.nameplate.geometry.Size;
import dev.nameplate.template.Format;
import dev.nameplate.util.ObjectPool;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/**
 * Encodes baseline JPEG (ITU-T T.81) in a JFIF file without a resolution, from opaque pictures.
 *
 * <p>Each strip is a restart interval: DC prediction is reset, the coded bits end on a byte, and
 * the Huffman tables are those of the background, made of its example. So a strip's bytes are valid
 * in any other picture on the same background; only the number of the restart marker after them
 * depends on the strip's position. A picture without a background has the tables of annex K.3.
 * Chroma subsampling is 4:2:0 below quality 90 and 4:4:4 from there on.
 */
public final class JpegEncoder implements Encoder {
  private static final int FULL_CHROMA_FROM = 90;
  private static final int LONGEST_SIDE = 65_500;

  private final int quality;
  private final ObjectPool<RestartIntervalWriter> writers;

  /**
   * @param quality 1 (small files) to 100 (best), on the scale of the Independent JPEG Group
   * @throws IllegalArgumentException if the quality is out of range
   */
  public JpegEncoder(int quality) {
    if (quality < 1 || quality > 100) {
      throw new IllegalArgumentException("a JPEG's quality is 1 to 100, not " + quality);
    }
    this.quality = quality;
    this.writers =
        new ObjectPool<>(() -> new RestartIntervalWriter(quality, quality < FULL_CHROMA_FROM));
  }

  @Override
  public Format format() {
    return Format.JPEG;
  }

  /** Ignores the effort: the Huffman tables are made of the example in both cases. */
  @Override
  public EncodedBackground prepare(Background background, Effort effort) {
    BufferedImage picture = background.picture();
    Size unused = checked(picture);
    EncodedBackground plain = EncodedBackground.whole(picture);
    Background.Example example = background.example();
    BufferedImage like = plain.with(example.picture(), example.painted());
    HuffmanTables tables = HuffmanTables.of(writers.with(writer -> writer.count(like)));
    return new EncodedBackground(picture, Optional.of(whole(picture, tables)));
  }

  @Override
  public EncodedPicture encode(
      EncodedBackground background, BufferedImage picture, BitSet changed) {
    Size size = checked(picture);
    new Strips(size.height()).check(changed);
    if (!(background.strips().orElse(null) instanceof JpegStripStore store)
        || store.quality() != quality) {
      throw new IllegalArgumentException(
          "a JPEG is made on a JPEG's background of its own quality");
    }
    if (!size.equals(store.size())) {
      throw new IllegalArgumentException(
          "a picture of " + size + " on a background of " + store.size());
    }
    List<byte[]> strips = new ArrayList<>(store.strips());
    int from = changed.nextSetBit(0);
    while (from >= 0) {
      int to = changed.nextClearBit(from);
      compressRun(picture, new Span(from, to), store.tables(), strips);
      from = changed.nextSetBit(to);
    }
    return spliced(store.head(), strips);
  }

  @Override
  public EncodedPicture encodeWhole(BufferedImage picture) {
    JpegStripStore whole = whole(picture, HuffmanTables.STANDARD);
    return spliced(whole.head(), whole.strips());
  }

  /** Every strip of a picture. */
  JpegStripStore whole(BufferedImage picture, HuffmanTables tables) {
    Size size = checked(picture);
    JpegScan scan = writers.with(writer -> writer.write(picture, tables));
    List<byte[]> strips = new ArrayList<>(scan.intervals());
    number(scan.intervals(), 0, new Strips(size.height()), strips);
    return new JpegStripStore(size, quality, tables, scan.head(), strips);
  }

  /** Encodes adjacent strips as one file, with a single call of the library. */
  private void compressRun(
      BufferedImage picture, Span run, HuffmanTables tables, List<byte[]> strips) {
    Strips cut = new Strips(picture.getHeight());
    Span rows = cut.rows(run);
    BufferedImage part = picture.getSubimage(0, rows.from(), picture.getWidth(), rows.length());
    number(writers.with(writer -> writer.write(part, tables)).intervals(), run.from(), cut, strips);
  }

  private static void number(List<byte[]> intervals, int from, Strips cut, List<byte[]> strips) {
    for (int i = 0; i < intervals.size(); i++) {
      int strip = from + i;
      boolean last = strip == cut.count() - 1;
      strips.set(strip, JpegScan.withMarker(intervals.get(i), strip, last));
    }
  }

  private static EncodedPicture spliced(byte[] head, List<byte[]> strips) {
    List<byte[]> chunks = new ArrayList<>(strips.size() + 1);
    chunks.add(head);
    chunks.addAll(strips);
    return new EncodedPicture(Format.JPEG, chunks);
  }

  private static Size checked(BufferedImage picture) {
    if (picture.getType() != BufferedImage.TYPE_INT_RGB) {
      throw new IllegalArgumentException(
          "a JPEG holds no alpha: flatten the picture to TYPE_INT_RGB (1) first; it is type "
              + picture.getType());
    }
    Size size = new Size(picture.getWidth(), picture.getHeight());
    if (Math.max(size.width(), size.height()) > LONGEST_SIDE) {
      throw new IllegalArgumentException(
          "a JPEG's side is at most " + LONGEST_SIDE + " pixels, not " + size);
    }
    return size;
  }
}
