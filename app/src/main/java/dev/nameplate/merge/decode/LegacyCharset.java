package dev.nameplate.merge.decode;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UScript;
import com.ibm.icu.text.Normalizer2;
import com.ibm.icu.text.UnicodeSet;
import com.ibm.icu.util.LocaleData;
import com.ibm.icu.util.ULocale;
import java.nio.charset.Charset;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The 8-bit Windows code page that older software uses for a language. Bytes that are not UTF-8 are
 * decoded by it if that yields letters of the language, and otherwise by {@link LenientUtf8}.
 */
public final class LegacyCharset {
  /** Windows code pages by the languages (ISO 639) that they were made for. */
  private static final Map<String, String> BY_LANGUAGE = byLanguage();

  private static final Map<Locale, LegacyCharset> KNOWN = new ConcurrentHashMap<>();
  private static final int MOST_KNOWN = 256;
  private static final Normalizer2 NFC = Normalizer2.getNFCInstance();

  /** Punctuation and symbols beyond ASCII that such texts contain besides letters. */
  private static final String SIGNS =
      "\u00a0\u00ab\u00bb\u2013\u2014\u2018\u2019\u201a\u201c\u201d\u201e\u2026\u20ac\u2116\u2122\u060c";

  private final Optional<Charset> charset;
  private final UnicodeSet letters;

  private LegacyCharset(Optional<Charset> charset, UnicodeSet letters) {
    this.charset = charset;
    this.letters = letters;
  }

  /**
   * The charset of a locale's language.
   *
   * @return windows-1252, by way of {@link LenientUtf8}, for most languages; shared and safe for
   *     threads
   */
  public static LegacyCharset of(Locale locale) {
    LegacyCharset known = KNOWN.get(locale);
    if (known != null) {
      return known;
    }
    LegacyCharset made = make(locale);
    if (KNOWN.size() < MOST_KNOWN) {
      KNOWN.put(locale, made);
    }
    return made;
  }

  private static LegacyCharset make(Locale locale) {
    String language = locale.getLanguage();
    String key = locale.getScript().equals("Latn") ? language + "-Latn" : language;
    Optional<Charset> charset =
        Optional.ofNullable(BY_LANGUAGE.get(key))
            .or(() -> Optional.ofNullable(BY_LANGUAGE.get(language)))
            .filter(Charset::isSupported)
            .map(Charset::forName);
    return new LegacyCharset(charset, charset.isEmpty() ? UnicodeSet.EMPTY : letters(locale));
  }

  private static UnicodeSet letters(Locale locale) {
    ULocale of = ULocale.forLocale(locale);
    UnicodeSet letters = new UnicodeSet();
    for (int kind : new int[] {LocaleData.ES_STANDARD, LocaleData.ES_AUXILIARY}) {
      UnicodeSet some = LocaleData.getExemplarSet(of, 0, kind);
      if (some != null) {
        letters.addAll(some);
      }
    }
    return letters.freeze();
  }

  /**
   * Decodes bytes as UTF-8, or as this charset if they are mostly not UTF-8; never throws.
   *
   * @return the text, in normal form C (UAX 15) if this charset was used; otherwise as {@link
   *     LenientUtf8#read} decodes it, not normalized
   */
  public String read(byte[] bytes) {
    return charset
        .filter(present -> !isMostlyUtf8(bytes))
        .map(present -> NFC.normalize(new String(bytes, present)))
        .filter(this::isPlausible)
        .orElseGet(() -> LenientUtf8.read(bytes));
  }

  /** Whether more than half of the bytes above ASCII belong to valid UTF-8 sequences. */
  private static boolean isMostlyUtf8(byte[] bytes) {
    int high = 0;
    int held = 0;
    for (int at = 0; at < bytes.length; ) {
      int length = Math.max(1, Utf8.length(bytes, at));
      high += bytes[at] < 0 ? length : 0;
      held += length > 1 ? length : 0;
      at += length;
    }
    return high == 0 || 2 * held > high;
  }

  /**
   * Whether every character beyond ASCII belongs to the language, and no word has letters of two
   * scripts.
   */
  private boolean isPlausible(String text) {
    int[] all = text.codePoints().toArray();
    boolean any = false;
    for (int at = 0; at < all.length; at++) {
      int c = all[at];
      if (c >= 0x80 && SIGNS.indexOf(c) < 0) {
        if (!isOfLanguage(c) || isMixed(all, at)) {
          return false;
        }
        any = true;
      }
    }
    return any;
  }

  private boolean isOfLanguage(int c) {
    return letters.contains(c) || letters.contains(UCharacter.toLowerCase(c));
  }

  private static boolean isMixed(int[] all, int at) {
    boolean latin = UScript.getScript(all[at]) == UScript.LATIN;
    boolean before = at > 0 && Ascii.isLetter(all[at - 1]);
    boolean after = at + 1 < all.length && Ascii.isLetter(all[at + 1]);
    return !latin && UCharacter.isLetter(all[at]) && (before || after);
  }

  private static Map<String, String> byLanguage() {
    Map<String, String> charsets = new HashMap<>();
    add(charsets, "windows-1250", "pl cs sk hu hr sl bs ro sq hsb dsb sr-Latn");
    add(charsets, "windows-1251", "ru uk be bg mk sr kk ky tg tt mn");
    add(charsets, "windows-1253", "el");
    add(charsets, "windows-1254", "tr az");
    add(charsets, "windows-1255", "he iw yi");
    add(charsets, "windows-1256", "ar fa ur ps ug");
    add(charsets, "windows-1257", "lt lv et");
    add(charsets, "windows-1258", "vi");
    return charsets;
  }

  private static void add(Map<String, String> charsets, String charset, String languages) {
    for (String language : languages.split(" ")) {
      charsets.put(language, charset);
    }
  }
}
