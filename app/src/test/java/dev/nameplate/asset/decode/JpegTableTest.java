package dev.nameplate.asset.decode;

import static dev.nameplate.asset.PictureFiles.ascii;
import static dev.nameplate.asset.PictureFiles.joined;
import static dev.nameplate.asset.decode.PictureCell.at;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.nameplate.asset.PictureFiles;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every kind of JPEG, as Chromium 156 shows it. */
final class JpegTableTest {
  private static final int[] USUAL = {1, 2, 3};
  private static final int[] FROM_ZERO = {0, 1, 2};
  private static final int[] LETTERS = {'R', 'G', 'B'};
  private static final int[] ODD = {9, 10, 77};
  private static final int[] INKS = {1, 2, 3, 4};

  /** Of the table's Lab(74.2, 20, 49.8), by the arithmetic of CIE and sRGB. */
  private static final int INKS_BY_PROFILE = 0xffeba85a;

  /** What is stored, and what it is as luminance and colors, by JFIF's own arithmetic. */
  private static final int[] STORED = {130, 170, 100};

  private static final int AS_LUMINANCE = luminance(STORED);
  private static final int AS_RGB = 0xff82aa64;

  private static final ImageDecoder DECODER = new ImageDecoder(DecodeLimits.ofFetched(1_000_000));

  /** Markers and ids of three components, by the rules of libjpeg. */
  static List<PictureCell> colors() {
    List<PictureCell> cells = new ArrayList<>();
    for (int[] ids : new int[][] {USUAL, FROM_ZERO, LETTERS, ODD}) {
      String with = ", ids " + Arrays.toString(ids);
      int byIds = ids == LETTERS ? AS_RGB : AS_LUMINANCE;
      cells.add(flat("no marker" + with, byIds, FlatJpeg.of(ids, STORED)));
      cells.add(flat("JFIF" + with, AS_LUMINANCE, FlatJpeg.of(ids, STORED).jfif()));
      int[] byAdobe = {AS_RGB, AS_LUMINANCE, AS_LUMINANCE};
      for (int transform = 0; transform < 3; transform++) {
        String adobe = "Adobe " + transform + with;
        cells.add(flat(adobe, byAdobe[transform], FlatJpeg.of(ids, STORED).adobe(transform)));
        cells.add(
            flat(
                "JFIF and " + adobe,
                AS_LUMINANCE,
                FlatJpeg.of(ids, STORED).jfif().adobe(transform)));
        cells.add(
            flat(
                adobe + ", then JFIF",
                AS_LUMINANCE,
                FlatJpeg.of(ids, STORED).adobe(transform).jfif()));
      }
    }
    return cells;
  }

  /** As browsers do: what is stored counts the paper left free, whatever the markers say. */
  static Stream<PictureCell> inks() {
    int[] stored = {215, 135, 55, 225};
    int free = 0xff000000 | 215 * 225 / 255 << 16 | 135 * 225 / 255 << 8 | 55 * 225 / 255;
    int[] turned = {130, 170, 100, 225};
    int color = luminance(turned);
    int unmixed =
        0xff000000
            | (255 - (color >> 16 & 0xff)) * 225 / 255 << 16
            | (255 - (color >> 8 & 0xff)) * 225 / 255 << 8
            | (255 - (color & 0xff)) * 225 / 255;
    return Stream.of(
        flat("four inks, no marker", free, FlatJpeg.of(INKS, stored)),
        flat("four inks, JFIF", free, FlatJpeg.of(INKS, stored).jfif()),
        flat("four inks, Adobe 0", free, FlatJpeg.of(INKS, stored).adobe(0)),
        flat("four inks, JFIF and Adobe 0", free, FlatJpeg.of(INKS, stored).jfif().adobe(0)),
        flat("four inks, ids C M Y K", free, FlatJpeg.of(new int[] {'C', 'M', 'Y', 'K'}, stored)),
        flat("four inks, Adobe 2", unmixed, FlatJpeg.of(INKS, turned).adobe(2)),
        flat("four inks, Adobe 1", unmixed, FlatJpeg.of(INKS, turned).adobe(1)),
        flat(
            "four inks, Adobe 2, progressive",
            unmixed,
            FlatJpeg.of(INKS, turned).adobe(2).progressive()),
        flat(
            "four inks with a profile of colors",
            free,
            FlatJpeg.of(INKS, stored).adobe(0).profile(Profiles.linear())),
        flat(
            "four inks with a broken profile",
            free,
            FlatJpeg.of(INKS, stored).adobe(0).profile(new byte[900])));
  }

  static Stream<PictureCell> profiles() {
    byte[] linear = Profiles.linear();
    byte[] gray = Profiles.gray(1.8);
    int[] one = {1};
    return Stream.of(
        flat("a profile", 0xffbcbcbc, FlatJpeg.of(USUAL, 128, 128, 128).jfif().profile(linear)),
        flat(
            "a profile in parts",
            0xffbcbcbc,
            FlatJpeg.of(USUAL, 128, 128, 128).jfif().profile(linear, 300)),
        flat(
            "a profile of grays in colors",
            0xff808080,
            FlatJpeg.of(USUAL, 128, 128, 128).jfif().profile(gray)),
        flat(
            "a profile of inks in colors",
            0xff808080,
            FlatJpeg.of(USUAL, 128, 128, 128).jfif().profile(Profiles.inks())),
        flat(
            "a profile of which a part is missing",
            0xff808080,
            FlatJpeg.of(USUAL, 128, 128, 128)
                .jfif()
                .segment(
                    0xe2,
                    joined(ascii("ICC_PROFILE\0"), new byte[] {1, 2}, Arrays.copyOf(linear, 300)))),
        flat(
            "a profile whose part is number 0",
            0xff808080,
            FlatJpeg.of(USUAL, 128, 128, 128)
                .segment(0xe2, joined(ascii("ICC_PROFILE\0"), new byte[] {0, 1}, linear))),
        flat(
            "a broken profile",
            0xff808080,
            FlatJpeg.of(USUAL, 128, 128, 128).profile(new byte[900])),
        flat("grays", 0xff4c4c4c, FlatJpeg.of(one, 76)),
        flat("grays with a profile of grays", 0xff5e5e5e, FlatJpeg.of(one, 76).profile(gray)),
        flat("grays with a profile of colors", 0xff949494, FlatJpeg.of(one, 76).profile(linear)),
        flat(
            "grays with a profile of inks",
            0xff4c4c4c,
            FlatJpeg.of(one, 76).profile(Profiles.inks())),
        flat("grays in RGB", 0xff4c4c4c, FlatJpeg.of(one, 76).adobe(0)));
  }

  @ParameterizedTest
  @MethodSource({"colors", "inks", "profiles"})
  void jpeg_isShownAsByChromium(PictureCell cell) {
    cell.check();
  }

  @Test
  void inksWithTheirProfile_areConverted() {
    flat(
            "a profile of inks",
            INKS_BY_PROFILE,
            FlatJpeg.of(INKS, 215, 135, 55, 225).adobe(0).profile(Profiles.inks()))
        .check(4);
  }

  /** All orientations, each as it turns a picture whose first block is light. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
  void orientation_isAppliedForAuthorsToo(int orientation) {
    byte[] exif = joined(ascii("Exif\0\0"), PictureFiles.exif(orientation, ByteOrder.BIG_ENDIAN));
    byte[] file =
        new FlatJpeg(24, 16, new int[] {1}, (c, x, y) -> x == 0 && y == 0 ? 250 : 10)
            .segment(0xe1, exif)
            .bytes();
    int[][] corner = {{0, 0}, {23, 0}, {23, 15}, {0, 15}, {0, 0}, {15, 0}, {15, 23}, {0, 23}};
    int[] light = corner[orientation - 1];
    boolean isTurned = orientation >= 5;
    int width = isTurned ? 16 : 24;
    int height = isTurned ? 24 : 16;
    PictureCell.of(
            "orientation " + orientation,
            file,
            width,
            height,
            at(light[0], light[1], 0xfffafafa),
            at(width - 1 - light[0], height - 1 - light[1], 0xff0a0a0a))
        .check();
  }

  static List<FlatJpeg> kinds() {
    FlatJpeg.Values values = (component, x, y) -> 60 + (x * 37 + y * 71 + component * 50) % 140;
    List<FlatJpeg> kinds = new ArrayList<>();
    for (int[] ids : new int[][] {{1}, USUAL, INKS}) {
      kinds.add(new FlatJpeg(70, 50, ids, values));
      kinds.add(new FlatJpeg(70, 50, ids, values).restartEvery(3));
      kinds.add(new FlatJpeg(70, 50, ids, values).progressive());
      kinds.add(new FlatJpeg(70, 50, ids, values).progressive().restartEvery(5));
      kinds.add(new FlatJpeg(70, 50, ids, values).separateScans());
    }
    kinds.add(new FlatJpeg(70, 50, USUAL, values).halvedColors());
    kinds.add(new FlatJpeg(70, 50, USUAL, values).halvedColors().progressive());
    kinds.add(new FlatJpeg(70, 50, USUAL, values).halvedColors().separateScans().restartEvery(4));
    return kinds;
  }

  /** Nothing of the picture is missing, whatever stands where its end should be. */
  @ParameterizedTest
  @MethodSource("kinds")
  void wholeJpeg_isDrawnWhateverComesBehindIt(FlatJpeg kind) {
    byte[] whole = kind.bytes();
    byte[] open = Arrays.copyOf(whole, whole.length - 2);
    int[] wanted = DECODER.decode(whole).getRGB(0, 0, 70, 50, null, 0, 70);
    for (byte[] behind :
        List.of(
            new byte[0],
            new byte[40],
            new byte[] {(byte) 0xff},
            ascii("SEFT trailer of a camera"),
            whole,
            joined(new byte[] {0, 0, 1, 10}, ascii("Image_UTC_Data"), new byte[30]),
            new byte[] {(byte) 0xff, (byte) 0xe2, 0, 4, 1, 2})) {
      int[] seen = DECODER.decode(joined(open, behind)).getRGB(0, 0, 70, 50, null, 0, 70);
      assertThatPixels(seen, wanted);
      assertThatPixels(
          DECODER.decode(joined(whole, behind)).getRGB(0, 0, 70, 50, null, 0, 70), wanted);
    }
  }

  private static void assertThatPixels(int[] seen, int[] wanted) {
    assertThat(seen).isEqualTo(wanted);
  }

  /**
   * Every place where a file can break off, but within its last two bytes, which may be filling.
   */
  @ParameterizedTest
  @MethodSource("kinds")
  void jpegThatBreaksOff_isRefusedWhereverItDoes(FlatJpeg kind) {
    byte[] whole = kind.bytes();
    for (int length = 3; length < whole.length - 4; length += length < whole.length - 30 ? 9 : 1) {
      byte[] part = Arrays.copyOf(whole, length);
      assertThatThrownBy(() -> DECODER.decode(part))
          .as("%d of %d bytes", length, whole.length)
          .isInstanceOf(AssetException.class)
          .hasMessageContaining("JPEG");
    }
  }

  /** Where an end was put behind what there was, blocks are missing all the same. */
  @ParameterizedTest
  @MethodSource("kinds")
  void jpegThatLacksBlocks_isRefusedThoughItEnds(FlatJpeg kind) {
    byte[] whole = kind.bytes();
    int start = lastScan(whole);
    byte[] end = {(byte) 0xff, (byte) 0xd9};
    for (int length = start;
        length < whole.length - 4;
        length += length < whole.length - 30 ? 9 : 1) {
      byte[] part = joined(Arrays.copyOf(whole, length), end);
      assertThatThrownBy(() -> DECODER.decode(part))
          .as("%d of %d bytes", length, whole.length)
          .isInstanceOf(AssetException.class);
    }
  }

  /** Each says why, for its author. */
  @Test
  void jpegThatIsNotRead_saysWhy() {
    byte[] plain = FlatJpeg.of(USUAL, STORED).bytes();
    refused(with(plain, 0, 0xc9), "arithmetic-coded");
    refused(with(plain, 0, 0xc3), "lossless");
    refused(with(plain, 3, 12), "12 bits");
    refused(with(plain, 8, 2), "2 components");
    refused(with(with(plain, 4, 0), 5, 0), "no size");
    refused(new byte[] {-1, (byte) 0xd8, -1, (byte) 0xd9}, "no frame");
  }

  private static void refused(byte[] file, String why) {
    assertThatThrownBy(() -> DECODER.decode(file)).hasMessageContaining(why);
  }

  /** The same with another byte in its frame header, counted from behind its 0xff. */
  private static byte[] with(byte[] jpeg, int index, int value) {
    byte[] changed = jpeg.clone();
    int frame = 0;
    while ((jpeg[frame] & 0xff) != 0xff || (jpeg[frame + 1] & 0xff) != 0xc0) {
      frame++;
    }
    changed[frame + 1 + index] = (byte) value;
    return changed;
  }

  private static int lastScan(byte[] jpeg) {
    int at = jpeg.length - 2;
    while ((jpeg[at] & 0xff) != 0xff || (jpeg[at + 1] & 0xff) != 0xda) {
      at--;
    }
    return at + 2 + (jpeg[at + 3] & 0xff);
  }

  private static PictureCell flat(String name, int argb, FlatJpeg jpeg) {
    return PictureCell.of(name, jpeg.bytes(), 16, 16, at(0, 0, argb), at(15, 15, argb));
  }

  private static int luminance(int[] stored) {
    double luminance = stored[0];
    double blue = stored[1] - 128;
    double red = stored[2] - 128;
    return 0xff000000
        | clamped(luminance + 1.402 * red) << 16
        | clamped(luminance - 0.344136 * blue - 0.714136 * red) << 8
        | clamped(luminance + 1.772 * blue);
  }

  private static int clamped(double value) {
    return (int) Math.max(0, Math.min(255, Math.round(value)));
  }
}
