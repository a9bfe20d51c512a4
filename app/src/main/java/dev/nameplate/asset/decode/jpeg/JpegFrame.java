package dev.nameplate.asset.decode.jpeg;

import java.nio.ByteBuffer;
import java.util.Optional;

/**
 * A JPEG's frame header (ITU-T T.81, B.2.2). Its arrays are owned by the record and must not be
 * changed.
 *
 * @param marker the second byte of its marker
 * @param width in pixels
 * @param height in pixels
 * @param ids the ids of its components, 1, 3 or 4 of them
 * @param across the horizontal sampling factor of each component, 1 to 4
 * @param down the vertical sampling factor of each component, 1 to 4
 */
@SuppressWarnings("ArrayRecordComponent") // never compared, changed by its maker alone
public record JpegFrame(int marker, int width, int height, int[] ids, int[] across, int[] down) {
  private static final int BASELINE = 0xc0;
  private static final int EXTENDED = 0xc1;
  static final int PROGRESSIVE = 0xc2;

  /**
   * Parses a frame header (ITU-T T.81, B.2.2).
   *
   * @param marker the second byte of its marker, 0 to 255
   * @param body the segment after its length
   * @return the frame with its size in pixels and its components
   * @throws JpegException if it is broken, or of a kind that browsers do not show; the message says
   *     which
   */
  public static JpegFrame of(int marker, ByteBuffer body) {
    if (marker != BASELINE && marker != EXTENDED && marker != PROGRESSIVE) {
      throw new JpegException("the JPEG is lossless or arithmetic-coded; save it as baseline");
    }
    if (body.remaining() < 6 || body.remaining() < 6 + 3 * body.get(5)) {
      throw new JpegException("the frame header of the JPEG is broken");
    }
    if (body.get(0) != 8) {
      throw new JpegException("the JPEG has " + body.get(0) + " bits a sample; 8 are read");
    }
    int count = body.get(5);
    if (count != 1 && count != 3 && count != 4) {
      throw new JpegException("the JPEG has " + count + " components; 1, 3 or 4 are read");
    }
    JpegFrame frame =
        new JpegFrame(
            marker,
            Short.toUnsignedInt(body.getShort(3)),
            Short.toUnsignedInt(body.getShort(1)),
            new int[count],
            new int[count],
            new int[count]);
    for (int i = 0; i < count; i++) {
      frame.ids[i] = body.get(6 + 3 * i) & 0xff;
      frame.across[i] = body.get(7 + 3 * i) >> 4;
      frame.down[i] = body.get(7 + 3 * i) & 15;
      if (frame.across[i] < 1 || frame.across[i] > 4 || frame.down[i] < 1 || frame.down[i] > 4) {
        throw new JpegException("the frame header of the JPEG is broken");
      }
    }
    if (frame.width == 0 || frame.height == 0) {
      throw new JpegException("the JPEG states no size");
    }
    return frame;
  }

  /**
   * Returns whether a marker's second byte, 0 to 255, is that of a frame header of any kind (SOF),
   * and not of the tables between them.
   */
  public static boolean isFrame(int marker) {
    return marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc;
  }

  /** Returns the number of components: 1, 3 or 4. */
  public int components() {
    return ids.length;
  }

  /** Returns whether the frame is progressive (SOF2). */
  public boolean isProgressive() {
    return marker == PROGRESSIVE;
  }

  /** The index of the component with an id; empty if there is none. */
  Optional<Integer> component(int id) {
    for (int i = 0; i < ids.length; i++) {
      if (ids[i] == id) {
        return Optional.of(i);
      }
    }
    return Optional.empty();
  }

  int unitsAcross() {
    return -Math.floorDiv(-width, 8 * most(across));
  }

  int unitsDown() {
    return -Math.floorDiv(-height, 8 * most(down));
  }

  /** The number of blocks in a row of a component in a scan that has this component only. */
  int blocksAcross(int component) {
    return blocks(width, across[component], most(across));
  }

  /** The number of rows of blocks of a component in a scan that has this component only. */
  int blocksDown(int component) {
    return blocks(height, down[component], most(down));
  }

  private static int blocks(int size, int samples, int most) {
    int own = -Math.floorDiv(-size * samples, most);
    return -Math.floorDiv(-own, 8);
  }

  private static int most(int[] samples) {
    int most = 1;
    for (int count : samples) {
      most = Math.max(most, count);
    }
    return most;
  }
}
