package dev.nameplate.merge.clean;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.text.CaseMap;
import com.ibm.icu.text.Normalizer2;
import dev.nameplate.merge.decode.Ascii;
import dev.nameplate.merge.decode.UnicodeCleaner;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Corrects the case of a name that is all capitals or all lower case: {@code JEAN-LUC} is Jean-Luc,
 * {@code o'neil} O'Neil, {@code MCDONALD} McDonald, {@code DE LA CRUZ} de la Cruz. A name of mixed
 * case is left as it is. {@code MACARTHUR} becomes Macarthur, since too many names begin with Mac
 * (Macedo, Machado) to capitalize the letter after it.
 *
 * <p>Particles are lower case between other words; as first word only if they are unlikely to be a
 * given name ({@code von Trapp}, but {@code Van Morrison}) or another particle follows ({@code van
 * der Berg}). Vietnamese and Chinese names have none.
 */
public final class NameCase {
  private static final Normalizer2 NFC = UnicodeCleaner.NFC;
  private static final CaseMap.Title TITLE = CaseMap.toTitle().wholeString().adjustToCased();
  private static final Set<String> PARTICLES =
      Set.of(
          "van", "der", "den", "de", "la", "las", "los", "del", "della", "di", "da", "dos", "das",
          "du", "le", "von", "zu", "zur", "af", "av", "bin", "binti", "ibn", "al", "el", "of",
          "und");
  private static final Set<String> LEADING =
      Set.of("de", "del", "della", "da", "dos", "das", "von", "zu", "zur");
  private static final Set<String> WITHOUT_PARTICLES = Set.of("vi", "zh");
  private static final Set<String> TITLES = Set.of("DR", "MR", "MS", "ST", "SR", "JR", "NG");
  private static final Set<String> ORDINALS = Set.of("II", "III", "IV", "VII", "VIII");
  private static final String VOWELS = "AEIOUY";
  private static final String JOINTS = "-.\u2010\u2011";
  private static final String APOSTROPHES = "'\u2019";

  private NameCase() {}

  /**
   * The name in its usual case.
   *
   * @param given cleaned, with single spaces
   * @param locale the template's; decides case mapping (as of Turkish i) and whether there are
   *     particles
   * @return in normal form C (UAX 15); the name itself if it has mixed case, but for Georgian
   *     capitals
   */
  public static String fix(String given, Locale locale) {
    String name = withoutMtavruli(given);
    if (!isOneCase(given) && !isOneCase(name)) {
      return name;
    }
    List<String> tokens = Arrays.asList(name.split(" "));
    StringBuilder out = new StringBuilder(name.length());
    for (int at = 0; at < tokens.size(); at++) {
      out.append(at == 0 ? "" : " ").append(token(tokens, at, locale));
    }
    return NFC.normalize(out);
  }

  /**
   * Georgian has no title case: its capitals (Mtavruli, U+1C90 to U+1CBF) are for whole words, and
   * a name is written without any.
   */
  private static String withoutMtavruli(String name) {
    StringBuilder out = new StringBuilder(name.length());
    name.codePoints()
        .forEach(
            c -> out.appendCodePoint(c >= 0x1c90 && c <= 0x1cbf ? UCharacter.toLowerCase(c) : c));
    return out.toString();
  }

  private static boolean isOneCase(String name) {
    boolean capital = name.codePoints().anyMatch(NameCase::isCapital);
    boolean small = name.codePoints().anyMatch(UCharacter::isLowerCase);
    return capital != small;
  }

  private static boolean isCapital(int c) {
    return UCharacter.isUpperCase(c) || UCharacter.isTitleCase(c);
  }

  private static String token(List<String> tokens, int at, Locale locale) {
    String token = tokens.get(at);
    String capitals = token.toUpperCase(Locale.ROOT);
    if (isParticle(tokens, at, locale)) {
      return UCharacter.toLowerCase(locale, token);
    }
    return (at > 0 && ORDINALS.contains(capitals)) || isInitials(capitals)
        ? capitals
        : parts(token, locale);
  }

  private static boolean isParticle(List<String> tokens, int at, Locale locale) {
    if (at == tokens.size() - 1 || WITHOUT_PARTICLES.contains(locale.getLanguage())) {
      return false;
    }
    String small = tokens.get(at).toLowerCase(Locale.ROOT);
    boolean another =
        at + 2 < tokens.size() && PARTICLES.contains(tokens.get(at + 1).toLowerCase(Locale.ROOT));
    return PARTICLES.contains(small) && (at > 0 || LEADING.contains(small) || another);
  }

  /**
   * Whether two letters are initials, since they form no syllable: {@code JJ}, {@code JD}, {@code
   * AJ}.
   */
  private static boolean isInitials(String capitals) {
    return capitals.length() == 2
        && capitals.chars().allMatch(Ascii::isCapital)
        && !TITLES.contains(capitals)
        && ((VOWELS.indexOf(capitals.charAt(0)) < 0 && VOWELS.indexOf(capitals.charAt(1)) < 0)
            || capitals.charAt(1) == 'J');
  }

  /**
   * A word in title case, and each of its parts between hyphens, full stops and short elisions too.
   */
  private static String parts(String token, Locale locale) {
    StringBuilder out = new StringBuilder(token.length());
    int start = 0;
    for (int at = 0; at < token.length(); at++) {
      char c = token.charAt(at);
      boolean elision = APOSTROPHES.indexOf(c) >= 0 && at - start == 1 && at + 2 < token.length();
      if (elision || JOINTS.indexOf(c) >= 0) {
        out.append(part(token.substring(start, at), locale)).append(c);
        start = at + 1;
      }
    }
    return out.append(part(token.substring(start), locale)).toString();
  }

  private static String part(String part, Locale locale) {
    String titled = TITLE.apply(locale, null, part);
    return titled.startsWith("Mc") && titled.length() > 3
        ? "Mc" + TITLE.apply(locale, null, titled.substring(2))
        : titled;
  }
}
