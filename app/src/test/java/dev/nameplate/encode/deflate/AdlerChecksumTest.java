package dev.nameplate.encode.deflate;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class AdlerChecksumTest {
  @Test
  void knownText_summed_isThePublishedValue() {
    byte[] text = "Wikipedia".getBytes(StandardCharsets.US_ASCII);
    assertThat(AdlerChecksum.of(text, 0, text.length).value()).isEqualTo(0x11e60398);
  }

  @Test
  void nothing_summed_isOne() {
    assertThat(AdlerChecksum.of(new byte[0], 0, 0)).isEqualTo(AdlerChecksum.EMPTY);
  }

  @Test
  void parts_combined_equalTheWhole() {
    Random random = new Random(7);
    for (int i = 0; i < 500; i++) {
      byte[] bytes = new byte[random.nextInt(200_000)];
      random.nextBytes(bytes);
      assertCombines(bytes, random.nextInt(bytes.length + 1));
    }
  }

  @Test
  void highestBytes_combined_equalTheWhole() {
    byte[] bytes = new byte[3 * 65521 + 5];
    Arrays.fill(bytes, (byte) 0xff);
    for (int cut : new int[] {0, 1, 65520, 65521, 65522, 2 * 65521, bytes.length}) {
      assertCombines(bytes, cut);
    }
  }

  @Test
  void lengthsBeyondAnInt_combined_keepTheirSum() {
    AdlerChecksum zeros = AdlerChecksum.of(new byte[1 << 20], 0, 1 << 20);
    AdlerChecksum many = AdlerChecksum.EMPTY;
    for (int i = 0; i < 4096; i++) {
      many = many.then(zeros);
    }
    assertThat(many.length()).isEqualTo(1L << 32);
    assertThat(many.value()).isEqualTo((int) (((1L << 32) % 65521) << 16 | 1));
  }

  private static void assertCombines(byte[] bytes, int cut) {
    AdlerChecksum first = AdlerChecksum.of(bytes, 0, cut);
    AdlerChecksum second = AdlerChecksum.of(bytes, cut, bytes.length - cut);
    assertThat(first.then(second)).isEqualTo(AdlerChecksum.of(bytes, 0, bytes.length));
  }
}
