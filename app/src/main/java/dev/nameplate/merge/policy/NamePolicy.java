package dev.nameplate.merge.policy;

import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.util.ULocale;
import dev.nameplate.merge.decode.Ascii;
import dev.nameplate.merge.tag.TagScan;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Decides whether a text is accepted as a name: at most 64 grapheme clusters (UAX 29) and 6 words
 * of the characters of {@link NameLetters}, without a web or email address, a telephone number or
 * an amount of money.
 */
final class NamePolicy {
  private static final int GRAPHEMES = 64;
  private static final int WORDS = 6;

  /** The least number of letters that look like 0 or 1 which make a text a phone number. */
  private static final int DIGIT_LIKE = 7;

  private static final Set<String> COUNTED =
      Set.of("hundred", "thousand", "million", "billion", "k");
  private static final Set<String> MONEY =
      Set.of(
          "dollar", "dollars", "euro", "euros", "pound", "pounds", "bucks", "usd", "eur", "gbp",
          "quid", "bitcoin", "btc", "crypto");

  /** An account's name, {@code @someone}; not the at sign alone, as in {@code Maria @ Acme}. */
  private static final Pattern HANDLE = Pattern.compile("(?:^|[\\s(&+])@\\p{L}{4}");

  private NamePolicy() {}

  /**
   * Why a text is refused as a name, in a few words that do not quote it; empty if it is accepted.
   */
  static Optional<String> objection(String text) {
    return isPlain(text) ? Optional.empty() : checked(text);
  }

  /**
   * Whether a text is a few short words of Latin letters, dashes and apostrophes, none of which
   * could be part of an address or an amount. A fast path for most names, in one pass.
   */
  private static boolean isPlain(String text) {
    if (text.length() > GRAPHEMES) {
      return false;
    }
    int words = 1;
    boolean digitLike = true;
    for (int at = 0; at < text.length(); at++) {
      char c = text.charAt(at);
      if (c == ' ') {
        words++;
      } else if (!NameLetters.isPlain(c) || mayBeginAddressOrAmount(text, at)) {
        return false;
      } else {
        digitLike &= c == 'O' || c == 'o' || c == 'l' || c == 'I';
      }
    }
    return words <= WORDS && !digitLike;
  }

  /** Whether a word that occurs in addresses or amounts may begin at an index. */
  private static boolean mayBeginAddressOrAmount(String text, int at) {
    return switch (text.charAt(at)) {
      case 'd', 'D' -> DomainDetector.isPlainDot(text, at) || is(text, at, "dollar");
      case 'p', 'P' -> DomainDetector.isPlainDot(text, at);
      case 'w', 'W' -> is(text, at, "www");
      case 'h', 'H' -> is(text, at, "http") || is(text, at, "hxxp") || is(text, at, "hundred");
      case 't', 'T' -> is(text, at, "thousand");
      case 'm', 'M', 'b', 'B' -> is(text, at + 1, "illion ");
      default -> false;
    };
  }

  private static boolean is(String text, int at, String word) {
    return text.regionMatches(true, at, word, 0, word.length());
  }

  private static Optional<String> checked(String text) {
    if (!NameLetters.allIn(text)) {
      return Optional.of("a character that names do not have");
    }
    if (words(text) > WORDS) {
      return Optional.of("more than " + WORDS + " words");
    }
    if (text.length() > GRAPHEMES && graphemes(text) > GRAPHEMES) {
      return Optional.of("more than " + GRAPHEMES + " characters");
    }
    if (DomainDetector.inName(text)) {
      return Optional.of("a web or e-mail address");
    }
    if (HANDLE.matcher(text).find()) {
      return Optional.of("an account's name");
    }
    if (isMoney(text)) {
      return Optional.of("an amount of money");
    }
    return isDigitLike(text) ? Optional.of("a phone number") : Optional.empty();
  }

  private static int words(String text) {
    int words = 0;
    for (String word : text.split(" ")) {
      words += TagScan.hasLetter(word) ? 1 : 0;
    }
    return words;
  }

  private static int graphemes(String text) {
    BreakIterator clusters = BreakIterator.getCharacterInstance(ULocale.ROOT);
    clusters.setText(text);
    int count = 0;
    while (clusters.next() != BreakIterator.DONE) {
      count++;
    }
    return count;
  }

  /**
   * Whether a text has an amount in words, or a dollar sign that does not replace a letter, as it
   * does in {@code A$AP}.
   */
  private static boolean isMoney(String text) {
    for (int at = text.indexOf('$'); at >= 0; at = text.indexOf('$', at + 1)) {
      if (!replacesLetter(text, at)) {
        return true;
      }
    }
    List<String> words = List.of(Confusables.fold(text).split(" "));
    for (int at = 1; at < words.size(); at++) {
      if (FOLDED_MONEY.contains(words.get(at)) && FOLDED_COUNTED.contains(words.get(at - 1))) {
        return true;
      }
    }
    return false;
  }

  private static boolean replacesLetter(String text, int at) {
    boolean before = at > 0 && NameLetters.isLetter(text.codePointBefore(at));
    boolean after = at + 1 < text.length() && NameLetters.isLetter(text.codePointAt(at + 1));
    return (before || after) && !isDigitLike(text.charAt(after ? at + 1 : at - 1));
  }

  private static boolean isDigitLike(char c) {
    return c == 'O' || c == 'o' || c == 'l' || c == 'I';
  }

  /**
   * Whether a text has only letters that look like digits, and enough of them for a phone number.
   */
  private static boolean isDigitLike(String text) {
    int digits = 0;
    for (int c : Confusables.fold(text).codePoints().toArray()) {
      if (c == 'o' || c == 'l' || Ascii.isDigit(c)) {
        digits++;
      } else if (NameLetters.isLetter(c)) {
        return false;
      }
    }
    return digits >= DIGIT_LIKE;
  }

  private static final Set<String> FOLDED_COUNTED = TopLevelDomains.folded(COUNTED);
  private static final Set<String> FOLDED_MONEY = TopLevelDomains.folded(MONEY);
}
