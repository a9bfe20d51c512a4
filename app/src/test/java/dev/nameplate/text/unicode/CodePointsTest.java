package dev.nameplate.text.unicode;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Each answer is that of a stream over the same code points. */
final class CodePointsTest {
  private static final List<String> TEXTS =
      List.of(
          "", "a", "Zoë", "🎉", "a🎉b", "\ud83c", "\udf89\ud83c", "\ud83ca", "x\udf89", "👩‍👩‍👧");

  @Test
  void answers_areThoseOfAStream() {
    for (String text : TEXTS) {
      for (int least : new int[] {0, 'b', 0x200d, 0xd83c, 0x1f389, 0x110000}) {
        assertThat(CodePoints.any(text, c -> c >= least))
            .isEqualTo(text.codePoints().anyMatch(c -> c >= least));
        assertThat(CodePoints.all(text, c -> c >= least))
            .isEqualTo(text.codePoints().allMatch(c -> c >= least));
      }
    }
  }

  @Test
  void firstAndLast_ofAPart_areThoseOfTheSubstring() {
    Random random = new Random(7);
    for (int turn = 0; turn < 2000; turn++) {
      StringBuilder text = new StringBuilder();
      for (int i = random.nextInt(6); i > 0; i--) {
        text.append(random.nextBoolean() ? (char) ('a' + random.nextInt(3)) : '\ud83c')
            .append(random.nextBoolean() ? '\udf89' : 'z');
      }
      int count = text.codePointCount(0, text.length());
      int from = text.offsetByCodePoints(0, random.nextInt(count + 1));
      int to =
          text.offsetByCodePoints(
              from, random.nextInt(text.codePointCount(from, text.length()) + 1));
      int wanted = random.nextBoolean() ? 'b' : 0x1f389;
      String part = text.substring(from, to);
      assertThat(CodePoints.first(text.toString(), from, to, c -> c == wanted))
          .isEqualTo(
              part.codePoints().filter(c -> c == wanted).findFirst().orElse(CodePoints.NONE));
      assertThat(CodePoints.last(text.toString(), to, c -> c == wanted))
          .isEqualTo(
              text.substring(0, to)
                  .codePoints()
                  .filter(c -> c == wanted)
                  .reduce((one, next) -> next)
                  .orElse(CodePoints.NONE));
    }
  }
}
