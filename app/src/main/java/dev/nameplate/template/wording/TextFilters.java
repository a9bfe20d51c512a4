package dev.nameplate.template.wording;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UProperty;
import com.ibm.icu.text.CaseMap;
import com.ibm.icu.text.Normalizer2;
import dev.nameplate.template.wording.TextFilter.Arguments;
import dev.nameplate.template.wording.TextFilter.Lists;
import java.util.List;
import java.util.Locale;
import java.util.function.BiFunction;
import liqp.filters.Filter;

/**
 * Liquid's filters on text. They count grapheme clusters (UAX #29), never split one, and change
 * case by the rules of the locale (Unicode SpecialCasing, CLDR).
 */
final class TextFilters {
  private static final Normalizer2 NFC = Normalizer2.getNFCInstance();
  private static final CaseMap.Title FIRST =
      CaseMap.toTitle().wholeString().noLowercase().noBreakAdjustment();
  private static final String ELLIPSIS = "...";

  private TextFilters() {}

  /** The filters that replace the Liquid library's own. */
  static List<Filter> of(Locale locale) {
    return List.of(
        text("upcase", (text, none) -> NFC.normalize(UCharacter.toUpperCase(locale, text))),
        text("downcase", (text, none) -> NFC.normalize(UCharacter.toLowerCase(locale, text))),
        text("capitalize", (text, none) -> NFC.normalize(FIRST.apply(locale, null, text))),
        text("truncate", TextFilters::truncate),
        text("truncatewords", TextFilters::truncateWords),
        text("split", TextFilters::split),
        text(
            "replace", (text, given) -> replace(text, given, Integer.MAX_VALUE, given.text(1, ""))),
        text("replace_first", (text, given) -> replace(text, given, 1, given.text(1, ""))),
        text("remove", (text, given) -> replace(text, given, Integer.MAX_VALUE, "")),
        text("remove_first", (text, given) -> replace(text, given, 1, "")),
        text("strip", (text, none) -> text.substring(spaceEnd(text), spaceStart(text))),
        text("lstrip", (text, none) -> text.substring(spaceEnd(text))),
        text("rstrip", (text, none) -> text.substring(0, spaceStart(text))),
        new TextFilter("slice", Lists.TO_LIBRARY, TextFilters::slice),
        new TextFilter("size", Lists.TO_LIBRARY, (text, none) -> Graphemes.count(text)),
        new NaturalSortFilter(locale),
        new RoundFilter());
  }

  private static Filter text(String name, BiFunction<String, Arguments, Object> work) {
    return new TextFilter(name, Lists.AS_TEXT, work);
  }

  /** At most the given number of clusters, those of the ellipsis included. */
  private static String truncate(String text, Arguments given) {
    int length = given.whole(0, 50);
    String ellipsis = given.text(1, ELLIPSIS);
    List<String> clusters = Graphemes.of(text);
    if (clusters.size() <= length) {
      return text;
    }
    int kept = Math.max(0, length - Graphemes.count(ellipsis));
    return String.join("", clusters.subList(0, kept)) + ellipsis;
  }

  private static String truncateWords(String text, Arguments given) {
    int max = given.whole(0, 15);
    String[] words = text.split("[\\s\\p{Z}]+");
    if (words.length <= max) {
      return text;
    }
    List<String> kept = List.of(words).subList(0, Math.max(0, max));
    return String.join(" ", kept) + given.text(1, ELLIPSIS);
  }

  /** The parts between separators; empty parts at the end are left out, as in Ruby. */
  private static Object split(String text, Arguments given) {
    List<String> parts =
        text.isEmpty() ? List.of() : Graphemes.split(text, given.text(0), Integer.MAX_VALUE);
    int end = parts.size();
    while (end > 0 && parts.get(end - 1).isEmpty()) {
      end--;
    }
    return parts.subList(0, end).toArray(new String[0]);
  }

  private static String replace(String text, Arguments given, int max, String replacement) {
    String needle = given.text(0);
    return needle.isEmpty() ? text : String.join(replacement, Graphemes.split(text, needle, max));
  }

  /**
   * Clusters from an index, which counts from the end where negative; one where no length is given.
   */
  private static String slice(String text, Arguments given) {
    List<String> clusters = Graphemes.of(text);
    int stated = given.whole(0, Integer.MAX_VALUE);
    long from = stated < 0 ? (long) clusters.size() + stated : stated;
    int length = given.whole(1, 1);
    if (from < 0 || from > clusters.size() || length < 0) {
      return "";
    }
    int to = (int) Math.min(clusters.size(), from + length);
    return String.join("", clusters.subList((int) from, to));
  }

  /** The index where the leading spaces end. */
  private static int spaceEnd(String text) {
    int at = 0;
    while (at < text.length() && isSpace(text.charAt(at))) {
      at++;
    }
    return at;
  }

  /** The index where the trailing spaces start; never before the end of the leading ones. */
  private static int spaceStart(String text) {
    int at = text.length();
    int least = spaceEnd(text);
    while (at > least && isSpace(text.charAt(at - 1))) {
      at--;
    }
    return at;
  }

  /** Whether a UTF-16 unit is White_Space (UAX #44); all such characters are in the basic plane. */
  private static boolean isSpace(char c) {
    return UCharacter.hasBinaryProperty(c, UProperty.WHITE_SPACE);
  }
}
