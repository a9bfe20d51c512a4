package dev.nameplate.template.parse;

import com.ibm.icu.util.ULocale;
import java.util.Arrays;
import java.util.IllformedLocaleException;
import java.util.Locale;
import java.util.Optional;

/**
 * Reads {@code locale}: a language tag (BCP 47) whose language, script and region are known to
 * CLDR.
 */
final class LocaleReader {
  private static final String ALLOWED = "a language tag (BCP 47), en or pt-BR";

  private LocaleReader() {}

  /** The locale; English where it is absent, and where it is unknown, which is added as a fault. */
  static Locale read(JsonObject object) {
    String tag = object.text("locale").orElse("en");
    Optional<Locale> locale = known(tag);
    if (locale.isEmpty()) {
      String hint = near(tag).map(meant -> "did you mean '" + meant + "'? Allowed: ").orElse("");
      object.faults().add(object.path("locale"), "'" + tag + "'", hint + ALLOWED);
    }
    return locale.orElse(Locale.ENGLISH);
  }

  /** The locale of a well-formed tag whose parts have names in CLDR. */
  private static Optional<Locale> known(String tag) {
    try {
      Locale locale = new Locale.Builder().setLanguageTag(tag).build();
      ULocale named = ULocale.forLocale(locale);
      boolean known =
          isNamed(locale.getLanguage(), named.getDisplayLanguage(ULocale.ENGLISH))
              && !locale.getLanguage().isEmpty()
              && isNamed(locale.getScript(), named.getDisplayScript(ULocale.ENGLISH))
              && isNamed(locale.getCountry(), named.getDisplayCountry(ULocale.ENGLISH));
      return known ? Optional.of(locale) : Optional.empty();
    } catch (IllformedLocaleException wrong) {
      return Optional.empty();
    }
  }

  /** CLDR shows the code itself where it has no name. */
  private static boolean isNamed(String code, String name) {
    return code.isEmpty() || !code.equalsIgnoreCase(name);
  }

  /**
   * The tag that was probably meant by the name of a language, a tag with an underscore, or a
   * country code.
   */
  private static Optional<String> near(String tag) {
    String dashed = tag.strip().replace('_', '-');
    if (known(dashed).isPresent()) {
      return Optional.of(dashed);
    }
    Optional<String> named =
        Arrays.stream(ULocale.getISOLanguages()).filter(code -> isName(tag, code)).findFirst();
    return named.or(() -> languageOf(dashed));
  }

  private static boolean isName(String text, String code) {
    ULocale language = new ULocale(code);
    return text.strip().equalsIgnoreCase(language.getDisplayLanguage(ULocale.ENGLISH))
        || text.strip().equalsIgnoreCase(language.getDisplayLanguage(language));
  }

  private static Optional<String> languageOf(String country) {
    if (!country.matches("[A-Za-z]{2}")) {
      return Optional.empty();
    }
    String language =
        ULocale.addLikelySubtags(new ULocale("und-" + country.toUpperCase(Locale.ROOT)))
            .getLanguage();
    return known(language).map(Locale::toLanguageTag);
  }
}
