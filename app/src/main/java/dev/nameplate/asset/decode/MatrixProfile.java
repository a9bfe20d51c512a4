package dev.nameplate.asset.decode;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.function.DoubleUnaryOperator;

/** Creates matrix/TRC ICC profiles (ICC.1:2001) from primaries and a transfer curve. */
final class MatrixProfile {
  /** The primaries red, green, blue and the white point of sRGB, each as CIE x and y. */
  static final double[] SRGB = {0.64, 0.33, 0.3, 0.6, 0.15, 0.06, 0.3127, 0.329};

  private static final int HEADER = 128;
  private static final int TAGS = 7;
  private static final int ENTRY = 12;
  private static final int XYZ = 20;
  private static final int LEVELS = 1024;
  private static final double[] D50 = {0.9642, 1, 0.8249};

  /** The Bradford matrix for chromatic adaptation (ICC.1:2022, annex E). */
  private static final double[][] BRADFORD = {
    {0.8951, 0.2664, -0.1614}, {-0.7502, 1.7135, 0.0367}, {0.0389, -0.0685, 1.0296}
  };

  private MatrixProfile() {}

  /**
   * Creates a profile.
   *
   * @param xy primaries and white point, as {@link #SRGB}
   * @param curve from a stored value to linear light, both 0 to 1
   * @return the bytes of the profile
   * @throws IllegalArgumentException if the primaries are on one line, or one has no light
   */
  static byte[] of(double[] xy, DoubleUnaryOperator curve) {
    double[][] columns = toD50(xy);
    int table = HEADER + 4 + TAGS * ENTRY;
    int curveAt = table + 4 * XYZ;
    int size = curveAt + 12 + 2 * LEVELS;
    ByteBuffer out = ByteBuffer.allocate(size);
    header(out, size);
    out.putInt(TAGS);
    String[] names = {"wtpt", "rXYZ", "gXYZ", "bXYZ"};
    for (int i = 0; i < names.length; i++) {
      out.put(ascii(names[i])).putInt(table + i * XYZ).putInt(XYZ);
    }
    for (String name : new String[] {"rTRC", "gTRC", "bTRC"}) {
      out.put(ascii(name)).putInt(curveAt).putInt(12 + 2 * LEVELS);
    }
    xyz(out, D50);
    for (int color = 0; color < 3; color++) {
      xyz(out, new double[] {columns[0][color], columns[1][color], columns[2][color]});
    }
    out.put(ascii("curv")).putInt(0).putInt(LEVELS);
    for (int i = 0; i < LEVELS; i++) {
      double light = curve.applyAsDouble(i / (LEVELS - 1.0));
      out.putShort((short) Math.round(65_535 * Math.min(1, Math.max(0, light))));
    }
    return out.array();
  }

  private static void header(ByteBuffer out, int size) {
    out.putInt(size).putInt(0).putInt(0x02400000).put(ascii("mntrRGB XYZ "));
    out.position(36);
    out.put(ascii("acsp"));
    out.position(68);
    for (double part : D50) {
      out.putInt(fixed(part));
    }
    out.position(HEADER);
  }

  private static void xyz(ByteBuffer out, double[] color) {
    out.put(ascii("XYZ ")).putInt(0);
    for (double part : color) {
      out.putInt(fixed(part));
    }
  }

  private static int fixed(double value) {
    return (int) Math.round(value * 65_536);
  }

  private static byte[] ascii(String name) {
    return name.getBytes(StandardCharsets.US_ASCII);
  }

  /** The matrix from linear RGB to XYZ under D50. */
  private static double[][] toD50(double[] xy) {
    double[][] primaries = new double[3][3];
    for (int color = 0; color < 3; color++) {
      double[] xyz = xyz(xy[2 * color], xy[2 * color + 1]);
      for (int row = 0; row < 3; row++) {
        primaries[row][color] = xyz[row];
      }
    }
    double[] white = xyz(xy[6], xy[7]);
    double[] amounts = times(inverse(primaries), white);
    double[] from = times(BRADFORD, white);
    double[] to = times(BRADFORD, D50);
    double[][] scaled = new double[3][3];
    for (int i = 0; i < 3; i++) {
      for (int j = 0; j < 3; j++) {
        scaled[i][j] = to[i] / from[i] * BRADFORD[i][j];
      }
    }
    double[][] adapted = times(times(inverse(BRADFORD), scaled), primaries);
    for (double[] row : adapted) {
      for (int color = 0; color < 3; color++) {
        row[color] *= amounts[color];
      }
    }
    return adapted;
  }

  private static double[] xyz(double x, double y) {
    if (y <= 0) {
      throw new IllegalArgumentException("a color without light");
    }
    return new double[] {x / y, 1, (1 - x - y) / y};
  }

  private static double[] times(double[][] matrix, double[] vector) {
    double[] product = new double[3];
    for (int i = 0; i < 3; i++) {
      product[i] = matrix[i][0] * vector[0] + matrix[i][1] * vector[1] + matrix[i][2] * vector[2];
    }
    return product;
  }

  private static double[][] times(double[][] a, double[][] b) {
    double[][] product = new double[3][3];
    for (int i = 0; i < 3; i++) {
      for (int j = 0; j < 3; j++) {
        product[i][j] = a[i][0] * b[0][j] + a[i][1] * b[1][j] + a[i][2] * b[2][j];
      }
    }
    return product;
  }

  private static double[][] inverse(double[][] m) {
    double[][] inverse = new double[3][3];
    for (int i = 0; i < 3; i++) {
      for (int j = 0; j < 3; j++) {
        inverse[j][i] =
            m[(i + 1) % 3][(j + 1) % 3] * m[(i + 2) % 3][(j + 2) % 3]
                - m[(i + 1) % 3][(j + 2) % 3] * m[(i + 2) % 3][(j + 1) % 3];
      }
    }
    double determinant =
        m[0][0] * inverse[0][0] + m[0][1] * inverse[1][0] + m[0][2] * inverse[2][0];
    if (Math.abs(determinant) < 1e-9) {
      throw new IllegalArgumentException("three colors on one line");
    }
    for (double[] row : inverse) {
      for (int j = 0; j < 3; j++) {
        row[j] /= determinant;
      }
    }
    return inverse;
  }
}
