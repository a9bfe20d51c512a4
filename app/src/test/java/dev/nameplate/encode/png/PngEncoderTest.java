package dev.nameplate.encode.png;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.nameplate.encode.Background;
import dev.nameplate.encode.Backgrounds;
import dev.nameplate.encode.BoxedPictures.Boxed;
import dev.nameplate.encode.Effort;
import dev.nameplate.encode.EncodedBackground;
import dev.nameplate.encode.EncodedPicture;
import dev.nameplate.encode.Encoder;
import dev.nameplate.encode.PngFile;
import dev.nameplate.encode.SeededPictures;
import dev.nameplate.encode.SeededPictures.Pair;
import dev.nameplate.encode.StripEncoderContract;
import dev.nameplate.encode.Strips;
import dev.nameplate.encode.deflate.TokenBytes;
import dev.nameplate.encode.jpeg.JpegEncoder;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import java.util.zip.DataFormatException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

final class PngEncoderTest extends StripEncoderContract {
  private final PngEncoder encoder = new PngEncoder();

  @Override
  public Encoder encoder() {
    return encoder;
  }

  @Override
  public boolean takesAlpha() {
    return true;
  }

  @Override
  public void assertShows(BufferedImage seen, BufferedImage picture) {
    assertSamePixels(seen, picture);
  }

  @ParameterizedTest
  @MethodSource("pairs")
  void file_takenApart_holdsTheStandard(Pair pair) throws DataFormatException {
    for (Effort effort : Effort.values()) {
      assertHoldsTheStandard(bound(pair), effort, pair);
    }
  }

  @ParameterizedTest
  @MethodSource("boxed")
  void fileOfBoxes_takenApart_holdsTheStandard(Boxed boxed) throws DataFormatException {
    assertHoldsTheStandard(boxed.background(true), Effort.BEST, boxed.pair());
  }

  /** Wherever one dot more is set, it is refused or comes out. */
  @Test
  void dotOutsideTheBoxes_isRefusedOrComesOut() {
    long refused = boxed().filter(this::refusesDot).count();
    assertThat(refused).isBetween(boxed().count() / 4, boxed().count() - 1);
  }

  @Test
  void opaquePicture_manyColors_isRgb() {
    assertThat(colorType(encoder.encodeWhole(colors(257)))).isEqualTo(2);
  }

  @Test
  void translucentPicture_manyColors_isRgba() throws IOException {
    BufferedImage picture = new BufferedImage(40, 40, BufferedImage.TYPE_INT_ARGB);
    for (int i = 0; i < 1600; i++) {
      picture.setRGB(i % 40, i / 40, i * 0x01020305);
    }
    EncodedPicture encoded = encoder.encodeWhole(picture);
    assertThat(colorType(encoded)).isEqualTo(6);
    assertSamePixels(decoded(encoded.toByteArray()), picture);
  }

  private static BufferedImage opaqueWithAlpha() {
    BufferedImage picture = new BufferedImage(300, 40, BufferedImage.TYPE_INT_ARGB);
    for (int y = 0; y < 40; y++) {
      for (int x = 0; x < 300; x++) {
        picture.setRGB(x, y, 0xff000000 | x * 0x010305 + y * 0x40);
      }
    }
    return picture;
  }

  @Test
  void opaquePictureOfATypeWithAlpha_manyColors_isRgbAndSmaller() throws IOException {
    BufferedImage picture = opaqueWithAlpha();
    EncodedPicture opaque = encoder.encodeWhole(picture);
    assertThat(colorType(opaque)).isEqualTo(2);
    assertSamePixels(decoded(opaque.toByteArray()), picture);
    picture.setRGB(150, 20, 0xfe123456);
    EncodedPicture translucent = encoder.encodeWhole(picture);
    assertThat(colorType(translucent)).isEqualTo(6);
    assertThat(opaque.length()).isLessThan(translucent.length());
  }

  @ParameterizedTest
  @EnumSource(Effort.class)
  void opaqueBackgroundOfATypeWithAlpha_picturesAreRgbUnlessTheyNeedAlpha(Effort effort)
      throws IOException {
    BufferedImage base = opaqueWithAlpha();
    EncodedBackground store = encoder.prepare(Backgrounds.of(base), effort);
    BufferedImage picture = opaqueWithAlpha();
    picture.setRGB(150, 20, 0xff123456);
    BitSet all = new Strips(40).all();
    EncodedPicture opaque = encoder.encode(store, picture, all);
    assertThat(colorType(opaque)).isEqualTo(2);
    assertSamePixels(decoded(opaque.toByteArray()), picture);
    picture.setRGB(150, 20, 0x80123456);
    EncodedPicture translucent = encoder.encode(store, picture, all);
    assertThat(colorType(translucent)).isEqualTo(6);
    assertSamePixels(decoded(translucent.toByteArray()), picture);
  }

  @ParameterizedTest
  @EnumSource(Effort.class)
  void base_of256Colors_isIndexedExactly(Effort effort) throws IOException {
    BufferedImage picture = colors(256);
    EncodedBackground store = encoder.prepare(Backgrounds.of(picture), effort);
    EncodedPicture encoded = encoder.encode(store, picture, new BitSet());
    assertThat(colorType(encoded)).isEqualTo(3);
    assertSamePixels(decoded(encoded.toByteArray()), picture);
  }

  @Test
  void newColor_roomInPalette_goesBehindTheBases() throws IOException {
    EncodedPicture encoded = encodedWithNewColor(255);
    PngFile png = PngFile.read(encoded.toByteArray());
    byte[] palette = png.dataOf("PLTE").get(0);
    assertThat(png.colorType()).isEqualTo(3);
    assertThat(palette).hasSize(3 * 256).endsWith(0xab, 0xcd, 0xef);
  }

  @Test
  void newColor_paletteFull_becomesTrueColor() throws IOException {
    assertThat(colorType(encodedWithNewColor(256))).isEqualTo(2);
  }

  @Test
  void opaquePalette_written_hasNoTransparencyChunk() {
    PngFile png = PngFile.read(encoder.encodeWhole(colors(9)).toByteArray());
    assertThat(png.dataOf("tRNS")).isEmpty();
  }

  @Test
  void translucentPalette_written_listsAlphasUpToTheLastNotOpaque() throws IOException {
    BufferedImage picture = new BufferedImage(3, 1, BufferedImage.TYPE_INT_ARGB);
    picture.setRGB(0, 0, 0xff102030);
    picture.setRGB(1, 0, 0x80405060);
    picture.setRGB(2, 0, 0xff708090);
    byte[] file = encoder.encodeWhole(picture).toByteArray();
    assertThat(PngFile.read(file).dataOf("tRNS").get(0)).containsExactly(0xff, 0x80);
    assertSamePixels(decoded(file), picture);
  }

  @Test
  void best_stripsThatNeverChange_noLongerThanQuick() {
    SeededPictures.pairs(60, true)
        .forEach(
            pair -> {
              Background background =
                  Backgrounds.of(pair.background(), new BitSet(), pair.background());
              assertThat(encoder.prepare(background, Effort.BEST).weight())
                  .as(pair.name())
                  .isLessThanOrEqualTo(encoder.prepare(background, Effort.FAST).weight());
            });
  }

  @Test
  void base_withoutAlpha_refusedForPictureWithAlpha() {
    EncodedBackground store = encoder.prepare(Backgrounds.of(picture(4, 4)), Effort.FAST);
    BufferedImage picture = new BufferedImage(4, 4, BufferedImage.TYPE_INT_ARGB);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> encoder.encode(store, picture, new BitSet()));
  }

  @Test
  void base_ofAJpeg_refused() {
    EncodedBackground store =
        new JpegEncoder(85).prepare(Backgrounds.of(picture(4, 4)), Effort.FAST);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> encoder.encode(store, picture(4, 4), new BitSet()));
  }

  private EncodedPicture encodedWithNewColor(int colorsOfBase) throws IOException {
    BufferedImage background = colors(colorsOfBase);
    BufferedImage picture = SeededPictures.copy(background);
    picture.setRGB(7, 17, 0xabcdef);
    BitSet changed = new BitSet();
    changed.set(1);
    EncodedBackground store = encoder.prepare(Backgrounds.of(background), Effort.FAST);
    EncodedPicture encoded = encoder.encode(store, picture, changed);
    assertSamePixels(decoded(encoded.toByteArray()), picture);
    return encoded;
  }

  /** An opaque picture of 40 × 40 with so many colors. */
  private static BufferedImage colors(int count) {
    BufferedImage picture = picture(40, 40);
    for (int i = 0; i < 1600; i++) {
      picture.setRGB(i % 40, i / 40, i % count * 0x010307);
    }
    return picture;
  }

  private static int colorType(EncodedPicture picture) {
    return PngFile.read(picture.toByteArray()).colorType();
  }

  private void assertHoldsTheStandard(Background background, Effort effort, Pair pair)
      throws DataFormatException {
    EncodedBackground store = encoder.prepare(background, effort);
    PngFile png = PngFile.read(encoder.encode(store, pair.picture(), pair.changed()).toByteArray());
    List<byte[]> pieces = png.idats().subList(1, png.idats().size() - 1);
    int length = 0;
    for (byte[] piece : pieces) {
      assertThat(piece).endsWith(0x00, 0x00, 0xff, 0xff);
      byte[] before = Arrays.copyOf(png.scanlines(), length);
      length += TokenBytes.inflated(before, piece, png.scanlines().length - length).length;
      assertThat(length % png.rowLength()).as("bytes of a row begun").isZero();
    }
    assertThat(length).isEqualTo(png.height() * png.rowLength());
  }

  private boolean refusesDot(Boxed boxed) {
    BufferedImage picture = SeededPictures.copy(boxed.pair().picture());
    Random random = new Random(boxed.toString().hashCode());
    int x = random.nextInt(picture.getWidth());
    int y = random.nextInt(picture.getHeight());
    picture.setRGB(x, y, ~picture.getRGB(x, y));
    BitSet painted = (BitSet) boxed.pair().changed().clone();
    painted.set(y / Strips.ROWS);
    EncodedBackground store = encoder.prepare(boxed.background(false), Effort.FAST);
    try {
      byte[] file = encoder.encode(store, picture, painted).toByteArray();
      assertSamePixels(decoded(file), picture);
      return false;
    } catch (IllegalArgumentException refused) {
      assertThat(refused).hasMessageMatching("row \\d+ is changed where the background says .*");
      return true;
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
