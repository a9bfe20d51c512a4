package dev.nameplate.merge.tag;

import com.ibm.icu.lang.UCharacter;
import dev.nameplate.merge.decode.Ascii;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Detects merge tags of the first tier, whose delimiters count anywhere in a text. */
final class EmbeddedTags {
  private record Family(String label, Predicate<String> test) {}

  private static final List<Family> FAMILIES =
      List.of(
          new Family("mailchimp", EmbeddedTags::starPipe),
          new Family("liquid", EmbeddedTags::liquid),
          new Family("ampscript", EmbeddedTags::ampscript),
          new Family("double-percent", EmbeddedTags::doublePercent),
          new Family(
              "double-bracket", t -> TagScan.startsWith(t, "[[", UCharacter::isLetter, "]]")),
          new Family("dollar", EmbeddedTags::dollar),
          new Family("angle-percent", t -> TagScan.holdsLetter(t, "<%", "%>")),
          new Family("eloqua", EmbeddedTags::eloqua),
          new Family(
              "keap",
              t -> TagScan.holdsRun(t, "~", Ascii::isIdentifier, "~", EmbeddedTags::dotted)),
          new Family("brace", EmbeddedTags::brace),
          new Family("bracket", EmbeddedTags::bracket),
          new Family("hash", EmbeddedTags::hash),
          new Family("percent", EmbeddedTags::percent),
          new Family("velocity", EmbeddedTags::velocity),
          new Family("error", EmbeddedTags::error));

  private static final Set<String> PERSONS =
      Set.of("recipient", "contact", "subscriber", "customer", "member", "user", "lead");
  private static final Set<String> BRACKETED =
      Set.of(
          "subscriber", "contact", "contact_attribute", "customer", "recipient", "member", "user");
  private static final List<String> PROPERTIES =
      List.of("{data_variable:", "{event_property:", "{contact_property:");
  private static final int LEAST_CAPITALS = 3;

  private EmbeddedTags() {}

  /**
   * The label of the first tag's family, as {@link MergeTags#family}; empty if there is no such
   * tag.
   */
  static Optional<String> family(String text) {
    for (Family family : FAMILIES) {
      if (family.test().test(text)) {
        return Optional.of(family.label());
      }
    }
    return Optional.empty();
  }

  private static boolean starPipe(String text) {
    int start = text.indexOf("*|");
    while (start >= 0) {
      int star = text.indexOf('*', start + 2);
      if (star < 0) {
        return false;
      }
      boolean closed = star > start + 2 && text.charAt(star - 1) == '|';
      if (closed && star - start - 3 <= TagScan.LONGEST) {
        return true;
      }
      start = text.indexOf("*|", star);
    }
    return false;
  }

  private static boolean liquid(String text) {
    return TagScan.holdsLetter(text, "{{", "}}")
        || TagScan.startsWith(text, "{%", EmbeddedTags::isBlockStart, "%}");
  }

  private static boolean ampscript(String text) {
    return TagScan.encloses(text, "%%[", "]%%")
        || TagScan.encloses(text, "%%=", "=%%")
        || TagScan.encloses(text.toLowerCase(Locale.ROOT), "%%if(", ")%%");
  }

  private static boolean doublePercent(String text) {
    return TagScan.holdsRun(
        text,
        "%%",
        c -> c != '%',
        "%%",
        inside ->
            (UCharacter.isLetter(inside.codePointAt(0)) || "_!$".indexOf(inside.charAt(0)) >= 0)
                && !inside.endsWith(" "));
  }

  private static boolean dollar(String text) {
    return TagScan.holdsLetter(text, "${", "}")
        || TagScan.startsWith(text, "$[", UCharacter::isLetter, "]")
        || TagScan.holdsRun(text, "$(", Ascii::isIdentifier, ")", EmbeddedTags::startsWithLetter);
  }

  private static boolean eloqua(String text) {
    String small = text.toLowerCase(Locale.ROOT);
    return TagScan.encloses(small, "~~eloqua", "~~")
        || TagScan.encloses(small, "<span", "eloquaemail");
  }

  private static boolean brace(String text) {
    String small = text.toLowerCase(Locale.ROOT);
    return TagScan.startsWith(text, "{!", UCharacter::isLetter, "}")
        || TagScan.startsWith(text, "{$", UCharacter::isLetter, "}")
        || PROPERTIES.stream().anyMatch(open -> TagScan.encloses(small, open, "}"))
        || (text.indexOf('}') >= 0
            && TagScan.holdsRun(
                text, "{", Ascii::isIdentifier, "=", EmbeddedTags::startsWithLetter))
        || TagScan.holdsRun(text, "{", c -> c != '{' && c != '}', "}", EmbeddedTags::isFieldCode);
  }

  private static boolean bracket(String text) {
    String small = text.toLowerCase(Locale.ROOT);
    Predicate<String> any = word -> true;
    return TagScan.encloses(text, "[%", "%]")
        || small.contains("[emv field]")
        || TagScan.holdsRun(text, "[", c -> c != '[' && c != ']', "]", FieldWords::isNameWord)
        || (text.indexOf(']') >= 0
            && (TagScan.holdsRun(small, "[", EmbeddedTags::isFieldPhrase, ",fallback=", any)
                || TagScan.holdsRun(small, "[", EmbeddedTags::isFieldPhrase, ":filter:", any)
                || TagScan.holdsRun(small, "[", EmbeddedTags::isWord, ":", BRACKETED::contains)
                || TagScan.holdsRun(small, "[", EmbeddedTags::isWord, ".", BRACKETED::contains)));
  }

  private static boolean hash(String text) {
    String small = text.toLowerCase(Locale.ROOT);
    return TagScan.holdsRun(text, "##", Ascii::isIdentifier, "##", EmbeddedTags::startsWithLetter)
        || PERSONS.stream().anyMatch(person -> TagScan.encloses(small, "#" + person + ":", "#"));
  }

  private static boolean percent(String text) {
    int start = text.indexOf('%');
    while (start >= 0) {
      int end = TagScan.runEnd(text, start + 1, c -> c != '%' && c != ' ');
      if (end > start + 1 && text.startsWith("%", end)) {
        String inside = text.substring(start + 1, end);
        if (isPersonCode(inside)
            || (isStrongCode(inside) && !touches(text, start - 1) && !touches(text, end + 1))) {
          return true;
        }
      }
      start = text.indexOf('%', start + 1);
    }
    return false;
  }

  /** {@code recipient.x} or {@code contact_x}. */
  private static boolean isPersonCode(String inside) {
    int end = TagScan.runEnd(inside, 0, Ascii::isLetter);
    return end + 1 < inside.length()
        && (inside.charAt(end) == '.' || inside.charAt(end) == '_')
        && PERSONS.contains(inside.substring(0, end).toLowerCase(Locale.ROOT))
        && inside.chars().allMatch(Ascii::isIdentifier);
  }

  private static boolean isStrongCode(String inside) {
    return (inside.length() >= LEAST_CAPITALS && Ascii.isCapitals(inside))
        || FieldWords.isNameWord(inside);
  }

  private static boolean touches(String text, int at) {
    if (at < 0 || at >= text.length()) {
      return false;
    }
    char c = text.charAt(at);
    return c == '%' || UCharacter.isLetterOrDigit(c);
  }

  private static boolean velocity(String text) {
    return TagScan.holdsRun(text, "$", Ascii::isIdentifier, "$", EmbeddedTags::dotted)
        || TagScan.holdsRun(text, "$", Ascii::isLetter, ".", PERSONS::contains)
        || TagScan.holdsRun(text, "$!", Ascii::isLetter, ".", PERSONS::contains);
  }

  private static boolean error(String text) {
    return text.contains("<no value>")
        || text.contains("<nil>")
        || text.contains("#ZgotmplZ")
        || text.contains("[object Object]")
        || text.startsWith("Liquid error");
  }

  /**
   * Whether a word in braces is a field code, which no ordinary text has: {@code first_name},
   * {@code customerName}.
   */
  static boolean isFieldCode(String inside) {
    return FieldWords.isFieldWord(inside) || isCode(inside);
  }

  /** Whether a word is an identifier in snake case, camel case or with a dot. */
  static boolean isCode(String word) {
    if (word.isEmpty()
        || !Ascii.isLetter(word.charAt(0))
        || !word.chars().allMatch(Ascii::isIdentifier)
        || word.endsWith(".")) {
      return false;
    }
    boolean camelCase = false;
    for (int at = 1; at < word.length(); at++) {
      camelCase |= Ascii.isSmall(word.charAt(at - 1)) && Ascii.isCapital(word.charAt(at));
    }
    return camelCase || word.indexOf('_') >= 0 || word.indexOf('.') >= 0;
  }

  private static boolean dotted(String word) {
    int dot = word.indexOf('.');
    return dot > 0 && dot < word.length() - 1 && startsWithLetter(word);
  }

  /**
   * Whether a character may follow the start of a block: a letter, a space, or the dash that trims
   * white space.
   */
  private static boolean isBlockStart(int c) {
    return c == ' ' || c == '-' || Ascii.isLetter(c);
  }

  private static boolean startsWithLetter(String word) {
    return Ascii.isLetter(word.charAt(0));
  }

  private static boolean isWord(int c) {
    return Ascii.isLetter(c) || c == '_';
  }

  private static boolean isFieldPhrase(int c) {
    return UCharacter.isLetterOrDigit(c) || c == '_' || c == ' ' || c == '-' || c == '.';
  }
}
