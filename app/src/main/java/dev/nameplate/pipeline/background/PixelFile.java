package dev.nameplate.pipeline.background;

import dev.nameplate.geometry.DeviceBox;
import dev.nameplate.geometry.Size;
import dev.nameplate.geometry.Strip;
import dev.nameplate.render.BackgroundPixels;
import dev.nameplate.render.PreparedBackground;
import dev.nameplate.render.StoredPixelsException;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32C;

/**
 * A file with a background's pixels in those strips that pictures may change, or in all. Strips are
 * read by position, each checked against its CRC-32C; on the heap there is only the index.
 *
 * <pre>
 * "NPX1", length of the head, CRC-32C of the head
 * head: the file's name, width, height, image type, number of images, strips (bits), CRC-32C of each
 * pixels: an int each, strip by strip, of the image below dynamic layers, then of the complete one
 * </pre>
 *
 * <p>Numbers are little-endian. The file is written once and never changed in place.
 */
final class PixelFile {
  private static final int MAGIC = 'N' | 'P' << 8 | 'X' << 16 | '1' << 24;
  private static final int FIXED = 12;
  private static final int MOST_BYTES_OF_HEAD = 1 << 20;

  private static final ThreadLocal<ByteBuffer> BUFFERS =
      ThreadLocal.withInitial(() -> ByteBuffer.allocateDirect(0));

  private final Path path;
  private final Size size;
  private final int type;
  private final int images;
  private final int start;
  private final int[] sums;

  /** For each strip its place among the stored ones; -1 for one that is not stored. */
  private final int[] places;

  private final int stored;

  private PixelFile(Path path, ByteBuffer head, String name) {
    this.path = path;
    byte[] written = new byte[head.getInt()];
    head.get(written);
    if (!name.equals(new String(written, StandardCharsets.UTF_8))) {
      throw new StoredPixelsException("it belongs to another background");
    }
    size = new Size(head.getInt(), head.getInt());
    type = head.getInt();
    images = head.getInt();
    places = new int[strips(size)];
    int count = 0;
    for (int strip = 0; strip < places.length; strip++) {
      places[strip] = head.get() == 1 ? count++ : -1;
    }
    stored = count;
    sums = new int[images * stored];
    head.asIntBuffer().get(sums);
    start = FIXED + head.limit();
  }

  private static int strips(Size size) {
    return (size.height() + Strip.ROWS - 1) / Strip.ROWS;
  }

  /**
   * The strips that pictures may change, and those beside them, which encoders compare; all strips
   * for a background whose pictures need all.
   */
  static BitSet neededStrips(PreparedBackground background, boolean whole) {
    BitSet strips = new BitSet();
    int last = strips(background.complete().size()) - 1;
    if (whole) {
      strips.set(0, last + 1);
    }
    for (DeviceBox box : background.changeable()) {
      int top = Math.floorDiv(box.y() - 1, Strip.ROWS) - 1;
      int bottom = Math.floorDiv(box.bottom() + 1, Strip.ROWS) + 1;
      if (bottom >= 0 && top <= last) {
        strips.set(Math.max(0, top), Math.min(last, bottom) + 1);
      }
    }
    return strips;
  }

  /**
   * The content of a file.
   *
   * @param name written into it, and compared when it is opened
   * @param background with its pixels on the heap
   */
  static byte[] write(String name, PreparedBackground background, BitSet strips) {
    BackgroundPixels below = background.below();
    BackgroundPixels complete = background.complete();
    List<BackgroundPixels> images = below == complete ? List.of(below) : List.of(below, complete);
    Size size = below.size();
    int count = strips(size);
    byte[] written = name.getBytes(StandardCharsets.UTF_8);
    int head = 4 * 5 + written.length + count + 4 * images.size() * strips.cardinality();
    long pixels = strips.stream().mapToLong(strip -> (long) rows(size, strip) * size.width()).sum();
    ByteBuffer out =
        ByteBuffer.allocate(Math.toIntExact(FIXED + head + 4L * images.size() * pixels))
            .order(ByteOrder.LITTLE_ENDIAN);
    out.putInt(MAGIC).putInt(head).putInt(0).putInt(written.length).put(written);
    out.putInt(size.width()).putInt(size.height()).putInt(below.type()).putInt(images.size());
    for (int strip = 0; strip < count; strip++) {
      out.put((byte) (strips.get(strip) ? 1 : 0));
    }
    int sums = out.position();
    out.position(FIXED + head);
    for (BackgroundPixels image : images) {
      int[] data = data(image.image().orElseThrow());
      for (int strip = strips.nextSetBit(0); strip >= 0; strip = strips.nextSetBit(strip + 1)) {
        int from = out.position();
        int length = rows(size, strip) * size.width();
        out.asIntBuffer().put(data, strip * Strip.ROWS * size.width(), length);
        out.position(from + 4 * length);
        out.putInt(sums, sum(out.array(), from, 4 * length));
        sums += 4;
      }
    }
    return out.putInt(8, sum(out.array(), FIXED, head)).array();
  }

  /**
   * Opens a file and reads its index.
   *
   * @param name that it was written with
   * @throws StoredPixelsException if it is damaged, or another background's
   * @throws IOException if it cannot be read
   */
  static PixelFile open(Path path, String name) throws IOException {
    try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
      ByteBuffer fixed = ByteBuffer.allocate(FIXED).order(ByteOrder.LITTLE_ENDIAN);
      fill(channel, fixed, 0);
      int length = fixed.getInt(4);
      if (fixed.getInt(0) != MAGIC || length < 0 || length > MOST_BYTES_OF_HEAD) {
        throw new StoredPixelsException("it is no file of pixels");
      }
      ByteBuffer head = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
      fill(channel, head, FIXED);
      if (sum(head.array(), 0, length) != fixed.getInt(8)) {
        throw new StoredPixelsException("its head is damaged");
      }
      return new PixelFile(path, head.flip(), name);
    }
  }

  /** The pixels below dynamic layers. */
  BackgroundPixels below() {
    return new Image(0);
  }

  /** The pixels with all static layers. */
  BackgroundPixels complete() {
    return new Image(images - 1);
  }

  /** Whether no static layer lies above a dynamic one. */
  boolean isOneImage() {
    return images == 1;
  }

  /** The strips that it holds. */
  BitSet strips() {
    BitSet strips = new BitSet();
    for (int strip = 0; strip < places.length; strip++) {
      strips.set(strip, places[strip] >= 0);
    }
    return strips;
  }

  private final class Image implements BackgroundPixels {
    private final int index;

    Image(int index) {
      this.index = index;
    }

    @Override
    public Size size() {
      return size;
    }

    @Override
    public int type() {
      return type;
    }

    @Override
    public void copyStrips(int first, int after, BufferedImage target) {
      try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
        for (int strip = first; strip < after; strip++) {
          read(channel, strip, target);
        }
      } catch (IOException unreadable) {
        throw new StoredPixelsException("it cannot be read", unreadable);
      }
    }

    private void read(FileChannel channel, int strip, BufferedImage target) throws IOException {
      if (places[strip] < 0) {
        throw new StoredPixelsException("it lacks a strip");
      }
      int place = index * stored + places[strip];
      int length = rows(size, strip) * size.width();
      ByteBuffer bytes = buffer(4 * length);
      fill(channel, bytes, offset(strip));
      CRC32C sum = new CRC32C();
      sum.update(bytes.flip());
      if ((int) sum.getValue() != sums[place]) {
        throw new StoredPixelsException("a strip is damaged");
      }
      bytes.flip().asIntBuffer().get(data(target), strip * Strip.ROWS * size.width(), length);
    }

    /** All strips are full but the picture's last one, which if stored is the last of an image. */
    private long offset(int strip) {
      long row = 4L * size.width();
      long image = 0;
      for (int one = 0; one < places.length; one++) {
        image += places[one] < 0 ? 0 : rows(size, one) * row;
      }
      return start + index * image + places[strip] * row * Strip.ROWS;
    }

    @Override
    public Optional<BufferedImage> image() {
      return Optional.empty();
    }

    @Override
    public boolean isWhole() {
      return false;
    }

    @Override
    public long bytes() {
      return 0;
    }
  }

  private static ByteBuffer buffer(int length) {
    ByteBuffer buffer = BUFFERS.get();
    if (buffer.capacity() < length) {
      buffer = ByteBuffer.allocateDirect(length).order(ByteOrder.LITTLE_ENDIAN);
      BUFFERS.set(buffer);
    }
    return buffer.clear().limit(length);
  }

  private static void fill(FileChannel channel, ByteBuffer into, long from) throws IOException {
    long position = from;
    while (into.hasRemaining()) {
      int read = channel.read(into, position);
      if (read < 0) {
        throw new StoredPixelsException("it is cut off");
      }
      position += read;
    }
  }

  private static int rows(Size size, int strip) {
    return Math.min(Strip.ROWS, size.height() - strip * Strip.ROWS);
  }

  private static int sum(byte[] bytes, int from, int length) {
    CRC32C sum = new CRC32C();
    sum.update(bytes, from, length);
    return (int) sum.getValue();
  }

  private static int[] data(BufferedImage image) {
    return ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
  }
}
