package dev.nameplate.asset.decode;

import dev.nameplate.asset.PictureFiles;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Writes JPEGs whose blocks are of one value each, so that what they show is known to the value:
 * any components, ids and markers, in one scan or several, with or without what comes at the end.
 */
final class FlatJpeg {
  /** The value of a component in a block. */
  @FunctionalInterface
  interface Values {
    int of(int component, int x, int y);
  }

  private final int width;
  private final int height;
  private final int[] ids;
  private final Values values;
  private final List<byte[]> segments = new ArrayList<>();
  private int chroma = 1;
  private int restart;
  private boolean isProgressive;
  private boolean isInterleaved = true;

  /**
   * @param width in pixels
   * @param ids of the components
   */
  FlatJpeg(int width, int height, int[] ids, Values values) {
    this.width = width;
    this.height = height;
    this.ids = ids;
    this.values = values;
  }

  /** One color all over. */
  static FlatJpeg of(int[] ids, int... samples) {
    return new FlatJpeg(16, 16, ids, (component, x, y) -> samples[component]);
  }

  FlatJpeg jfif() {
    return segment(0xe0, PictureFiles.ascii("JFIF\0\1\1\0\0\1\0\1\0\0"));
  }

  FlatJpeg adobe(int transform) {
    return segment(0xee, PictureFiles.ascii("Adobe\0d\0\0\0\0" + (char) transform));
  }

  /** A profile in parts of so many bytes, as cameras write it. */
  FlatJpeg profile(byte[] profile, int part) {
    int count = (profile.length + part - 1) / part;
    for (int i = 0; i < count; i++) {
      byte[] some = Arrays.copyOfRange(profile, i * part, Math.min(profile.length, (i + 1) * part));
      segment(
          0xe2,
          PictureFiles.joined(
              PictureFiles.ascii("ICC_PROFILE\0"),
              new byte[] {(byte) (i + 1), (byte) count},
              some));
    }
    return this;
  }

  FlatJpeg profile(byte[] profile) {
    return profile(profile, 60_000);
  }

  FlatJpeg segment(int marker, byte[] body) {
    segments.add(PictureFiles.segment(marker, body));
    return this;
  }

  /** The first component has twice as many samples as the others along each side. */
  FlatJpeg halvedColors() {
    chroma = 2;
    return this;
  }

  FlatJpeg restartEvery(int units) {
    restart = units;
    return this;
  }

  /** First all but the lowest bit of the first coefficients, then that bit, then the others. */
  FlatJpeg progressive() {
    isProgressive = true;
    return this;
  }

  /** A scan for each component. */
  FlatJpeg separateScans() {
    isInterleaved = false;
    return this;
  }

  /** The file. */
  byte[] bytes() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(new byte[] {(byte) 0xff, (byte) 0xd8});
    segments.forEach(out::writeBytes);
    byte[] steps = new byte[65];
    Arrays.fill(steps, 1, 65, (byte) 8);
    out.writeBytes(PictureFiles.segment(0xdb, steps));
    out.writeBytes(PictureFiles.segment(isProgressive ? 0xc2 : 0xc0, frame()));
    // Nine codes of four bits for the sizes 0 to 8, and one of one bit: no other coefficients.
    byte[] first = new byte[26];
    first[4] = 9;
    for (int i = 0; i < 9; i++) {
      first[17 + i] = (byte) i;
    }
    byte[] others = new byte[18];
    others[0] = 0x10;
    others[1] = 1;
    out.writeBytes(PictureFiles.segment(0xc4, first));
    out.writeBytes(PictureFiles.segment(0xc4, others));
    if (restart > 0) {
      out.writeBytes(PictureFiles.segment(0xdd, new byte[] {0, (byte) restart}));
    }
    scans(out);
    out.writeBytes(new byte[] {(byte) 0xff, (byte) 0xd9});
    return out.toByteArray();
  }

  private byte[] frame() {
    ByteBuffer frame = ByteBuffer.allocate(6 + 3 * ids.length).put((byte) 8);
    frame.putShort((short) height).putShort((short) width).put((byte) ids.length);
    for (int i = 0; i < ids.length; i++) {
      frame.put((byte) ids[i]).put((byte) (samples(i) * 0x11)).put((byte) 0);
    }
    return frame.array();
  }

  private int samples(int component) {
    return component == 0 ? chroma : 1;
  }

  private void scans(ByteArrayOutputStream out) {
    int[] all = new int[ids.length];
    for (int i = 0; i < all.length; i++) {
      all[i] = i;
    }
    if (isProgressive) {
      scan(out, all, 0, 0, 0x01);
      scan(out, all, 0, 0, 0x10);
      for (int i : all) {
        scan(out, new int[] {i}, 1, 63, 0);
      }
    } else if (isInterleaved) {
      scan(out, all, 0, 63, 0);
    } else {
      for (int i : all) {
        scan(out, new int[] {i}, 0, 63, 0);
      }
    }
  }

  private void scan(ByteArrayOutputStream out, int[] members, int from, int to, int bits) {
    ByteBuffer header = ByteBuffer.allocate(4 + 2 * members.length).put((byte) members.length);
    for (int member : members) {
      header.put((byte) ids[member]).put((byte) 0);
    }
    header.put((byte) from).put((byte) to).put((byte) bits);
    out.writeBytes(PictureFiles.segment(0xda, header.array()));
    new Scan(out, members, from, to, bits).write();
  }

  /** The coded data of one scan. */
  private final class Scan {
    private final ByteArrayOutputStream out;
    private final int[] members;
    private final int from;
    private final int to;
    private final int bits;
    private final int[] before = new int[ids.length];
    private int word;
    private int count;

    Scan(ByteArrayOutputStream out, int[] members, int from, int to, int bits) {
      this.out = out;
      this.members = members;
      this.from = from;
      this.to = to;
      this.bits = bits;
    }

    void write() {
      boolean isAlone = members.length == 1;
      int unit = isAlone && members[0] != 0 ? 8 * chroma : isAlone ? 8 : 8 * chroma;
      int across = (width + unit - 1) / unit;
      int down = (height + unit - 1) / unit;
      for (int done = 0; done < across * down; done++) {
        if (restart > 0 && done > 0 && done % restart == 0) {
          flush();
          out.write(0xff);
          out.write(0xd0 + (done / restart - 1) % 8);
          Arrays.fill(before, 0);
        }
        for (int member : members) {
          int own = isAlone ? 1 : samples(member);
          for (int i = 0; i < own * own; i++) {
            block(member, done % across * own + i % own, done / across * own + i / own);
          }
        }
      }
      flush();
    }

    private void block(int component, int x, int y) {
      int value = values.of(component, x, y) - 128;
      if (from == 0 && bits >> 4 != 0) {
        put(value & 1, 1);
      } else if (from == 0) {
        int shifted = value >> (bits & 15);
        int difference = shifted - before[component];
        before[component] = shifted;
        int size = 32 - Integer.numberOfLeadingZeros(Math.abs(difference));
        put(size, 4);
        put(difference < 0 ? difference + (1 << size) - 1 : difference, size);
      }
      if (to > 0) {
        put(0, 1);
      }
    }

    private void put(int value, int length) {
      for (int i = length - 1; i >= 0; i--) {
        word = word << 1 | value >> i & 1;
        count++;
        if (count == 8) {
          out.write(word);
          if ((word & 0xff) == 0xff) {
            out.write(0);
          }
          word = 0;
          count = 0;
        }
      }
    }

    private void flush() {
      while (count > 0) {
        put(1, 1);
      }
    }
  }
}
