package dev.nameplate.text.unicode;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.lang.UCharacter;
import dev.nameplate.text.TextCase;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Sentences of mixed direction against the order of sight that stands beside them. */
final class BidiTextTest {
  static Stream<TextCase> mixed() {
    return TextCase.all().stream().filter(text -> text.visual().isPresent());
  }

  @ParameterizedTest
  @MethodSource("mixed")
  void sentence_isSeen_inTheOrderBesideIt(TextCase text) {
    boolean rightToLeft = BaseDirection.isRightToLeft(text.text(), text.direction(), text.locale());
    assertThat(seen(BidiText.of(text.text(), rightToLeft))).isEqualTo(text.visual().orElseThrow());
  }

  @Test
  void mixedSentences_areTwelveOrMore() {
    assertThat(mixed()).hasSizeGreaterThanOrEqualTo(12);
  }

  @Test
  void marksOfDirection_areNotDrawn() {
    BidiText bidiText = BidiText.of("Hi \u2068Maria\u2069!", false);
    assertThat(bidiText.text()).isEqualTo("Hi Maria!");
    assertThat(bidiText.isAllLeftToRight()).isTrue();
  }

  @Test
  void cutInTheMiddleOfAName_putsTheEllipsisWhereReadingEnds() {
    BidiText whole = BidiText.of("Hi \u2068\u05d3\u05d5\u05d3\u05d5\u05d3\u2069!", false);
    assertThat(seen(whole.part(0, 6).ended('…'))).isEqualTo("Hi …\u05d3\u05d5\u05d3");
  }

  @Test
  void lineOfAPassage_keepsTheDirectionsOfTheWhole() {
    BidiText whole = BidiText.of("\u05e9\u05dc\u05d5\u05dd 12 34", true);
    assertThat(seen(whole.part(5, 10))).isEqualTo("34 12");
  }

  /** The characters from left to right, brackets as they look. */
  private static String seen(BidiText bidiText) {
    StringBuilder seen = new StringBuilder();
    for (BidiText.Stretch stretch : bidiText.stretches()) {
      String text = bidiText.text().substring(stretch.from(), stretch.to());
      if (stretch.rightToLeft()) {
        new StringBuilder(text)
            .reverse()
            .codePoints()
            .map(UCharacter::getMirror)
            .forEach(seen::appendCodePoint);
      } else {
        seen.append(text);
      }
    }
    return seen.toString();
  }
}
