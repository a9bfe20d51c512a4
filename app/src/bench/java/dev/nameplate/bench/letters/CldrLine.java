package dev.nameplate.bench.letters;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UScript;
import com.ibm.icu.util.ULocale;
import java.util.HashMap;
import java.util.Map;

/**
 * A line of text from CLDR.
 *
 * @param locale whose text it is
 * @param text in logical order, not blank
 */
record CldrLine(ULocale locale, String text) {
  /** Returns the script of most of its letters, as its English name; {@code Common} without any. */
  String script() {
    Map<Integer, Integer> letters = new HashMap<>();
    text.codePoints()
        .filter(UCharacter::isLetter)
        .map(UScript::getScript)
        .filter(script -> script != UScript.COMMON && script != UScript.INHERITED)
        .forEach(script -> letters.merge(script, 1, Integer::sum));
    int most =
        letters.entrySet().stream()
            .max(Map.Entry.comparingByValue())
            .map(Map.Entry::getKey)
            .orElse(UScript.COMMON);
    return UScript.getName(most).replace('_', ' ');
  }

  /**
   * Returns what decides, beside the text, on how it is drawn: the language, its script, and the
   * region where the forms of letters depend on it. Equal texts of equal keys are drawn alike.
   */
  String key() {
    ULocale full = ULocale.addLikelySubtags(locale);
    boolean regional = full.getLanguage().equals("zh") || full.getLanguage().equals("ro");
    String region = regional ? "-" + full.getCountry() : "";
    return full.getLanguage() + "-" + full.getScript() + region;
  }
}
