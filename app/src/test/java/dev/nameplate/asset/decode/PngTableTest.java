package dev.nameplate.asset.decode;

import static dev.nameplate.asset.PictureFiles.ascii;
import static dev.nameplate.asset.PictureFiles.joined;
import static dev.nameplate.asset.PictureFiles.pngChunk;
import static dev.nameplate.asset.decode.PictureCell.at;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every kind of PNG, as Chromium 156 shows it. */
final class PngTableTest {
  private static final int OPAQUE = 0xff000000;
  private static final int[][] PLAIN = {{76, 140, 200}, {76, 140, 200}};
  private static final int[][] GRAYS = {{76}, {140}};
  private static final byte[] PALETTE =
      pngChunk("PLTE", new byte[] {76, (byte) 140, (byte) 200, 10, 20, 30});
  private static final byte[] LINEAR = iccp(Profiles.linear());
  private static final byte[] GRAY_1_8 = iccp(Profiles.gray(1.8));

  /** Each color type in each depth, in one pass and in seven: 13 by 9 pixels of all values. */
  static List<PictureCell> samples() {
    List<PictureCell> cells = new ArrayList<>();
    int[][] kinds = {
      {0, 1}, {0, 2}, {0, 4}, {0, 8}, {0, 16}, {2, 8}, {2, 16}, {3, 1}, {3, 2}, {3, 4}, {3, 8},
      {4, 8}, {4, 16}, {6, 8}, {6, 16}
    };
    for (int[] kind : kinds) {
      for (boolean isInterlaced : new boolean[] {false, true}) {
        cells.add(samples(kind[0], kind[1], isInterlaced, false));
        if (kind[0] < 4) {
          cells.add(samples(kind[0], kind[1], isInterlaced, true));
        }
      }
    }
    return cells;
  }

  private static PictureCell samples(int type, int depth, boolean isInterlaced, boolean isKeyed) {
    SamplePng png = new SamplePng(13, 9, type, depth, isInterlaced);
    int most = (1 << depth) - 1;
    SamplePng.Samples samples =
        (x, y, channel) -> {
          boolean isAlpha = channel > 0 && channel == png.channels() - 1 && type >= 4;
          int value = (x * 31 + y * 57 + channel * 101) * 257;
          return isAlpha ? most : value & most;
        };
    List<byte[]> chunks = new ArrayList<>();
    if (type == 3) {
      byte[] colors = new byte[3 << depth];
      for (int i = 0; i < colors.length; i++) {
        colors[i] = (byte) (i * 7);
      }
      chunks.add(pngChunk("PLTE", colors));
    }
    if (isKeyed) {
      ByteBuffer key = ByteBuffer.allocate(2 * png.channels());
      for (int channel = 0; channel < png.channels(); channel++) {
        key.putShort((short) samples.of(1, 0, channel));
      }
      chunks.add(pngChunk("tRNS", type == 3 ? new byte[] {0} : key.array()));
    }
    int[][] pixels = new int[13 * 9][];
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = at(i % 13, i / 13, expected(png, samples, isKeyed, i % 13, i / 13));
    }
    String name =
        "type "
            + type
            + ", "
            + depth
            + " bits"
            + (isInterlaced ? ", interlaced" : "")
            + (isKeyed ? ", tRNS" : "");
    return PictureCell.of(name, png.bytes(samples, chunks.toArray(new byte[0][])), 13, 9, pixels);
  }

  private static int expected(
      SamplePng png, SamplePng.Samples samples, boolean isKeyed, int x, int y) {
    int color = 0;
    boolean isKey = isKeyed;
    for (int channel = 0; channel < png.channels(); channel++) {
      isKey &= samples.of(x, y, channel) == samples.of(1, 0, channel);
    }
    if (png.type() == 3) {
      int index = samples.of(x, y, 0);
      for (int part = 0; part < 3; part++) {
        color = color << 8 | (index * 3 + part) * 7 & 0xff;
      }
      return isKeyed && index == 0 ? 0 : OPAQUE | color;
    }
    boolean isGray = png.type() == 0 || png.type() == 4;
    for (int part = 0; part < 3; part++) {
      int sample = samples.of(x, y, isGray ? 0 : part);
      color = color << 8 | sample * 255 / ((1 << png.depth()) - 1);
    }
    return isKey ? 0 : OPAQUE | color;
  }

  static Stream<PictureCell> colors() {
    return Stream.of(
        color("no word about colors", 0x4c8cc8),
        color("gAMA 1.0", 0x94c4e5, gamma(100_000)),
        color("gAMA 0.45455 means sRGB", 0x4c8cc8, gamma(45_455)),
        color("gAMA 0.44 nearly does", 0x4c8cc8, gamma(44_000)),
        color("gAMA 0.4", 0x3e82c3, gamma(40_000)),
        color("gAMA 0.5", 0x5495ce, gamma(50_000)),
        color("gAMA 2.2", 0xc8e2f3, gamma(220_000)),
        color("gAMA 0 says nothing", 0x4c8cc8, gamma(0)),
        color("gAMA with a wrong sum says nothing", 0x4c8cc8, damaged(gamma(100_000))),
        color("cHRM alone says nothing", 0x4c8cc8, primaries(0.21, 0.71)),
        color("gAMA and cHRM of Adobe RGB", 0x008dcb, gamma(45_455), primaries(0.21, 0.71)),
        color("gAMA 1.0 and cHRM of sRGB", 0x94c4e5, gamma(100_000), primaries(0.3, 0.6)),
        color("sRGB before gAMA and cHRM", 0x4c8cc8, srgb(), gamma(100_000), primaries(0.21, 0.71)),
        color("iCCP", 0x94c4e5, LINEAR),
        color("iCCP before sRGB", 0x94c4e5, LINEAR, srgb()),
        color("iCCP before gAMA", 0x94c4e5, gamma(45_455), LINEAR),
        color(
            "a profile of grays is passed over, and gAMA too", 0x4c8cc8, gamma(100_000), GRAY_1_8),
        color("a profile of inks is passed over", 0x4c8cc8, iccp(Profiles.inks())),
        color("a broken profile is passed over", 0x4c8cc8, iccp(new byte[4000])),
        color("cICP of sRGB before iCCP", 0x4c8cc8, cicp(1, 13), LINEAR),
        color("cICP of linear light", 0x94c4e5, cicp(1, 8)),
        color("cICP of Display P3", 0x308ecd, cicp(12, 13)));
  }

  static Stream<PictureCell> graysAndPalettes() {
    return Stream.of(
        grays("grays with gAMA 1.0", 0x949494, 0xc4c4c4, gamma(100_000)),
        grays("grays with a profile of grays", 0x5e5e5e, 0x9e9e9e, GRAY_1_8),
        grays("grays with a profile of colors", 0x949494, 0xc4c4c4, LINEAR),
        row(
            "grays and alpha with a profile",
            4,
            new int[][] {{76, 255}, {76, 128}},
            0xff5e5e5e,
            0x805e5e5e,
            GRAY_1_8),
        row("grays and alpha", 4, new int[][] {{128, 255}, {128, 128}}, 0xff808080, 0x80808080),
        palette("a palette", 0xff4c8cc8, 0xff0a141e, PALETTE),
        palette("a palette with gAMA 1.0", 0xff94c4e5, 0xff384f60, gamma(100_000), PALETTE),
        palette("a palette with a profile", 0xff94c4e5, 0xff384f60, LINEAR, PALETTE),
        palette("a short tRNS", 0x804c8bc7, 0xff0a141e, PALETTE, alphas(128)),
        palette("tRNS before PLTE says nothing", 0xff4c8cc8, 0xff0a141e, alphas(128), PALETTE),
        row(
            "an index beyond the palette is its last color",
            3,
            new int[][] {{0}, {5}},
            0xff4c8cc8,
            0xff0a141e,
            PALETTE),
        row(
            "of eight bits the lower byte of tRNS counts",
            0,
            new int[][] {{111}, {16}},
            0,
            0xff101010,
            pngChunk("tRNS", new byte[] {1, 111})));
  }

  /** Whole, whatever is wrong around the pixels. */
  static Stream<PictureCell> whole() {
    byte[] plain = SamplePng.row(2, 8, PLAIN);
    byte[] wrongSum = plain.clone();
    wrongSum[plain.length - 13] ^= 1;
    byte[] late = Arrays.copyOf(plain, plain.length - 12);
    return Stream.of(
        PictureCell.of("without IEND", late, 2, 1, at(0, 0, 0xff4c8cc8)),
        PictureCell.of(
            "cut behind its pixels",
            Arrays.copyOf(plain, plain.length - 18),
            2,
            1,
            at(1, 0, 0xff4c8cc8)),
        PictureCell.of("a wrong sum of right pixels", wrongSum, 2, 1, at(1, 0, 0xff4c8cc8)),
        PictureCell.of(
            "gAMA behind the pixels says nothing",
            joined(late, gamma(100_000)),
            2,
            1,
            at(0, 0, 0xff4c8cc8)),
        PictureCell.of(
            "pixels in chunks of a byte", inSmallChunks(plain), 2, 1, at(1, 0, 0xff4c8cc8)));
  }

  @ParameterizedTest
  @MethodSource({"samples", "colors", "graysAndPalettes", "whole"})
  void png_isShownAsByChromium(PictureCell cell) {
    cell.check();
  }

  /** The last row is the one that a cut takes. */
  @Test
  void pngWithoutItsLastRow_isRefused() {
    ImageDecoder decoder = new ImageDecoder(DecodeLimits.ofAuthors(1000));
    for (boolean isInterlaced : new boolean[] {false, true}) {
      byte[] png =
          new SamplePng(16, 16, 2, 8, isInterlaced)
              .bytes((x, y, channel) -> x * 91 + y * 57 + channel * x * y & 0xff);
      for (int cut : new int[] {32, 60, png.length / 2, png.length - 60}) {
        byte[] part = Arrays.copyOf(png, png.length - cut);
        assertThatThrownBy(() -> decoder.decode(part))
            .as("%d bytes cut", cut)
            .isInstanceOf(AssetException.class);
      }
    }
  }

  @Test
  void pngWithDamagedPixels_saysSo() {
    ImageDecoder decoder = new ImageDecoder(DecodeLimits.ofAuthors(1000));
    byte[] raw = new SamplePng(8, 8, 0, 8, false).bytes((x, y, channel) -> x * y);
    int pixels = 33 + 8 + 20;
    raw[pixels] ^= 1;
    assertThatThrownBy(() -> decoder.decode(raw)).hasMessageContaining("PNG is damaged");
    byte[] header = SamplePng.row(2, 8, PLAIN);
    header[25] = 5;
    assertThatThrownBy(() -> decoder.decode(header)).hasMessageContaining("sum of a chunk");
    byte[] bare = SamplePng.row(3, 8, GRAYS);
    assertThatThrownBy(() -> decoder.decode(bare)).hasMessageContaining("no palette");
    byte[] odd = new SamplePng(1, 1, 3, 16, false).bytes((x, y, channel) -> 0);
    assertThatThrownBy(() -> decoder.decode(odd)).hasMessageContaining("no PNG has");
  }

  private static PictureCell color(String name, int rgb, byte[]... chunks) {
    return row(name, 2, PLAIN, OPAQUE | rgb, OPAQUE | rgb, chunks);
  }

  private static PictureCell grays(String name, int first, int second, byte[]... chunks) {
    return row(name, 0, GRAYS, OPAQUE | first, OPAQUE | second, chunks);
  }

  private static PictureCell palette(String name, int first, int second, byte[]... chunks) {
    return row(name, 3, new int[][] {{0}, {1}}, first, second, chunks);
  }

  private static PictureCell row(
      String name, int type, int[][] pixels, int first, int second, byte[]... chunks) {
    byte[] file = SamplePng.row(type, 8, pixels, chunks);
    return PictureCell.of(name, file, 2, 1, at(0, 0, first), at(1, 0, second));
  }

  private static byte[] inSmallChunks(byte[] png) {
    byte[] pixels = Arrays.copyOfRange(png, 41, png.length - 16);
    byte[][] chunks = new byte[pixels.length][];
    for (int i = 0; i < pixels.length; i++) {
      chunks[i] = pngChunk("IDAT", new byte[] {pixels[i]});
    }
    return joined(Arrays.copyOf(png, 33), joined(chunks), pngChunk("IEND", new byte[0]));
  }

  private static byte[] gamma(int value) {
    return pngChunk("gAMA", ByteBuffer.allocate(4).putInt(value).array());
  }

  /** Those of sRGB but for green. */
  private static byte[] primaries(double greenX, double greenY) {
    ByteBuffer out = ByteBuffer.allocate(32).putInt(31_270).putInt(32_900);
    out.putInt(64_000).putInt(33_000);
    out.putInt((int) Math.round(greenX * 100_000)).putInt((int) Math.round(greenY * 100_000));
    return pngChunk("cHRM", out.putInt(15_000).putInt(6_000).array());
  }

  private static byte[] srgb() {
    return pngChunk("sRGB", new byte[1]);
  }

  private static byte[] cicp(int primaries, int transfer) {
    return pngChunk("cICP", new byte[] {(byte) primaries, (byte) transfer, 0, 1});
  }

  private static byte[] iccp(byte[] profile) {
    return pngChunk("iCCP", joined(ascii("x\0\0"), SamplePng.deflated(profile)));
  }

  private static byte[] alphas(int first) {
    return pngChunk("tRNS", new byte[] {(byte) first});
  }

  private static byte[] damaged(byte[] chunk) {
    byte[] damaged = chunk.clone();
    damaged[chunk.length - 1] ^= 1;
    return damaged;
  }
}
