package dev.nameplate.asset.decode;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import java.util.zip.InflaterInputStream;

/**
 * The color space of a PNG. The first present of these chunks decides: {@code cICP}, {@code iCCP},
 * {@code sRGB}, {@code gAMA} (PNG, third edition, 4.3). As in Chromium {@code cHRM} is used only
 * with {@code gAMA}.
 */
final class PngColor {
  private static final int LONGEST_NAME = 79;
  private static final double DENSE = 100_000;

  /** A gamma this close to 2.2 means sRGB, as programs write it. */
  private static final double NEAR = 0.1;

  private static final double[] BT2020 = {0.708, 0.292, 0.17, 0.797, 0.131, 0.046, 0.3127, 0.329};
  private static final double[] DISPLAY_P3 = {0.68, 0.32, 0.265, 0.69, 0.15, 0.06, 0.3127, 0.329};

  private Optional<byte[]> codes = Optional.empty();
  private Optional<byte[]> profile = Optional.empty();
  private boolean hasProfile;
  private boolean isSrgb;
  private long gamma;
  private double[] primaries = MatrixProfile.SRGB;

  /** Reads a {@code cICP} chunk. */
  void codes(ByteBuffer chunk) {
    if (chunk.remaining() == 4 && chunk.get(2) == 0 && chunk.get(3) == 1) {
      codes = ofCodes(chunk.get(0), chunk.get(1));
    }
  }

  /** Reads an {@code iCCP} chunk: name, a zero byte, the method, and the compressed profile. */
  void profile(ByteBuffer chunk) {
    hasProfile = true;
    int start = 0;
    while (start < Math.min(chunk.limit(), LONGEST_NAME + 1) && chunk.get(start) != 0) {
      start++;
    }
    if (start + 2 > chunk.limit()) {
      return;
    }
    byte[] packed = new byte[chunk.limit() - start - 2];
    chunk.get(start + 2, packed);
    try (InputStream inflated = new InflaterInputStream(new ByteArrayInputStream(packed))) {
      byte[] bytes = inflated.readNBytes(ColorProfile.MOST_BYTES + 1);
      profile = Optional.of(bytes).filter(whole -> whole.length <= ColorProfile.MOST_BYTES);
    } catch (IOException broken) {
      profile = Optional.empty();
    }
  }

  /** Reads an {@code sRGB} chunk. */
  void srgb() {
    isSrgb = true;
  }

  /** Reads a {@code gAMA} chunk. */
  void gamma(ByteBuffer chunk) {
    gamma = chunk.remaining() == 4 ? chunk.getInt() : 0;
  }

  /** Reads a {@code cHRM} chunk: white point, red, green and blue. */
  void primaries(ByteBuffer chunk) {
    if (chunk.remaining() == 32) {
      double[] xy = new double[8];
      for (int i = 0; i < 8; i++) {
        xy[(i + 6) % 8] = chunk.getInt() / DENSE;
      }
      primaries = xy;
    }
  }

  /**
   * The ICC profile of the image; empty if it is sRGB.
   *
   * @param isGray whether the image is gray; otherwise a gray profile is ignored
   */
  Optional<byte[]> toSrgb(boolean isGray) {
    if (codes.isPresent()) {
      return codes.filter(any -> any.length > 0);
    }
    if (hasProfile) {
      return profile.filter(
          bytes ->
              ColorProfile.isFor(bytes, "RGB ") || (isGray && ColorProfile.isFor(bytes, "GRAY")));
    }
    return isSrgb || gamma <= 0 ? Optional.empty() : ofGamma();
  }

  private Optional<byte[]> ofGamma() {
    double exponent = DENSE / gamma;
    boolean isUsual = Math.abs(exponent - 2.2) < NEAR;
    if (isUsual && isNear(primaries)) {
      return Optional.empty();
    }
    try {
      return Optional.of(MatrixProfile.of(primaries, value -> Math.pow(value, exponent)));
    } catch (IllegalArgumentException impossible) {
      return Optional.empty();
    }
  }

  private static boolean isNear(double[] xy) {
    for (int i = 0; i < xy.length; i++) {
      if (Math.abs(xy[i] - MatrixProfile.SRGB[i]) > 0.001) {
        return false;
      }
    }
    return true;
  }

  /**
   * The profile for SDR code points of ITU-T H.273: without bytes for sRGB itself, and empty if a
   * code point is not supported.
   */
  private static Optional<byte[]> ofCodes(int primaries, int transfer) {
    double[] xy =
        switch (primaries) {
          case 1 -> MatrixProfile.SRGB;
          case 9 -> BT2020;
          case 12 -> DISPLAY_P3;
          default -> new double[0];
        };
    if (primaries == 1 && transfer == 13) {
      return Optional.of(new byte[0]);
    }
    Optional<DoubleUnaryOperator> curve = curve(transfer);
    return xy.length == 0 ? Optional.empty() : curve.map(light -> MatrixProfile.of(xy, light));
  }

  private static Optional<DoubleUnaryOperator> curve(int transfer) {
    return switch (transfer) {
      case 1, 6, 14, 15 ->
          Optional.of(v -> v < 0.081 ? v / 4.5 : Math.pow((v + 0.099) / 1.099, 1 / 0.45));
      case 4 -> Optional.of(v -> Math.pow(v, 2.2));
      case 5 -> Optional.of(v -> Math.pow(v, 2.8));
      case 8 -> Optional.of(v -> v);
      case 13 -> Optional.of(v -> v <= 0.04045 ? v / 12.92 : Math.pow((v + 0.055) / 1.055, 2.4));
      default -> Optional.empty();
    };
  }
}
