package dev.nameplate.template.parse;

import com.ibm.icu.impl.ValidIdentifiers;
import com.ibm.icu.impl.ValidIdentifiers.Datasubtype;
import com.ibm.icu.impl.ValidIdentifiers.Datatype;
import com.ibm.icu.util.ULocale;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.IllformedLocaleException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Reads {@code locale}: a language tag (BCP 47) whose language, script and region are valid in
 * CLDR.
 */
final class LocaleReader {
  private static final String ALLOWED = "a language tag (BCP 47), en or pt-BR";

  private static final Set<Datasubtype> LISTED =
      EnumSet.of(Datasubtype.regular, Datasubtype.deprecated, Datasubtype.macroregion);

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

  /** The locale of a well-formed tag whose parts CLDR lists as valid identifiers. */
  private static Optional<Locale> known(String tag) {
    try {
      Locale locale = new Locale.Builder().setLanguageTag(tag).build();
      boolean known =
          !locale.getLanguage().isEmpty()
              && isListed(Datatype.language, locale.getLanguage())
              && isListed(Datatype.script, locale.getScript())
              && isListed(Datatype.region, locale.getCountry());
      return known ? Optional.of(locale) : Optional.empty();
    } catch (IllformedLocaleException wrong) {
      return Optional.empty();
    }
  }

  /**
   * Whether a part of a tag is absent or listed in CLDR's validity data (UTS 35, section 3.11).
   * Names of languages do not tell: CLDR has none for many of them.
   */
  private static boolean isListed(Datatype part, String code) {
    return code.isEmpty() || ValidIdentifiers.isValid(part, LISTED, code) != null;
  }

  /**
   * The tag that was probably meant by the name of a language, a tag with an underscore, a language
   * code of three letters where there is one of two, or a country code.
   */
  private static Optional<String> near(String tag) {
    String dashed = tag.strip().replace('_', '-');
    if (known(dashed).isPresent()) {
      return Optional.of(dashed);
    }
    String canonical = new ULocale(dashed).toLanguageTag();
    if (known(canonical).isPresent()) {
      return Optional.of(canonical);
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
