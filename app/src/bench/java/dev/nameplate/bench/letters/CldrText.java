package dev.nameplate.bench.letters;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UCharacterCategory;
import com.ibm.icu.text.DateFormat;
import com.ibm.icu.text.DateFormatSymbols;
import com.ibm.icu.text.LocaleDisplayNames;
import com.ibm.icu.text.NumberFormat;
import com.ibm.icu.text.UnicodeSet;
import com.ibm.icu.util.Currency;
import com.ibm.icu.util.LocaleData;
import com.ibm.icu.util.TimeZone;
import com.ibm.icu.util.ULocale;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The text that CLDR has for a locale: months, days, dates, amounts of money, languages, regions,
 * and the letters of its alphabet, twelve on a line.
 */
final class CldrText {
  /** Standard, auxiliary, index, currency and punctuation sets. */
  private static final int SETS = LocaleData.ES_PUNCTUATION + 1;

  private static final int LETTERS = 12;
  private static final int LONGEST = 60;
  private static final long DAY = 86_400_000L;
  private static final long FIRST = 1_767_268_800_000L;

  private final Set<String> seen = new HashSet<>();
  private final boolean names;

  /**
   * @param names whether the names of languages and regions, most of the text, are part of it
   */
  CldrText(boolean names) {
    this.names = names;
  }

  /** Returns all locales of CLDR, sorted by their tag. */
  static List<ULocale> locales() {
    return Arrays.stream(ULocale.getAvailableLocales())
        .sorted((one, other) -> one.toLanguageTag().compareTo(other.toLanguageTag()))
        .toList();
  }

  /**
   * Returns the lines of a locale, but for those that a locale before it has and that are drawn in
   * the same way.
   */
  List<CldrLine> lines(ULocale locale) {
    Set<String> texts = new LinkedHashSet<>();
    calendar(locale).forEach(texts::add);
    amounts(locale).forEach(texts::add);
    if (names) {
      names(locale).forEach(texts::add);
    }
    letters(locale).forEach(texts::add);
    return texts.stream()
        .map(text -> text.replace('\n', ' ').strip())
        .filter(text -> !text.isEmpty() && text.length() <= LONGEST)
        .map(text -> new CldrLine(locale, text))
        .filter(line -> seen.add(line.key() + " " + line.text()))
        .toList();
  }

  private static Stream<String> calendar(ULocale locale) {
    DateFormatSymbols symbols = new DateFormatSymbols(locale);
    List<String> texts = new ArrayList<>();
    for (int context : new int[] {DateFormatSymbols.FORMAT, DateFormatSymbols.STANDALONE}) {
      for (int width : new int[] {DateFormatSymbols.WIDE, DateFormatSymbols.ABBREVIATED}) {
        texts.addAll(List.of(symbols.getMonths(context, width)));
        texts.addAll(List.of(symbols.getWeekdays(context, width)));
      }
    }
    for (int style : new int[] {DateFormat.FULL, DateFormat.MEDIUM}) {
      DateFormat format = DateFormat.getDateTimeInstance(style, DateFormat.SHORT, locale);
      format.setTimeZone(TimeZone.GMT_ZONE);
      for (int month = 0; month < 12; month++) {
        texts.add(format.format(FIRST + 31L * month * DAY));
      }
    }
    return texts.stream();
  }

  private static Stream<String> amounts(ULocale locale) {
    NumberFormat money = NumberFormat.getCurrencyInstance(locale);
    List<String> texts = new ArrayList<>();
    for (String currency : new String[] {"USD", "EUR", "JPY", "INR"}) {
      money.setCurrency(Currency.getInstance(currency));
      texts.add(money.format(1_234_567.89));
      texts.add(money.format(-42));
    }
    texts.add(NumberFormat.getPercentInstance(locale).format(0.256));
    texts.add(NumberFormat.getInstance(locale).format(9_876_543_210.5));
    return texts.stream();
  }

  private static Stream<String> names(ULocale locale) {
    LocaleDisplayNames names = LocaleDisplayNames.getInstance(locale);
    Stream<String> languages =
        Arrays.stream(ULocale.getISOLanguages())
            .map(code -> name(code, names.languageDisplayName(code)));
    Stream<String> regions =
        Arrays.stream(ULocale.getISOCountries())
            .map(code -> name(code, names.regionDisplayName(code)));
    return Stream.concat(languages, regions);
  }

  /** A name that is only its code is no text of the locale. */
  private static String name(String code, String name) {
    return name.equals(code) ? "" : name;
  }

  private static Stream<String> letters(ULocale locale) {
    LocaleData data = LocaleData.getInstance(locale);
    data.setNoSubstitute(true);
    List<String> lines = new ArrayList<>();
    for (int type = 0; type < SETS; type++) {
      UnicodeSet set = data.getExemplarSet(UnicodeSet.ADD_CASE_MAPPINGS, type);
      List<String> letters = new ArrayList<>();
      for (String letter : set == null ? List.<String>of() : set) {
        if (!isMark(letter.codePointAt(0))) {
          letters.add(letter);
        }
      }
      for (int from = 0; from < letters.size(); from += LETTERS) {
        int to = Math.min(from + LETTERS, letters.size());
        lines.add(String.join(" ", letters.subList(from, to)));
      }
    }
    return lines.stream();
  }

  private static boolean isMark(int letter) {
    int type = UCharacter.getType(letter);
    return type == UCharacterCategory.NON_SPACING_MARK
        || type == UCharacterCategory.COMBINING_SPACING_MARK
        || type == UCharacterCategory.ENCLOSING_MARK
        || type == UCharacterCategory.CONTROL
        || type == UCharacterCategory.FORMAT;
  }
}
