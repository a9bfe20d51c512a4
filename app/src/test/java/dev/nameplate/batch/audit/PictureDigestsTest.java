package dev.nameplate.batch.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Different pictures are counted exactly, and no more are kept than allowed. */
final class PictureDigestsTest {
  @Test
  void digests_areCountedOnce_andKeepTheirFirstNote() {
    PictureDigests digests = new PictureDigests(PictureDigests.MOST);
    Map<Long, Integer> expected = new HashMap<>();
    Random random = new Random(5);
    for (int at = 0; at < 300_000; at++) {
      long digest = random.nextInt(3) == 0 ? random.nextInt(50_000) : random.nextLong();
      int value = random.nextInt(512);
      if (digest != 1) {
        expected.putIfAbsent(digest, value);
        digests.note(digest, value);
      }
    }
    assertThat(digests.size()).isEqualTo(expected.size());
    expected.forEach(
        (digest, value) -> assertThat(digests.find(digest)).isEqualTo(OptionalInt.of(value)));
    assertThat(digests.find(random.nextLong())).isEmpty();
    assertThat(digests.isFull()).isFalse();
  }

  @Test
  void digestsBeyondTheLimit_areNotKept_andSaidToBeMore() {
    PictureDigests digests = new PictureDigests(1_000);
    for (long digest = 10; digest < 1_010; digest++) {
      digests.note(digest, 1);
      digests.note(digest, 2);
    }
    assertThat(digests.isFull()).isFalse();
    digests.note(5_000, 1);
    assertThat(digests.size()).isEqualTo(1_000);
    assertThat(digests.isFull()).isTrue();
    assertThat(digests.find(5_000)).isEmpty();
    assertThat(digests.find(10)).hasValue(1);
  }
}
