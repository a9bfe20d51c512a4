package dev.nameplate.merge.policy;

import com.ibm.icu.lang.UCharacter;
import dev.nameplate.merge.decode.Ascii;
import dev.nameplate.merge.policy.DomainTokenizer.Piece;
import dev.nameplate.merge.policy.DomainTokenizer.Token;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Detects web addresses in a text, plain, disguised or spaced out.
 *
 * <p>An address is a dot followed by a top-level domain ({@link TopLevelDomains}). People also
 * write dots without a space after them, as in {@code J.Ng} and {@code thanks.In}; so the more
 * common a domain is as a word, the more its surroundings must look like an address. In a text,
 * unlike a name, email addresses are allowed, and the dots of prices, versions, abbreviations and
 * products ({@link OrdinaryDots}).
 */
public final class DomainDetector {
  /** Words for a dot in ASCII letters and digits; others are found by their skeleton only. */
  private static final String[] PLAIN_DOTS = {"dot", "d0t", "punkt", "punto", "ponto"};

  static final Set<String> DOT_WORDS =
      TopLevelDomains.folded(
          Stream.concat(Arrays.stream(PLAIN_DOTS), Stream.of("точка")).collect(Collectors.toSet()));

  private static final Set<String> SCHEMES =
      TopLevelDomains.folded(Set.of("http", "https", "hxxp", "hxxps", "ftp"));
  private static final Set<String> WEB = TopLevelDomains.folded(Set.of("www"));

  /** Titles that are written before a name with a dot, often without a space. */
  private static final Set<String> TITLES =
      Set.of(
          "dr", "mr", "mrs", "ms", "st", "ste", "prof", "sr", "jr", "fr", "rev", "hon", "ing",
          "mag", "dipl", "lic", "wm", "sra", "dra", "md", "mme", "mlle", "gen", "col", "capt");

  private final List<Token> tokens;
  private final boolean name;

  private DomainDetector(String text, boolean name) {
    this.tokens = DomainTokenizer.of(text);
    this.name = name;
  }

  /** Whether a name holds a web or email address. */
  static boolean inName(String name) {
    return new DomainDetector(name, true).any();
  }

  /**
   * Returns whether a text holds a web address that is not part of an email address.
   *
   * @param text cleaned
   */
  public static boolean inText(String text) {
    return mayHold(text) && new DomainDetector(text, false).any();
  }

  /**
   * Whether a text has a character or word that any address needs: a dot, a colon, {@code www} or
   * the like.
   */
  private static boolean mayHold(String text) {
    for (int at = 0; at < text.length(); at++) {
      char c = text.charAt(at);
      boolean plain = c < 0x80 && c != '.' && c != ':' && c != '/' && c != '\\';
      if (!plain || isNamed(text, at)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isNamed(String text, int at) {
    return text.regionMatches(true, at, "www", 0, 3) || isPlainDot(text, at);
  }

  /** Whether an ASCII word for a dot begins at an index, whatever follows it. */
  static boolean isPlainDot(String text, int at) {
    for (String word : PLAIN_DOTS) {
      if (text.regionMatches(true, at, word, 0, word.length())) {
        return true;
      }
    }
    return false;
  }

  private boolean any() {
    for (int at = 0; at < tokens.size(); at++) {
      Token token = tokens.get(at);
      boolean found =
          switch (token.type()) {
            case DOT -> isAddressAt(at, false);
            case MIDDLE_DOT -> isAround(at, Piece.WORD) && isKnown(at(at + 1).text());
            case WORD -> isNamedAt(at) || (isDotWord(at) && isAddressAt(at, true));
            default -> false;
          };
      if (found) {
        return true;
      }
    }
    return false;
  }

  private Token at(int index) {
    return DomainTokenizer.at(tokens, index);
  }

  private boolean isDotWord(int at) {
    return DomainTokenizer.isDotWord(tokens.get(at));
  }

  private boolean isAround(int at, Piece type) {
    return at(at - 1).type() == type && at(at + 1).type() == type;
  }

  /**
   * Whether a word is a scheme or {@code www}; in a text only before a colon, dot or another word.
   */
  private boolean isNamedAt(int at) {
    String word = tokens.get(at).text();
    if (word.length() < 3 || !mayBegin(word, "wWhHfF")) {
      return false;
    }
    String first = Confusables.fold(word.substring(0, Math.min(word.length(), 5)));
    if (SCHEMES.contains(first) || (name && SCHEMES.stream().anyMatch(first::startsWith))) {
      return name ? first.length() >= 4 : at(at + 1).type() == Piece.COLON;
    }
    if (WEB.stream().noneMatch(first::startsWith)) {
      return false;
    }
    return name || at(at + 1).type() == Piece.DOT || at(at + 2).type() == Piece.WORD;
  }

  /** Whether a word's first character is one of some, or one beyond ASCII that may look like it. */
  static boolean mayBegin(String word, String starts) {
    char first = word.charAt(0);
    return first >= 0x80 || starts.indexOf(first) >= 0;
  }

  private boolean isAddressAt(int at, boolean spelled) {
    int left = at(at - 1).type() == Piece.SPACE ? at - 2 : at - 1;
    int right = at(at + 1).type() == Piece.SPACE ? at + 2 : at + 1;
    if (at(left).type() != Piece.WORD || at(right).type() != Piece.WORD) {
      return false;
    }
    if (!name && OrdinaryDots.isOne(tokens, at, left, right)) {
      return false;
    }
    if (left == at - 1 && right == at + 1) {
      return spelled ? isSpelled(right) : isJoined(left, right);
    }
    return spelled ? isSpelled(right) : isSpaced(left == at - 1, right);
  }

  /** {@code evil.com}, {@code evil.zzz/path}, {@code 192.168.1.1}. */
  private boolean isJoined(int left, int right) {
    if (!name && isOfMail(left, right)) {
      return at(right + 1).type() == Piece.SLASH;
    }
    String label = at(right).text();
    boolean path = at(right + 1).type() == Piece.SLASH && label.length() > 1;
    boolean host = path && (name || OrdinaryDots.mayEndHost(at(left).text(), label));
    return host || isNumeric(left, right) || isEnding(at(left).text(), label);
  }

  private boolean isEnding(String before, String label) {
    Shape shape = Shape.of(label);
    boolean title = before.codePointCount(0, before.length()) == 1 || isTitle(before);
    return switch (TopLevelDomains.kind(withoutDashes(label))) {
      case KNOWN -> shape == Shape.SMALL || !title || label.length() > 2;
      case GENERIC -> shape == Shape.SMALL || !title;
      case COUNTRY -> shape == Shape.SMALL || (shape == Shape.LARGE && !title && isLarge(before));
      case NONE -> false;
    };
  }

  static boolean isTitle(String word) {
    return TITLES.contains(UCharacter.foldCase(word, true));
  }

  private static boolean isLarge(String word) {
    return Shape.of(word) == Shape.LARGE;
  }

  /** {@code evil . com}, {@code evil .com}, {@code evil. com}. */
  private boolean isSpaced(boolean spaceBehindAlone, int right) {
    String label = at(right).text();
    Shape shape = Shape.of(label);
    return switch (TopLevelDomains.kind(withoutDashes(label))) {
      case KNOWN -> label.length() > 2 ? shape != Shape.TITLE : !spaceBehindAlone && isLow(shape);
      case GENERIC -> !spaceBehindAlone && isLow(shape);
      default -> false;
    };
  }

  /** {@code evil dot com}. */
  private boolean isSpelled(int right) {
    String label = at(right).text();
    return switch (TopLevelDomains.kind(withoutDashes(label))) {
      case KNOWN -> label.length() > 2 || isLow(Shape.of(label));
      case GENERIC -> isLow(Shape.of(label));
      default -> false;
    };
  }

  private static boolean isLow(Shape shape) {
    return shape == Shape.SMALL;
  }

  private boolean isKnown(String label) {
    return label.length() > 2 && TopLevelDomains.kind(label) == TopLevelDomains.Kind.KNOWN;
  }

  /** Whether the dot between two words belongs to an email address. */
  private boolean isOfMail(int left, int right) {
    int start = left;
    while (at(start - 1).type() == Piece.DOT && at(start - 2).type() == Piece.WORD) {
      start -= 2;
    }
    int end = right;
    while (at(end + 1).type() == Piece.DOT && at(end + 2).type() == Piece.WORD) {
      end += 2;
    }
    boolean host = at(start - 1).type() == Piece.AT && at(start - 2).type() == Piece.WORD;
    boolean mailbox = at(end + 1).type() == Piece.AT && at(end + 2).type() == Piece.WORD;
    return host || mailbox;
  }

  /** Whether four numbers with dots between them are an IPv4 address. */
  private boolean isNumeric(int left, int right) {
    return isByte(at(left))
        && isByte(at(right))
        && at(right + 1).type() == Piece.DOT
        && isByte(at(right + 2))
        && at(right + 3).type() == Piece.DOT
        && isByte(at(right + 4));
  }

  private static boolean isByte(Token token) {
    String text = token.text();
    boolean digits = text.length() <= 3 && text.chars().allMatch(Ascii::isDigit);
    return digits && !text.isEmpty() && Integer.parseInt(text) <= 255;
  }

  private static String withoutDashes(String label) {
    boolean plain = label.indexOf('-') < 0 && label.indexOf('_') < 0;
    return plain || TopLevelDomains.isEncoded(label)
        ? label
        : label.replace("-", "").replace("_", "");
  }

  /** The case of a word; letters without case count as lower case. */
  enum Shape {
    SMALL,
    TITLE,
    LARGE,
    MIXED;

    static Shape of(String word) {
      boolean first = UCharacter.isUpperCase(word.codePointAt(0));
      int rest = word.offsetByCodePoints(0, 1);
      boolean capitals = word.codePoints().skip(1).anyMatch(UCharacter::isUpperCase);
      boolean small = word.codePoints().skip(1).anyMatch(c -> !UCharacter.isUpperCase(c));
      if (!first) {
        return capitals ? MIXED : SMALL;
      }
      if (capitals) {
        return small ? MIXED : LARGE;
      }
      return rest < word.length() ? TITLE : LARGE;
    }
  }
}
