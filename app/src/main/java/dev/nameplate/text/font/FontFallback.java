package dev.nameplate.text.font;

import com.ibm.icu.util.ULocale;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The fallback families for characters that a font lacks, by script and locale: the same Han
 * character has several regional forms.
 */
record FontFallback(List<Rule> rules) {
  /** The script code of color emoji (ISO 15924). */
  static final String EMOJI = "Zsye";

  /** A rule for every script. */
  static final String ANY = "any";

  /** The languages that the macrolanguage Chinese stands for (ISO 639-3). */
  private static final Set<String> CHINESE =
      Set.of(
          "cdo", "cjy", "cmn", "cnp", "cpx", "csp", "czh", "czo", "gan", "hak", "hsn", "lzh", "mnp",
          "nan", "wuu", "yue");

  /**
   * One rule of the fallback order.
   *
   * @param scripts ISO 15924 codes, or {@link #ANY}
   * @param locales language tags such as {@code ja}, {@code zh-Hant} or {@code zh-HK}; empty if the
   *     rule applies to all
   * @param families the first choice first
   */
  record Rule(Set<String> scripts, Set<String> locales, List<String> families) {
    Rule {
      scripts = Set.copyOf(scripts);
      locales = Set.copyOf(locales);
      families = List.copyOf(families);
    }
  }

  FontFallback {
    rules = List.copyOf(rules);
  }

  /**
   * The names of the families for a script, the first choice first: those for the locale, then
   * those for all locales.
   */
  List<String> families(String script, ULocale locale) {
    Set<String> tags = tags(locale);
    return Stream.concat(
            of(script).filter(rule -> rule.locales().stream().anyMatch(tags::contains)),
            of(script).filter(rule -> rule.locales().isEmpty()))
        .flatMap(rule -> rule.families().stream())
        .distinct()
        .toList();
  }

  /** Every family that any rule names. */
  Set<String> all() {
    return rules.stream().flatMap(rule -> rule.families().stream()).collect(Collectors.toSet());
  }

  private Stream<Rule> of(String script) {
    return rules.stream().filter(rule -> rule.scripts().contains(script));
  }

  /**
   * The tags of rules that apply to a locale; that of its region only if it has the region's
   * script: Hong Kong's forms are those of traditional characters, and of Cantonese in them in a
   * region with simplified ones.
   */
  private static Set<String> tags(ULocale locale) {
    ULocale full = ULocale.addLikelySubtags(locale);
    boolean cantonese = full.getLanguage().equals("yue") && full.getScript().equals("Hant");
    String language = CHINESE.contains(full.getLanguage()) ? "zh" : full.getLanguage();
    ULocale usual = ULocale.addLikelySubtags(new ULocale(language, full.getCountry()));
    boolean regional = usual.getScript().equals(full.getScript());
    String other = cantonese ? "-HK" : "";
    return Stream.of("", "-" + full.getScript(), regional ? "-" + full.getCountry() : other)
        .map(part -> language + part)
        .collect(Collectors.toSet());
  }
}
