package dev.nameplate.text.unicode;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UProperty;
import com.ibm.icu.lang.UScript;
import com.ibm.icu.util.ULocale;
import java.util.BitSet;
import java.util.Set;

/** Scripts of characters (UAX 24), as the constants of {@link UScript}. */
public final class Scripts {
  private static final Set<String> EAST_ASIAN =
      Set.of("Hans", "Hant", "Hani", "Jpan", "Kore", "Hang", "Bopo", "Yiii");

  /** The value if no letter with a script came before. */
  public static final int NONE = UScript.COMMON;

  private static final BitSet JOINED =
      bits(
          UScript.ARABIC,
          UScript.SYRIAC,
          UScript.NKO,
          UScript.ADLAM,
          UScript.HANIFI_ROHINGYA,
          UScript.MONGOLIAN,
          UScript.DEVANAGARI,
          UScript.BENGALI,
          UScript.GURMUKHI);

  private static final BitSet IDEOGRAPHIC =
      bits(UScript.HAN, UScript.HIRAGANA, UScript.KATAKANA, UScript.BOPOMOFO, UScript.HANGUL);

  private Scripts() {}

  /**
   * Returns the script of a cluster. Characters that several scripts share have the script before
   * them if their script extensions include it, otherwise Han or the first of their scripts; those
   * common to all have the script before them, fullwidth forms that of ideographs.
   *
   * @param cluster not empty
   * @param before the script of the letters before it, or {@link #NONE}
   * @return a constant of {@link UScript}; {@link #NONE} if it has no script and none came before
   */
  public static int of(String cluster, int before) {
    int base = cluster.codePointAt(0);
    if (hasOwn(base)) {
      return UScript.getScript(base);
    }
    if (cluster.length() > 1 && base <= ' ') {
      return ofMark(cluster, before);
    }
    BitSet shared = new BitSet();
    UScript.getScriptExtensions(base, shared);
    shared.clear(UScript.COMMON);
    shared.clear(UScript.INHERITED);
    if (shared.isEmpty() && isFullwidth(base) && !IDEOGRAPHIC.get(before)) {
      return UScript.HAN;
    }
    if (shared.isEmpty() || shared.get(before)) {
      return before;
    }
    return shared.get(UScript.HAN) ? UScript.HAN : shared.nextSetBit(0);
  }

  /**
   * Returns whether a code point has a script of its own, neither Common nor Inherited (UAX 24).
   */
  public static boolean hasOwn(int codePoint) {
    int script = UScript.getScript(codePoint);
    return script != UScript.COMMON && script != UScript.INHERITED;
  }

  /** Whether a character is the wide form of a narrow one, as U+FF01 (UAX 11). */
  private static boolean isFullwidth(int c) {
    return UCharacter.getIntPropertyValue(c, UProperty.EAST_ASIAN_WIDTH)
        == UCharacter.EastAsianWidth.FULLWIDTH;
  }

  /** The script of a mark on a space. */
  private static int ofMark(String cluster, int before) {
    return of(cluster.substring(1), before);
  }

  /**
   * Returns whether a script's letters join, so that there must be no letter spacing between them.
   *
   * @param script a constant of {@link UScript}
   */
  public static boolean isJoined(int script) {
    return JOINED.get(script);
  }

  /**
   * Returns whether more than half of a text's letters are Han, kana, bopomofo or Hangul; false for
   * a text without letters.
   */
  public static boolean isMostlyIdeographic(String text) {
    long letters = text.codePoints().filter(UCharacter::isLetter).count();
    long square = text.codePoints().filter(c -> IDEOGRAPHIC.get(UScript.getScript(c))).count();
    return 2 * square > letters;
  }

  /**
   * Returns the ISO 15924 code of a script, such as {@code Latn}.
   *
   * @param script a constant of {@link UScript}
   */
  public static String code(int script) {
    return UScript.getShortName(script);
  }

  /** Returns whether a locale's text is written with ideographs, kana, Hangul or Yi. */
  public static boolean isEastAsian(ULocale locale) {
    return EAST_ASIAN.contains(ULocale.addLikelySubtags(locale).getScript());
  }

  /**
   * Returns whether a sign is of no script and of ambiguous width (UAX 11): as wide as an ideograph
   * in East Asian fonts, and narrow in others.
   */
  public static boolean hasAmbiguousWidth(int codePoint) {
    return UScript.getScript(codePoint) == UScript.COMMON
        && UCharacter.getIntPropertyValue(codePoint, UProperty.EAST_ASIAN_WIDTH)
            == UCharacter.EastAsianWidth.AMBIGUOUS;
  }

  /**
   * Returns the locale that decides on the regional forms of a text's Han characters: Japanese if
   * it has kana, Korean if it has Hangul, otherwise the given one.
   */
  public static ULocale hanLocale(String text, ULocale locale) {
    if (CodePoints.any(text, Scripts::isKana)) {
      return ULocale.JAPANESE;
    }
    return CodePoints.any(text, Scripts::isHangul) ? ULocale.KOREAN : locale;
  }

  /**
   * Whether a character is hiragana or katakana, including phonetic extensions and halfwidth forms.
   */
  private static boolean isKana(int codePoint) {
    if (codePoint < 0x3040) {
      return false;
    }
    int script = UScript.getScript(codePoint);
    return script == UScript.HIRAGANA
        || script == UScript.KATAKANA
        || script == UScript.KATAKANA_OR_HIRAGANA
        || (codePoint <= 0x30ff && script == UScript.COMMON);
  }

  /**
   * Returns the hyphen of a locale's script: U+2010 for most; others for Armenian, Canadian
   * syllabics and Mongolian.
   */
  public static char hyphen(ULocale locale) {
    String language = locale.getLanguage();
    if (language.equals("hy") || language.equals("hyw")) {
      return '\u058a';
    }
    return switch (ULocale.addLikelySubtags(locale).getScript()) {
      case "Cans" -> '\u1400';
      case "Mong" -> '\u1806';
      default -> '\u2010';
    };
  }

  private static boolean isHangul(int codePoint) {
    return codePoint >= 0xac00 && codePoint <= 0xd7a3;
  }

  private static BitSet bits(int... scripts) {
    BitSet bits = new BitSet();
    for (int script : scripts) {
      bits.set(script);
    }
    return bits;
  }
}
