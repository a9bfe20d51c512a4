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

/**
 * Writes baseline JPEG (ITU-T T.81) in a JFIF file without a resolution, from opaque pictures.
 *
 * <p>Each strip is a restart interval: the predictions of DC coefficients begin anew, the coded
 * bits end on a byte, and the Huffman tables are the standard's (annex K.3), the same in every
 * picture. So a strip's bytes stay right in any other picture of the same width; only the number of
 * the restart marker behind it belongs to its place. Chroma is halved both ways below quality 90,
 * and full from there.
 */
public final class JpegEncoder implements Encoder {
  private static final int FULL_CHROMA_FROM = 90;
  private static final int LONGEST_SIDE = 65_500;

  private final int quality;
  private final ObjectPool<RestartIntervalWriter> presses;

  /**
   * @param quality 1, small, to 100, near exact, on the scale of the Independent JPEG Group
   */
  public JpegEncoder(int quality) {
    if (quality < 1 || quality > 100) {
      throw new IllegalArgumentException("a JPEG's quality is 1 to 100, not " + quality);
    }
    this.quality = quality;
    this.presses =
        new ObjectPool<>(() -> new RestartIntervalWriter(quality, quality < FULL_CHROMA_FROM));
  }

  @Override
  public Format format() {
    return Format.JPEG;
  }

  /** The tables are fixed, so that more effort would save nothing. */
  @Override
  public EncodedBackground prepare(Background background, Effort effort) {
    return new EncodedBackground(background.picture(), whole(background.picture()));
  }

  @Override
  public EncodedPicture encode(EncodedBackground base, BufferedImage picture, BitSet changed) {
    Size size = checked(picture);
    new Strips(size.height()).check(changed);
    if (!(base.strips() instanceof JpegStripStore store) || store.quality() != quality) {
      throw new IllegalArgumentException("a JPEG is made on a JPEG's base of its own quality");
    }
    if (!size.equals(store.size())) {
      throw new IllegalArgumentException("a picture of " + size + " on a base of " + store.size());
    }
    List<byte[]> strips = new ArrayList<>(store.strips());
    int from = changed.nextSetBit(0);
    while (from >= 0) {
      int to = changed.nextClearBit(from);
      packRun(picture, from, to, strips);
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
    JpegScan scan = presses.with(press -> press.write(picture));
    List<byte[]> strips = new ArrayList<>(scan.intervals());
    number(scan.intervals(), 0, new Strips(size.height()), strips);
    return new JpegStripStore(size, quality, scan.head(), strips);
  }

  /** Packs neighbouring strips as one file, which costs one call of the library. */
  private void packRun(BufferedImage picture, int from, int to, List<byte[]> strips) {
    Strips cut = new Strips(picture.getHeight());
    int top = cut.firstRow(from);
    int bottom = cut.firstRow(to - 1) + cut.rows(to - 1);
    BufferedImage run = picture.getSubimage(0, top, picture.getWidth(), bottom - top);
    number(presses.with(press -> press.write(run)).intervals(), from, cut, strips);
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
