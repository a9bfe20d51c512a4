package dev.nameplate.asset.decode;

import dev.nameplate.asset.decode.jpeg.JpegFrame;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;

/**
 * The color space of a JPEG by the rules of libjpeg: a JFIF marker means luminance and chrominance
 * (YCbCr), otherwise Adobe's marker decides, otherwise the ids of the components.
 */
final class JpegColor {
  private static final int RGB = 0;
  private static final int LUMINANCE = 1;
  private static final int LUMINANCE_AND_BLACK = 2;

  private final TreeMap<Integer, byte[]> profile = new TreeMap<>();
  private int profileParts;
  private boolean hasJfif;
  private OptionalInt adobe = OptionalInt.empty();

  /** Reads a JFIF, Adobe or ICC profile segment; others are ignored. */
  void segment(int marker, ByteBuffer body) {
    if (marker == 0xe0 && starts(body, "JFIF\0")) {
      hasJfif = true;
    } else if (marker == 0xee && starts(body, "Adobe") && body.remaining() >= 12) {
      adobe = OptionalInt.of(body.get(11) & 0xff);
    } else if (marker == 0xe2 && starts(body, "ICC_PROFILE\0") && body.remaining() > 14) {
      byte[] part = new byte[body.remaining() - 14];
      body.get(14, part);
      profileParts = body.get(13) & 0xff;
      profile.put(body.get(12) & 0xff, part);
    }
  }

  static boolean starts(ByteBuffer body, String with) {
    if (body.remaining() < with.length()) {
      return false;
    }
    for (int i = 0; i < with.length(); i++) {
      if (body.get(i) != with.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  /** The ICC profile; empty if there is none, a part is missing or it is for other components. */
  Optional<byte[]> profile(JpegFrame frame) {
    if (profile.isEmpty()
        || profile.size() != profileParts
        || profile.firstKey() != 1
        || profile.lastKey() != profileParts) {
      return Optional.empty();
    }
    ByteArrayOutputStream whole = new ByteArrayOutputStream();
    profile.values().forEach(whole::writeBytes);
    byte[] bytes = whole.toByteArray();
    boolean fits =
        switch (frame.components()) {
          case 1 -> ColorProfile.isFor(bytes, "GRAY") || ColorProfile.isFor(bytes, "RGB ");
          case 3 -> ColorProfile.isFor(bytes, "RGB ");
          default -> ColorProfile.isFor(bytes, "CMYK");
        };
    return fits && bytes.length <= ColorProfile.MOST_BYTES ? Optional.of(bytes) : Optional.empty();
  }

  /** Whether the four components are luminance, chrominance and black (YCCK). */
  boolean isLuminanceAndBlack() {
    return adobe.isPresent() && adobe.getAsInt() != 0;
  }

  /**
   * An Adobe segment with which every reader uses the color space that libjpeg would use; empty for
   * gray.
   */
  byte[] marker(JpegFrame frame) {
    return switch (frame.components()) {
      case 1 -> new byte[0];
      case 3 -> adobe(isRgb(frame) ? RGB : LUMINANCE);
      default -> adobe(isLuminanceAndBlack() ? LUMINANCE_AND_BLACK : RGB);
    };
  }

  private boolean isRgb(JpegFrame frame) {
    if (hasJfif) {
      return false;
    }
    return adobe.isPresent()
        ? adobe.getAsInt() == 0
        : Arrays.equals(frame.ids(), new int[] {'R', 'G', 'B'});
  }

  private static byte[] adobe(int transform) {
    byte[] segment = {
      (byte) 0xff, (byte) 0xee, 0, 14, 'A', 'd', 'o', 'b', 'e', 0, 100, 0, 0, 0, 0, 0
    };
    segment[15] = (byte) transform;
    return segment;
  }
}
