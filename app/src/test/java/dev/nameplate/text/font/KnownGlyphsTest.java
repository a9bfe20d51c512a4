package dev.nameplate.text.font;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class KnownGlyphsTest {
  @Test
  void answers_areTheFonts_andAskedForOnceWhereTheyAreRemembered() {
    KnownGlyphs glyphs = new KnownGlyphs();
    List<Integer> asked = new ArrayList<>();
    for (int round = 0; round < 2; round++) {
      for (int c = 0; c < 0x800; c++) {
        boolean known =
            glyphs.has(
                c,
                codePoint -> {
                  asked.add(codePoint);
                  return codePoint % 3 == 0;
                });
        assertThat(known).isEqualTo(c % 3 == 0);
      }
      assertThat(glyphs.has(0x1f389, c -> c == 0x1f389)).isTrue();
    }
    assertThat(asked.stream().filter(c -> c == 'A').count()).isEqualTo(1);
    assertThat(asked.stream().filter(c -> c == 0x7ff).count()).isEqualTo(2);
  }
}
