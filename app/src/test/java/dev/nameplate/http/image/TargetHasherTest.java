package dev.nameplate.http.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The authors' own vectors for 128 bits: key 00…0f, message 00 01 02 … of so many bytes. A text has
 * two bytes a letter, so the even ones apply.
 */
final class TargetHasherTest {
  private static final TargetHasher HASHER =
      new TargetHasher(0x0706050403020100L, 0x0f0e0d0c0b0a0908L);

  @ParameterizedTest
  @CsvSource({
    "0, a3817f04ba25a8e66df67214c7550293",
    "2, 8177228da4a45dc7fca38bdef60affe4",
    "4, f88164c12d9c8faf7d0f6e7c7bcd5579",
    "6, 14eeca338b208613485ea0308fd7a15e",
    "8, 3b62a9ba6258f5610f83e264f31497b4",
    "10, 00110dc378146956c95447d3f3d0fbba",
    "14, 31fcefac66d7de9c7ec7485fe4494902",
    "16, 6ee2a4ca67b054bbfd3315bf85230577",
    "32, 7c3956ca5eeafc3e363e9d556546eb68"
  })
  void text_hasTheHashOfTheStandard(int bytes, String expected) {
    assertThat(hex(HASHER.of(message(bytes)))).isEqualTo(expected);
  }

  @Test
  void parts_thatJoinAlike_differ() {
    assertThat(HASHER.of("/i/ab", "c", "")).isNotEqualTo(HASHER.of("/i/a", "bc", ""));
    assertThat(HASHER.of("/i/a", "b", "c")).isNotEqualTo(HASHER.of("/i/a", "bc", ""));
  }

  @Test
  void anotherProcess_hasAnotherKey() {
    assertThat(new TargetHasher().of("/i/a", "", ""))
        .isNotEqualTo(new TargetHasher().of("/i/a", "", ""));
  }

  private static String message(int bytes) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < bytes; i += 2) {
      text.append((char) (i | (i + 1) << 8));
    }
    return text.toString();
  }

  private static String hex(TargetHash hash) {
    byte[] bytes =
        ByteBuffer.allocate(16)
            .order(ByteOrder.LITTLE_ENDIAN)
            .putLong(hash.low())
            .putLong(hash.high())
            .array();
    return HexFormat.of().formatHex(bytes);
  }
}
