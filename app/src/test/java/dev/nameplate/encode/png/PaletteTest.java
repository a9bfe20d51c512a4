package dev.nameplate.encode.png;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nameplate.encode.PixelView;
import dev.nameplate.encode.Rows;
import dev.nameplate.encode.SeededPictures;
import dev.nameplate.encode.Span;
import dev.nameplate.encode.Strips;
import java.awt.image.BufferedImage;
import java.util.BitSet;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class PaletteTest {
  @Test
  void pixels_ofFewColors_areReadBackExactly() {
    Random random = new Random(17);
    for (int count = 1; count <= 256; count += 5) {
      BufferedImage picture = picture(random, count);
      PixelView pixelView = PixelView.of(picture);
      Palette palette = Palette.of(pixelView).orElseThrow();
      assertThat(palette.count()).isEqualTo(count);
      int[] indices = new int[40 * 40];
      palette.read(pixelView.data(), new Span(0, indices.length), indices, 0);
      for (int i = 0; i < indices.length; i++) {
        assertThat(palette.color(indices[i])).isEqualTo(pixelView.data()[i]);
      }
    }
  }

  @Test
  void colors_over256_makeNoPalette() {
    assertThat(Palette.of(PixelView.of(picture(new Random(19), 257)))).isEmpty();
  }

  @Test
  void bitsAboveAnOpaquePicturesColors_meanNothing() {
    BufferedImage picture = new BufferedImage(2, 1, BufferedImage.TYPE_INT_RGB);
    PixelView pixelView = PixelView.of(picture);
    pixelView.data()[1] = 0x7f000000;
    assertThat(Palette.of(pixelView).orElseThrow().count()).isEqualTo(1);
  }

  @Test
  void newColors_added_leaveTheOthersWhereTheyWere() {
    Random random = new Random(23);
    BufferedImage background = picture(random, 100);
    BufferedImage drawn = SeededPictures.copy(background);
    drawn.setRGB(3, 20, 0x12345678);
    drawn.setRGB(39, 39, 0x01020304);
    Palette palette = Palette.of(PixelView.of(background)).orElseThrow();
    Palette grown = grown(palette, background, drawn).orElseThrow();
    assertThat(grown.count()).isEqualTo(102);
    for (int i = 0; i < 100; i++) {
      assertThat(grown.color(i)).isEqualTo(palette.color(i));
    }
    assertThat(palette.count()).isEqualTo(100);
  }

  @Test
  void noNewColors_theSamePalette() {
    BufferedImage background = picture(new Random(29), 256);
    BufferedImage drawn = SeededPictures.copy(background);
    drawn.setRGB(3, 20, background.getRGB(4, 20));
    Palette palette = Palette.of(PixelView.of(background)).orElseThrow();
    assertThat(grown(palette, background, drawn).orElseThrow()).isSameAs(palette);
    drawn.setRGB(3, 20, 0x12345678);
    assertThat(grown(palette, background, drawn)).isEmpty();
  }

  private static Optional<Palette> grown(
      Palette palette, BufferedImage background, BufferedImage drawn) {
    BitSet painted = new Strips(background.getHeight()).all();
    Rows rows = new Rows(PixelView.of(drawn), PixelView.of(background), painted);
    return palette.with(
        PixelView.of(drawn), DirtyCells.of(rows, new CellGrid(background.getWidth(), 1)));
  }

  /** A picture of 40 × 40 with so many colors of any alpha. */
  private static BufferedImage picture(Random random, int colors) {
    int[] palette = random.ints().distinct().limit(colors).toArray();
    BufferedImage picture = new BufferedImage(40, 40, BufferedImage.TYPE_INT_ARGB);
    for (int i = 0; i < 40 * 40; i++) {
      int color = i < colors ? i : random.nextInt(colors);
      picture.setRGB(i % 40, i / 40, palette[color]);
    }
    return picture;
  }
}
