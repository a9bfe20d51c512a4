package dev.nameplate.encode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.nameplate.encode.BoxedPictures.Boxed;
import dev.nameplate.encode.SeededPictures.Pair;
import dev.nameplate.support.Extent;
import dev.nameplate.support.Pictures;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every encoder does, whatever its format. Formats written in strips have more to do. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class EncoderContract {
  private static final int PAIRS = Extent.times(120);
  private static final int BOXED = Extent.times(60);
  private static final int THREADS = 16;

  /** The files of pairs, each as an encoder of its own made it first. */
  private final Map<String, byte[]> files = new HashMap<>();

  /** How many random pictures there are for each test; fewer for slow encoders. */
  public int pairCount() {
    return PAIRS;
  }

  public abstract Encoder encoder();

  public abstract boolean takesAlpha();

  /**
   * Checks what a viewer sees of a picture: the picture itself, or what the format leaves of it.
   */
  public abstract void assertShows(BufferedImage seen, BufferedImage picture) throws IOException;

  final Stream<Pair> pairs() {
    return SeededPictures.pairs(pairCount(), takesAlpha());
  }

  public final Stream<Boxed> boxed() {
    return BoxedPictures.boxed(Math.min(BOXED, pairCount() / 2), takesAlpha());
  }

  @ParameterizedTest
  @MethodSource("pairs")
  void picture_encodedWhole_showsThePicture(Pair pair) throws IOException {
    byte[] file = encoder().encodeWhole(pair.picture()).toByteArray();
    assertShows(decoded(file), pair.picture());
  }

  @ParameterizedTest
  @MethodSource("pairs")
  void picture_encodedOnBase_decodesAsWhole(Pair pair) throws IOException {
    BufferedImage whole = decoded(encoder().encodeWhole(pair.picture()).toByteArray());
    for (Effort effort : Effort.values()) {
      for (Background background : List.of(Backgrounds.of(pair.background()), bound(pair))) {
        EncodedBackground store = encoder().prepare(background, effort);
        EncodedPicture spliced = encoder().encode(store, pair.picture(), pair.changed());
        assertSamePixels(decoded(spliced.toByteArray()), whole);
      }
    }
  }

  /** Cells that never change beside some that do, in one band and across its strips. */
  @ParameterizedTest
  @MethodSource("boxed")
  void picture_encodedOnBaseOfBoxes_decodesAsWhole(Boxed boxed) throws IOException {
    Pair pair = boxed.pair();
    BufferedImage whole = decoded(encoder().encodeWhole(pair.picture()).toByteArray());
    for (Effort effort : Effort.values()) {
      for (boolean knowing : new boolean[] {false, true}) {
        EncodedBackground store = encoder().prepare(boxed.background(knowing), effort);
        EncodedPicture spliced = encoder().encode(store, pair.picture(), pair.changed());
        assertSamePixels(decoded(spliced.toByteArray()), whole);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("pairs")
  void picture_encodedTwice_sameBytes(Pair pair) {
    assertThat(bytes(encoder(), pair)).isEqualTo(file(pair));
  }

  @ParameterizedTest
  @MethodSource("pairs")
  void unchangedStrips_otherPixels_notRead(Pair pair) {
    BufferedImage spoilt = SeededPictures.copy(pair.picture());
    Strips strips = new Strips(spoilt.getHeight());
    for (int y = 0; y < spoilt.getHeight(); y++) {
      for (int x = 0; x < spoilt.getWidth() && !pair.changed().get(y / Strips.ROWS); x++) {
        spoilt.setRGB(x, y, 0x12345678 + 31 * x + 7 * y * strips.count());
      }
    }
    Pair other = new Pair("spoilt", pair.background(), spoilt, pair.changed());
    assertThat(bytes(encoder(), other)).isEqualTo(file(pair));
  }

  @ParameterizedTest
  @MethodSource("pairs")
  void partOfAnotherPicture_encoded_sameBytesAsItsCopy(Pair pair) {
    BufferedImage picture = pair.picture();
    int width = picture.getWidth();
    int height = picture.getHeight();
    BufferedImage canvas = new BufferedImage(width + 9, height + 7, picture.getType());
    BufferedImage part = canvas.getSubimage(5, 3, width, height);
    part.setRGB(0, 0, width, height, picture.getRGB(0, 0, width, height, null, 0, width), 0, width);
    assertThat(bytes(encoder(), new Pair("part", pair.background(), part, pair.changed())))
        .isEqualTo(file(pair));
  }

  @Test
  void encoder_sixteenThreads_sameBytesAsOne() throws Exception {
    List<Pair> pairs = SeededPictures.pairs(Math.min(40, pairCount() / 4), takesAlpha()).toList();
    List<byte[]> alone = pairs.stream().map(this::file).toList();
    Encoder shared = encoder();
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    try {
      Callable<List<byte[]>> task = () -> pairs.stream().map(pair -> bytes(shared, pair)).toList();
      for (Future<List<byte[]>> result : threads.invokeAll(Collections.nCopies(THREADS, task))) {
        assertThat(result.get()).usingElementComparator(Arrays::compare).isEqualTo(alone);
      }
    } finally {
      threads.shutdown();
    }
  }

  @Test
  void parts_writtenAndJoined_sameBytes() {
    EncodedPicture picture = encoder().encodeWhole(SeededPictures.pair(0).picture());
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    picture.parts().forEach(out::writeBytes);
    assertThat(out.toByteArray()).isEqualTo(picture.toByteArray()).hasSize(picture.length());
    assertThat(picture.format()).isEqualTo(encoder().format());
  }

  @Test
  void background_prepared_keepsItsPixels() {
    BufferedImage picture = picture(40, 33);
    EncodedBackground store = encoder().prepare(Backgrounds.of(picture), Effort.FAST);
    assertThat(store.picture()).isSameAs(picture);
    assertThat(store.weight() > 0).isEqualTo(store.strips().isPresent());
  }

  @Test
  void base_ofAnotherSize_refused() {
    EncodedBackground store = encoder().prepare(Backgrounds.of(picture(40, 33)), Effort.FAST);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> encoder().encode(store, picture(40, 32), new BitSet()))
        .withMessageContaining("height=32");
  }

  @Test
  void strip_belowThePicture_refused() {
    EncodedBackground store = encoder().prepare(Backgrounds.of(picture(40, 33)), Effort.FAST);
    BitSet changed = new BitSet();
    changed.set(3);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> encoder().encode(store, picture(40, 33), changed))
        .withMessageContaining("strip 3 of a picture of 3 strips");
  }

  @Test
  void picture_ofAnotherType_refused() {
    BufferedImage grey = new BufferedImage(4, 4, BufferedImage.TYPE_BYTE_GRAY);
    assertThatIllegalArgumentException().isThrownBy(() -> encoder().encodeWhole(grey));
  }

  /** A background that changes in no other strips than it has to, and knows what is to come. */
  public static Background bound(Pair pair) {
    BitSet changeable = (BitSet) pair.changed().clone();
    Strips strips = new Strips(pair.background().getHeight());
    pair.changed().stream()
        .map(s -> s + 1)
        .filter(s -> s < strips.count())
        .forEach(changeable::set);
    return Backgrounds.of(pair.background(), changeable, pair.picture());
  }

  private byte[] file(Pair pair) {
    return files.computeIfAbsent(pair.name(), name -> bytes(encoder(), pair));
  }

  public static byte[] bytes(Encoder encoder, Pair pair) {
    EncodedBackground store = encoder.prepare(Backgrounds.of(pair.background()), Effort.FAST);
    return encoder.encode(store, pair.picture(), pair.changed()).toByteArray();
  }

  public static BufferedImage picture(int width, int height) {
    return new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
  }

  public static BufferedImage decoded(byte[] file) throws IOException {
    return Objects.requireNonNull(ImageIO.read(new ByteArrayInputStream(file)));
  }

  public static void assertSamePixels(BufferedImage actual, BufferedImage expected) {
    assertThat(actual.getWidth()).isEqualTo(expected.getWidth());
    assertThat(Pictures.argb(actual)).isEqualTo(Pictures.argb(expected));
  }
}
