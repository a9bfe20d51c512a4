package dev.nameplate.asset.decode;

import dev.nameplate.asset.PictureFiles;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.nio.ByteBuffer;

/** ICC profiles for tests. */
final class Profiles {
  private static final double[] D50 = {0.9642, 1, 0.8249};

  private static final int STEPS = 7;
  private static final int CELLS = STEPS * STEPS * STEPS * STEPS;

  private Profiles() {}

  /** Red, green and blue as amounts of light. */
  static byte[] linear() {
    return ICC_Profile.getInstance(ColorSpace.CS_LINEAR_RGB).getData();
  }

  /** Grays by a power. */
  static byte[] gray(double gamma) {
    int curve = 128 + 4 + 2 * 12 + 20;
    ByteBuffer out = header("mntrGRAYXYZ ", curve + 14);
    out.putInt(2).put(PictureFiles.ascii("wtpt")).putInt(curve - 20).putInt(20);
    out.put(PictureFiles.ascii("kTRC")).putInt(curve).putInt(14);
    xyz(out);
    out.put(PictureFiles.ascii("curv")).putInt(0).putInt(1);
    return out.putShort((short) Math.round(gamma * 256)).array();
  }

  /** Four inks by a table, in seven steps of each ink (lut8). */
  static byte[] inks() {
    int table = 128 + 4 + 12;
    int size = 48 + 4 * 256 + CELLS * 3 + 3 * 256;
    ByteBuffer out = header("prtrCMYKLab ", table + size);
    out.putInt(1).put(PictureFiles.ascii("A2B0")).putInt(table).putInt(size);
    out.put(PictureFiles.ascii("mft1")).putInt(0);
    out.put(new byte[] {4, 3, STEPS, 0});
    for (int i = 0; i < 9; i++) {
      out.putInt(i % 4 == 0 ? 65_536 : 0);
    }
    ramps(out, 4);
    for (int cell = 0; cell < CELLS; cell++) {
      double black = cell % STEPS / (STEPS - 1.0);
      double yellow = cell / STEPS % STEPS / (STEPS - 1.0);
      double magenta = cell / (STEPS * STEPS) % STEPS / (STEPS - 1.0);
      double cyan = cell / (STEPS * STEPS * STEPS) / (STEPS - 1.0);
      out.put((byte) Math.round(250 - 60 * cyan - 70 * magenta - 10 * yellow - 90 * black));
      out.put((byte) Math.round(128 + (1 - black) * (60 * magenta - 35 * cyan)));
      out.put((byte) Math.round(128 + (1 - black) * (80 * yellow - 40 * cyan)));
    }
    ramps(out, 3);
    return out.array();
  }

  private static void ramps(ByteBuffer out, int count) {
    for (int i = 0; i < count * 256; i++) {
      out.put((byte) i);
    }
  }

  private static ByteBuffer header(String kind, int size) {
    ByteBuffer out = ByteBuffer.allocate(size);
    out.putInt(size).putInt(0).putInt(0x02400000).put(PictureFiles.ascii(kind));
    out.position(36);
    out.put(PictureFiles.ascii("acsp"));
    out.position(68);
    fixed(out);
    return out.position(128);
  }

  private static void xyz(ByteBuffer out) {
    out.put(PictureFiles.ascii("XYZ ")).putInt(0);
    fixed(out);
  }

  private static void fixed(ByteBuffer out) {
    for (double part : D50) {
      out.putInt((int) Math.round(part * 65_536));
    }
  }
}
