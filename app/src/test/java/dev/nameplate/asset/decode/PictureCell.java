package dev.nameplate.asset.decode;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.util.List;

/**
 * A row of the table of pictures in {@code remote-pictures.md}: a file, and what Chromium shows.
 *
 * @param name what is special about the file
 * @param size width and height of the picture
 * @param pixels x, y and color, with alpha
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record PictureCell(String name, byte[] file, int[] size, List<int[]> pixels) {
  /** The nearest that two ways of computing the same color come. */
  private static final int ROUNDING = 2;

  private static final long MOST_PIXELS = 50_000_000;

  static PictureCell of(String name, byte[] file, int width, int height, int[]... pixels) {
    return new PictureCell(name, file, new int[] {width, height}, List.of(pixels));
  }

  static int[] at(int x, int y, int argb) {
    return new int[] {x, y, argb};
  }

  /** Authors' files and fetched ones alike. */
  void check() {
    check(DecodeLimits.ofAuthors(MOST_PIXELS), ROUNDING);
    check(DecodeLimits.ofFetched(MOST_PIXELS), ROUNDING);
  }

  /** The same, with more tolerance, as for color tables. */
  void check(int difference) {
    check(DecodeLimits.ofFetched(MOST_PIXELS), difference);
  }

  private void check(DecodeLimits limits, int difference) {
    BufferedImage picture = new ImageDecoder(limits).decode(file);
    assertThat(List.of(picture.getWidth(), picture.getHeight()))
        .as(name)
        .containsExactly(size[0], size[1]);
    for (int[] pixel : pixels) {
      int seen = picture.getRGB(pixel[0], pixel[1]);
      assertThat(distance(seen, pixel[2]))
          .as("%s at %d, %d: %08x, not %08x", name, pixel[0], pixel[1], seen, pixel[2])
          .isLessThanOrEqualTo(difference);
    }
  }

  private static int distance(int one, int other) {
    int most = 0;
    for (int shift = 0; shift < 32; shift += 8) {
      most = Math.max(most, Math.abs((one >>> shift & 0xff) - (other >>> shift & 0xff)));
    }
    return most;
  }

  @Override
  public String toString() {
    return name;
  }
}
