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
  void pixels_ofFewColours_areReadBackExactly() {
    Random random = new Random(17);
    for (int count = 1; count <= 256; count += 5) {
      BufferedImage picture = picture(random, count);
      PixelView pixelView = PixelView.of(picture);
      Palette palette = Palette.of(pixelView).orElseThrow();
      assertThat(palette.count()).isEqualTo(count);
      int[] indices = new int[40 * 40];
      palette.read(pixelView.data(), new Span(0, indices.length), indices, 0);
      for (int i = 0; i < indices.length; i++) {
        assertThat(palette.colour(indices[i])).isEqualTo(pixelView.data()[i]);
      }
    }
  }

  @Test
  void colours_over256_makeNoPalette() {
    assertThat(Palette.of(PixelView.of(picture(new Random(19), 257)))).isEmpty();
  }

  @Test
  void bitsAboveAnOpaquePicturesColours_meanNothing() {
    BufferedImage picture = new BufferedImage(2, 1, BufferedImage.TYPE_INT_RGB);
    PixelView pixelView = PixelView.of(picture);
    pixelView.data()[1] = 0x7f000000;
    assertThat(Palette.of(pixelView).orElseThrow().count()).isEqualTo(1);
  }

  @Test
  void newColours_added_leaveTheOthersWhereTheyWere() {
    Random random = new Random(23);
    BufferedImage base = picture(random, 100);
    BufferedImage drawn = SeededPictures.copy(base);
    drawn.setRGB(3, 20, 0x12345678);
    drawn.setRGB(39, 39, 0x01020304);
    Palette palette = Palette.of(PixelView.of(base)).orElseThrow();
    Palette grown = grown(palette, base, drawn).orElseThrow();
    assertThat(grown.count()).isEqualTo(102);
    for (int i = 0; i < 100; i++) {
      assertThat(grown.colour(i)).isEqualTo(palette.colour(i));
    }
    assertThat(palette.count()).isEqualTo(100);
  }

  @Test
  void noNewColours_theSamePalette() {
    BufferedImage base = picture(new Random(29), 256);
    BufferedImage drawn = SeededPictures.copy(base);
    drawn.setRGB(3, 20, base.getRGB(4, 20));
    Palette palette = Palette.of(PixelView.of(base)).orElseThrow();
    assertThat(grown(palette, base, drawn).orElseThrow()).isSameAs(palette);
    drawn.setRGB(3, 20, 0x12345678);
    assertThat(grown(palette, base, drawn)).isEmpty();
  }

  private static Optional<Palette> grown(Palette palette, BufferedImage base, BufferedImage drawn) {
    BitSet painted = new Strips(base.getHeight()).all();
    Rows rows = new Rows(PixelView.of(drawn), PixelView.of(base), painted);
    return palette.with(PixelView.of(drawn), DirtyCells.of(rows, new CellGrid(base.getWidth(), 1)));
  }

  /** A picture of 40 × 40 with so many colours of any alpha. */
  private static BufferedImage picture(Random random, int colours) {
    int[] palette = random.ints().distinct().limit(colours).toArray();
    BufferedImage picture = new BufferedImage(40, 40, BufferedImage.TYPE_INT_ARGB);
    for (int i = 0; i < 40 * 40; i++) {
      int colour = i < colours ? i : random.nextInt(colours);
      picture.setRGB(i % 40, i / 40, palette[colour]);
    }
    return picture;
  }
}
