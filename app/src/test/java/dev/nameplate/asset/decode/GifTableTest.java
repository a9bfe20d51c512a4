package dev.nameplate.asset.decode;

import static dev.nameplate.asset.decode.PictureCell.at;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The first frame of every kind of GIF, as Chromium 156 shows it. */
final class GifTableTest {
  private static final int RED = 0xffff0000;
  private static final int GREEN = 0xff00ff00;
  private static final int BLUE = 0xff0000ff;
  private static final int DARK = 0xff090909;
  private static final int BLACK = 0xff000000;
  private static final int[] SCREEN = {4, 4};
  private static final int[] INSIDE = {1, 1, 2, 2};
  private static final ImageDecoder DECODER = new ImageDecoder(DecodeLimits.ofFetched(1_000_000));

  static Stream<PictureCell> frames() {
    return Stream.of(
        cell(
            "a frame inside its screen",
            FlatGif.of(SCREEN, INSIDE, 0, 1, 2, 3),
            4,
            4,
            at(0, 0, 0),
            at(1, 1, RED),
            at(2, 1, GREEN),
            at(2, 2, DARK),
            at(3, 3, 0)),
        cell(
            "a frame at the top left",
            FlatGif.of(SCREEN, new int[] {0, 0, 2, 2}, 0, 1, 2, 3),
            4,
            4,
            at(0, 0, RED),
            at(1, 1, DARK),
            at(2, 2, 0)),
        cell(
            "a screen smaller than its frame",
            FlatGif.of(new int[] {3, 3}, new int[] {2, 2, 2, 2}, 0, 1, 2, 3),
            4,
            4,
            at(1, 1, 0),
            at(2, 2, RED),
            at(3, 3, DARK)),
        cell(
            "a screen without size",
            FlatGif.of(new int[2], INSIDE, 0, 1, 2, 3),
            3,
            3,
            at(0, 0, 0),
            at(1, 1, RED),
            at(2, 2, DARK)),
        cell(
            "a frame beside its screen",
            FlatGif.of(new int[] {2, 2}, new int[] {5, 5, 2, 2}, 0, 1, 2, 3),
            7,
            7,
            at(0, 0, 0),
            at(5, 5, RED),
            at(6, 6, DARK)));
  }

  static Stream<PictureCell> colors() {
    int[] all = {0, 0, 2, 2};
    int[] screen = {2, 2};
    return Stream.of(
        cell(
            "a transparent color",
            FlatGif.of(SCREEN, INSIDE, 0, 1, 2, 3).transparent(3),
            4,
            4,
            at(0, 0, 0),
            at(1, 1, RED),
            at(2, 2, 0)),
        cell(
            "colors of the frame's own",
            FlatGif.of(screen, all, 0, 1, 2, 3).local(),
            2,
            2,
            at(0, 0, RED),
            at(0, 1, BLUE)),
        cell(
            "no colors at all",
            FlatGif.of(screen, all, 0, 1, 2, 3).withoutColors(),
            2,
            2,
            at(0, 0, BLACK),
            at(1, 1, BLACK)),
        cell(
            "an index beyond the colors",
            FlatGif.of(screen, all, 0, 5, 2, 7),
            2,
            2,
            at(0, 0, RED),
            at(1, 0, BLACK),
            at(1, 1, BLACK)),
        cell(
            "a transparent index beyond the colors",
            FlatGif.of(screen, all, 0, 5, 2, 7).transparent(5),
            2,
            2,
            at(0, 0, RED),
            at(1, 0, 0),
            at(1, 1, BLACK)),
        cell(
            "rows in four passes",
            FlatGif.of(new int[] {1, 6}, new int[] {0, 0, 1, 6}, 0, 1, 2, 2, 3, 3).interlaced(),
            1,
            6,
            at(0, 0, RED),
            at(0, 1, BLUE),
            at(0, 2, BLUE),
            at(0, 3, DARK),
            at(0, 4, GREEN)));
  }

  @ParameterizedTest
  @MethodSource({"frames", "colors"})
  void gif_isShownAsByChromium(PictureCell cell) {
    cell.check();
  }

  /** Read at every second pixel the frame stands where it did. */
  @Test
  void largeScreen_isReadCoarselyWithItsFrameInPlace() {
    byte[] file =
        FlatGif.of(new int[] {6001, 4001}, new int[] {3001, 2001, 4, 4}, new int[16]).bytes();
    PictureCell.of(
            "a large screen",
            file,
            2001,
            1334,
            at(1000, 667, 0),
            at(1001, 667, RED),
            at(1003, 667, 0))
        .check(0);
  }

  @Test
  void gifThatBreaksOff_isRefusedWhereverItDoes() {
    int[] pixels = new int[60 * 40];
    Arrays.setAll(pixels, i -> i * 7 % 4);
    byte[] whole = FlatGif.of(new int[] {60, 40}, new int[] {0, 0, 60, 40}, pixels).bytes();
    for (int length = 6; length < whole.length - 4; length += 11) {
      byte[] part = Arrays.copyOf(whole, length);
      assertThatThrownBy(() -> DECODER.decode(part))
          .as("%d of %d bytes", length, whole.length)
          .isInstanceOf(AssetException.class)
          .hasMessageContaining("GIF");
    }
  }

  @Test
  void gifWhoseDataEndsEarly_isRefused() {
    byte[] file = FlatGif.of(SCREEN, new int[] {0, 0, 4, 4}, 0, 1, 2).bytes();
    assertThatThrownBy(() -> DECODER.decode(file)).hasMessageContaining("breaks off");
  }

  private static PictureCell cell(
      String name, FlatGif gif, int width, int height, int[]... pixels) {
    return PictureCell.of(name, gif.bytes(), width, height, pixels);
  }
}
