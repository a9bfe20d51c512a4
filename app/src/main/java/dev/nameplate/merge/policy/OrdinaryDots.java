package dev.nameplate.merge.policy;

import com.ibm.icu.lang.UCharacter;
import dev.nameplate.merge.decode.Ascii;
import dev.nameplate.merge.decode.ResourceTable;
import dev.nameplate.merge.policy.DomainDetector.Shape;
import dev.nameplate.merge.policy.DomainTokenizer.Piece;
import dev.nameplate.merge.policy.DomainTokenizer.Token;
import java.util.List;
import java.util.Set;

/**
 * Recognizes dots in a text that do not separate a top-level domain: in prices and other numbers,
 * versions, abbreviations, and names of technologies and products. Each rule lets some addresses
 * pass, which {@code security.md} lists.
 */
final class OrdinaryDots {
  private static final Set<String> NAMES = Set.copyOf(ResourceTable.lines("dotted-names.txt"));

  /** Abbreviations that end in a dot, so that the next word is no top-level domain. */
  private static final Set<String> ABBREVIATIONS =
      Set.of(
          "incl", "excl", "inkl", "exkl", "zzgl", "ca", "approx", "appr", "vol", "no", "nr", "co",
          "corp", "pty", "pvt", "avg", "qty", "sq", "cu", "fl", "lfd", "std", "mtl", "pcs", "pkg",
          "pkt", "stk", "wt", "bzw", "ggf", "evtl", "usw", "etc", "vs", "min", "inc", "rs", "kr",
          "lei");

  /** Words before an abbreviated "number". */
  private static final Set<String> NUMBERED =
      Set.of(
          "art", "ref", "cat", "ser", "inv", "item", "part", "model", "lot", "batch", "serial",
          "order", "id", "cust", "acct", "kat", "kd", "best");

  private static final Set<String> NUMBER = Set.of("no", "nr", "id");

  /** Words before a version or the number of a section. */
  static final Set<String> VERSIONED =
      Set.of(
          "version",
          "ver",
          "v",
          "release",
          "firmware",
          "fw",
          "build",
          "update",
          "patch",
          "software",
          "driver",
          "bios",
          "kernel",
          "os",
          "ios",
          "android",
          "windows",
          "chrome",
          "firefox",
          "python",
          "java",
          "php",
          "app",
          "api",
          "sdk",
          "model",
          "rev",
          "revision",
          "edition",
          "section",
          "chapter",
          "clause",
          "paragraph");

  /** Words before "dot" or "punto" that do not make it part of an address. */
  private static final Set<String> DOTTED =
      Set.of(
          "polka", "quantum", "echo", "micro", "pin", "red", "blue", "green", "black", "white",
          "pink", "gold", "silver", "yellow", "fiat", "grande");

  /** Words after the name of Microsoft's platform .NET. */
  private static final Set<String> PLATFORM =
      Set.of(
          "core",
          "framework",
          "maui",
          "developer",
          "developers",
          "development",
          "standard",
          "sdk",
          "runtime",
          "conf",
          "blazor",
          "programming",
          "platform",
          "aspire",
          "apps");

  private static final Set<String> SCRIPTS = Set.of("js", "jsx", "tsx");

  private OrdinaryDots() {}

  /**
   * Whether a dot, or a word for it, does not separate a top-level domain.
   *
   * @param dot its index
   * @param left the index of the word before it, with or without a space between
   * @param right the index of the word after it, with or without a space between
   */
  static boolean isOne(List<Token> tokens, int dot, int left, int right) {
    if (tokens.get(dot).type() == Piece.WORD) {
      return isSpelled(tokens, left, right);
    }
    boolean joined = left == dot - 1 && right == dot + 1;
    return joined ? isJoined(tokens, left, right) : isSpaced(tokens, left, right);
  }

  /** Whether a label that is no known top-level domain may end a host name before a path. */
  static boolean mayEndHost(String before, String label) {
    Shape shape = Shape.of(label);
    boolean plain = shape == Shape.SMALL || (shape == Shape.LARGE && !endsInDigit(before));
    return plain && !isMeasure(label) && !isAbbreviation(before);
  }

  /** Whether it is digits with a unit of at most two letters: {@code 99}, {@code 5kg}. */
  private static boolean isMeasure(String label) {
    int digits = 0;
    while (digits < label.length() && Ascii.isDigit(label.charAt(digits))) {
      digits++;
    }
    return digits > 0 && label.length() - digits <= 2;
  }

  private static boolean isJoined(List<Token> tokens, int left, int right) {
    String before = DomainTokenizer.at(tokens, left).text();
    String label = DomainTokenizer.at(tokens, right).text();
    return isDecimal(tokens, left, right)
        || isVersion(tokens, left)
        || NAMES.contains(run(tokens, left, right))
        || SCRIPTS.contains(folded(label))
        || (isRareEnding(label)
            && (isAbbreviation(before) || isNumberOf(before, label) || isShortNumber(before)));
  }

  /** Whether a label is a top-level domain that is also a word or a country code. */
  private static boolean isRareEnding(String label) {
    return switch (TopLevelDomains.kind(label)) {
      case GENERIC, COUNTRY -> true;
      case KNOWN, NONE -> false;
    };
  }

  /**
   * Whether the dot is a decimal point, as in {@code 4.99} and {@code $1.1k}; false in longer runs
   * such as IPv4 addresses.
   */
  private static boolean isDecimal(List<Token> tokens, int left, int right) {
    String before = DomainTokenizer.at(tokens, left).text();
    String label = DomainTokenizer.at(tokens, right).text();
    boolean longer =
        DomainTokenizer.at(tokens, right + 1).type() == Piece.DOT
            || DomainTokenizer.at(tokens, left - 1).type() == Piece.DOT;
    return endsInDigit(before)
        && Ascii.isDigit(label.charAt(0))
        && !(longer && isNumber(before) && isNumber(label));
  }

  private static boolean isVersion(List<Token> tokens, int left) {
    int first = left;
    while (DomainTokenizer.at(tokens, first - 1).type() == Piece.DOT
        && isNumber(DomainTokenizer.at(tokens, first - 2).text())) {
      first -= 2;
    }
    boolean named =
        DomainTokenizer.at(tokens, first - 1).type() == Piece.SPACE
            && VERSIONED.contains(folded(DomainTokenizer.at(tokens, first - 2).text()));
    return named && isNumber(DomainTokenizer.at(tokens, left).text());
  }

  /** All words that dots join around a dot, case-folded. */
  private static String run(List<Token> tokens, int left, int right) {
    int first = left;
    while (joins(tokens, first - 1)) {
      first -= 2;
    }
    int last = right;
    while (joins(tokens, last + 1)) {
      last += 2;
    }
    StringBuilder run = new StringBuilder();
    tokens.subList(first, last + 1).forEach(token -> run.append(token.text()));
    return folded(run.toString());
  }

  private static boolean joins(List<Token> tokens, int dot) {
    return DomainTokenizer.at(tokens, dot).type() == Piece.DOT
        && DomainTokenizer.at(tokens, dot - 1).type() == Piece.WORD
        && DomainTokenizer.at(tokens, dot + 1).type() == Piece.WORD;
  }

  private static boolean isAbbreviation(String word) {
    return ABBREVIATIONS.contains(folded(word));
  }

  private static boolean isNumberOf(String before, String label) {
    return NUMBERED.contains(folded(before)) && NUMBER.contains(folded(label));
  }

  /** Whether it is a number of one or two digits, as in {@code 9.am} and {@code 27.in}. */
  private static boolean isShortNumber(String word) {
    return word.length() <= 2 && isNumber(word);
  }

  /**
   * Whether a dot with a space beside it is ordinary: {@code Learn .NET 8}, {@code 500 g. net},
   * {@code Questions? Shop. info@example.com}.
   */
  private static boolean isSpaced(List<Token> tokens, int left, int right) {
    String before = DomainTokenizer.at(tokens, left).text();
    String label = DomainTokenizer.at(tokens, right).text();
    if (DomainTokenizer.at(tokens, right + 1).type() == Piece.AT) {
      return true;
    }
    boolean net = folded(label).equals("net");
    boolean weight = endsInDigit(before) || before.length() <= 2 || isAbbreviation(before);
    boolean platform = DomainTokenizer.at(tokens, right - 1).type() == Piece.DOT;
    return net && (platform ? isPlatform(tokens, before, right) : weight);
  }

  private static boolean isPlatform(List<Token> tokens, String before, int right) {
    String next =
        DomainTokenizer.at(tokens, right + 1).type() == Piece.SPACE
            ? folded(DomainTokenizer.at(tokens, right + 2).text())
            : "";
    boolean capitals = DomainTokenizer.at(tokens, right).text().equals("NET");
    boolean allCapitals = Shape.of(before) == Shape.LARGE && before.length() > 3;
    return PLATFORM.contains(next)
        || (!next.isEmpty() && isNumber(next))
        || (capitals && !allCapitals);
  }

  /**
   * Whether a word for a dot is ordinary: {@code polka dot shoes}, {@code Fiat Punto sport}; {@code
   * polka dot com} is an address.
   */
  private static boolean isSpelled(List<Token> tokens, int left, int right) {
    String label = DomainTokenizer.at(tokens, right).text();
    boolean known = TopLevelDomains.kind(label) == TopLevelDomains.Kind.KNOWN;
    return DOTTED.contains(folded(DomainTokenizer.at(tokens, left).text()))
        && (!known || label.length() == 2);
  }

  private static boolean endsInDigit(String word) {
    return !word.isEmpty() && Ascii.isDigit(word.charAt(word.length() - 1));
  }

  private static boolean isNumber(String word) {
    return !word.isEmpty() && word.chars().allMatch(Ascii::isDigit);
  }

  private static String folded(String word) {
    return UCharacter.foldCase(word, true);
  }
}
