package dev.nameplate.text.unicode;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UScript;
import com.ibm.icu.util.ULocale;
import java.util.BitSet;

/** The scripts of letters (UAX #24). */
public final class Scripts {
  /** No letter of a script of its own came before. */
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
   * The script of a cluster. Punctuation and marks that several scripts share are of the script
   * before them where they may be, else of the first of theirs.
   *
   * @param before the script of the letters before it, or {@link #NONE}
   */
  public static int of(String cluster, int before) {
    int base = cluster.codePointAt(0);
    int own = UScript.getScript(base);
    if (own != UScript.COMMON && own != UScript.INHERITED) {
      return own;
    }
    if (cluster.length() > 1 && base <= ' ') {
      return ofMark(cluster, before);
    }
    BitSet shared = new BitSet();
    UScript.getScriptExtensions(base, shared);
    shared.clear(UScript.COMMON);
    shared.clear(UScript.INHERITED);
    if (shared.isEmpty() || shared.get(before)) {
      return before;
    }
    return shared.get(UScript.HAN) ? UScript.HAN : shared.nextSetBit(0);
  }

  /** A mark that stands on a space by itself goes to a font of its own script. */
  private static int ofMark(String cluster, int before) {
    return of(cluster.substring(1), before);
  }

  /** Whether a script's letters touch each other, so that no room may be put between them. */
  public static boolean isJoined(int script) {
    return JOINED.get(script);
  }

  /** Whether most letters of a text fill a square: Han, kana and Hangul. */
  public static boolean isMostlyIdeographic(String text) {
    long letters = text.codePoints().filter(UCharacter::isLetter).count();
    long square = text.codePoints().filter(c -> IDEOGRAPHIC.get(UScript.getScript(c))).count();
    return 2 * square > letters;
  }

  /** The script's ISO 15924 code. */
  public static String code(int script) {
    return UScript.getShortName(script);
  }

  /**
   * The locale that decides how a text's Han characters are written: kana beside them are Japanese,
   * Hangul is Korean, whatever the reader's language.
   */
  public static ULocale hanLocale(String text, ULocale locale) {
    if (text.codePoints().anyMatch(Scripts::isKana)) {
      return ULocale.JAPANESE;
    }
    return text.codePoints().anyMatch(Scripts::isHangul) ? ULocale.KOREAN : locale;
  }

  /** Hiragana and katakana, phonetic extensions and halfwidth forms among them. */
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

  /** What readers of a locale divide words with; U+2010 for most. */
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
