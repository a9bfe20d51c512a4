package dev.nameplate.encode.jpeg;

import dev.nameplate.encode.Background;
import dev.nameplate.encode.Effort;
import dev.nameplate.encode.EncodedBackground;
import dev.nameplate.encode.EncodedPicture;
import dev.nameplate.encode.Encoder;
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
 * the Huffman tables are those of annex K.3 in every picture. So a strip's bytes are valid in any
 * other picture of the same width; only the number of the restart marker after them depends on the
 * strip's position. Chroma subsampling is 4:2:0 below quality 90 and 4:4:4 from there on.
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

  /** Ignores the effort: the Huffman tables are fixed, so more time would save nothing. */
  @Override
  public EncodedBackground prepare(Background background, Effort effort) {
    return new EncodedBackground(background.picture(), Optional.of(whole(background.picture())));
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
      compressRun(picture, from, to, strips);
      from = changed.nextSetBit(to);
    }
    return spliced(store.head(), strips);
  }

  @Override
  public EncodedPicture encodeWhole(BufferedImage picture) {
    JpegStripStore whole = whole(picture);
    return spliced(whole.head(), whole.strips());
  }

  private JpegStripStore whole(BufferedImage picture) {
    Size size = checked(picture);
    JpegScan scan = writers.with(writer -> writer.write(picture));
    List<byte[]> strips = new ArrayList<>(scan.intervals());
    number(scan.intervals(), 0, new Strips(size.height()), strips);
    return new JpegStripStore(size, quality, scan.head(), strips);
  }

  /** Encodes adjacent strips as one file, with a single call of the library. */
  private void compressRun(BufferedImage picture, int from, int to, List<byte[]> strips) {
    Strips cut = new Strips(picture.getHeight());
    int top = cut.firstRow(from);
    int bottom = cut.firstRow(to - 1) + cut.rows(to - 1);
    BufferedImage run = picture.getSubimage(0, top, picture.getWidth(), bottom - top);
    number(writers.with(writer -> writer.write(run)).intervals(), from, cut, strips);
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
