package dev.nameplate.merge.kind;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UCharacterCategory;
import com.ibm.icu.util.Currency;
import com.ibm.icu.util.ULocale;
import dev.nameplate.template.field.Field;
import dev.nameplate.template.field.FieldKind;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What may surround a number without being part of it: currency, percent sign, unit.
 *
 * @param currencies case-folded names, codes and symbols, longest first
 * @param units case-folded words, longest first
 * @param anySign whether the symbol or code of any currency, and a percent sign, is accepted too
 */
record NumberMarks(List<String> currencies, List<String> units, boolean anySign) {
  /** Accepts digits only. */
  static final NumberMarks NONE = new NumberMarks(List.of(), List.of(), false);

  private static final String PERCENT = "%\u066a\ufe6a\uff05";
  private static final int CODE = 3;
  private static final List<ULocale> NEUTRAL_LOCALES = List.of(ULocale.ENGLISH, ULocale.ROOT);

  NumberMarks {
    currencies = List.copyOf(currencies);
    units = List.copyOf(units);
  }

  /** A number's text without the marks, and whether one of them was a currency. */
  record Bare(String digits, boolean money) {}

  /** The marks of a field of kind number or money. */
  static NumberMarks of(Field field, Locale locale) {
    ULocale place = ULocale.forLocale(locale);
    if (field.kind() == FieldKind.MONEY) {
      return new NumberMarks(
          sorted(field.currency().map(code -> names(code, place)).orElse(Set.of())),
          List.of(),
          false);
    }
    Set<String> units = new LinkedHashSet<>(field.units());
    units.add(field.name());
    units.addAll(field.aliases());
    Optional<Currency> own =
        Optional.ofNullable(Currency.getInstance(ULocale.addLikelySubtags(place)));
    Set<String> names = own.map(each -> names(each.getCurrencyCode(), place)).orElse(Set.of());
    return new NumberMarks(sorted(names), sorted(units), true);
  }

  /** The code, symbols and names of a currency in a locale, in English and in the root locale. */
  private static Set<String> names(String code, ULocale place) {
    Currency currency = Currency.getInstance(code.toUpperCase(Locale.ROOT));
    Set<String> names = new LinkedHashSet<>();
    names.add(currency.getCurrencyCode());
    Stream.concat(Stream.of(place), NEUTRAL_LOCALES.stream())
        .forEach(
            each -> {
              names.add(currency.getSymbol(each));
              names.add(currency.getName(each, Currency.NARROW_SYMBOL_NAME, null));
              names.add(currency.getName(each, Currency.LONG_NAME, null));
              for (String plural : List.of("one", "few", "other")) {
                names.add(currency.getName(each, Currency.PLURAL_LONG_NAME, plural, null));
              }
            });
    return names;
  }

  private static List<String> sorted(Set<String> words) {
    return words.stream()
        .map(NumberMarks::folded)
        .filter(word -> !word.isEmpty())
        .sorted(Comparator.comparingInt(String::length).reversed())
        .toList();
  }

  /** Removes the marks at both ends of a text; one in the middle stays. */
  Bare strip(String text) {
    String rest = folded(text);
    boolean money = false;
    while (true) {
      String mark = mark(rest);
      if (mark.isEmpty()) {
        return new Bare(rest, money);
      }
      money |= !PERCENT.contains(mark) && !units.contains(mark);
      boolean before = rest.startsWith(mark);
      rest =
          folded(
              before
                  ? rest.substring(mark.length())
                  : rest.substring(0, rest.length() - mark.length()));
    }
  }

  /** The mark that a text begins or ends with; an empty text if there is none. */
  private String mark(String text) {
    return Stream.concat(currencies.stream(), units.stream())
        .filter(word -> begins(text, word) || ends(text, word))
        .findFirst()
        .or(() -> Optional.of(text).filter(any -> anySign && !any.isEmpty()).flatMap(this::sign))
        .orElse("");
  }

  private static boolean begins(String text, String word) {
    return text.startsWith(word) && !joins(text, word.length());
  }

  private static boolean ends(String text, String word) {
    return text.endsWith(word) && !joins(text, text.length() - word.length());
  }

  /** The symbol or code of any currency, or a percent sign, at either end of a text. */
  private Optional<String> sign(String text) {
    int first = text.codePointAt(0);
    int last = text.codePointBefore(text.length());
    Stream<String> signs =
        Stream.of(first, last).filter(NumberMarks::isSign).map(Character::toString);
    int letters = Math.min(CODE, text.length());
    Stream<String> codes =
        Stream.of(text.substring(0, letters), text.substring(text.length() - letters))
            .filter(code -> isCode(code) && (begins(text, code) || ends(text, code)));
    return Stream.concat(signs, codes).findFirst();
  }

  private static boolean isCode(String text) {
    return text.matches("[a-z]{3}")
        && Currency.isAvailable(text.toUpperCase(Locale.ROOT), null, null);
  }

  /**
   * Whether letters are on both sides of an index, so that a mark there would be part of a word.
   */
  private static boolean joins(String text, int at) {
    return at > 0
        && at < text.length()
        && UCharacter.isLetter(text.codePointBefore(at))
        && UCharacter.isLetter(text.codePointAt(at));
  }

  private static boolean isSign(int c) {
    return PERCENT.indexOf(c) >= 0 || UCharacter.getType(c) == UCharacterCategory.CURRENCY_SYMBOL;
  }

  /** Case-folded, with one kind of space, stripped. */
  private static String folded(String text) {
    String plain = text.replace('\u00a0', ' ').replace('\u202f', ' ').replace('\u2009', ' ');
    return UCharacter.foldCase(plain, true).strip();
  }
}
