package dev.nameplate.text.font;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Letters of scripts that the JDK's shaper does not know: their order and their joining forms. */
final class ScriptsWithoutShaperTest {
  @ParameterizedTest
  @CsvSource({
    "𞤲𞤣, initial final",
    "𞤲𞥋𞤣, initial - final",
    "𞤲𞥋𞤣𞥋𞤫, initial - medial - final",
    "𞤲𞥋, - -",
    "𞥋𞤲𞤣, - initial final",
    "𞤲𞥄𞤣, initial final",
    "ߡߐ߬ߡ, initial medial final",
    "𐴌𐴟𐴇, initial medial final"
  })
  void letters_joinAcrossTransparentOnes(String text, String forms) {
    String seen =
        Joining.parts(text).stream()
            .map(part -> part.form().map(form -> form.name().toLowerCase(Locale.ROOT)).orElse("-"))
            .collect(Collectors.joining(" "));
    assertThat(seen).isEqualTo(forms);
  }

  @ParameterizedTest
  @CsvSource({
    "11107 1112e, 11107 11127 11131",
    "11107 1112f, 11107 11127 11132",
    "11107 1112c, 1112c 11107",
    "11107 11133 11103 1112c, 1112c 11107 11133 11103",
    "11107 1112e 11107 1112c, 11107 11127 11131 1112c 11107",
    "11107 11127, 11107 11127",
    "1b13 1b40, 1b3e 1b13 1b35",
    "a98f a9ba a9b4, a9ba a98f a9b4"
  })
  void vowels_haveTheOrderInWhichTheyAreDrawn(String stored, String drawn) {
    assertThat(hex(VisualOrder.of(text(stored)))).isEqualTo(drawn);
  }

  private static String text(String hex) {
    StringBuilder text = new StringBuilder();
    for (String code : hex.split(" ")) {
      text.appendCodePoint(Integer.parseInt(code, 16));
    }
    return text.toString();
  }

  private static String hex(String text) {
    return text.codePoints().mapToObj(Integer::toHexString).collect(Collectors.joining(" "));
  }
}
