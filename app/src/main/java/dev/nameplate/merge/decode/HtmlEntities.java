package dev.nameplate.merge.decode;

import java.util.Optional;

/**
 * Decodes HTML character references in text that was escaped once or twice before it reached a URL.
 *
 * <p>Numeric references need no semicolon; 128 to 159 are read as windows-1252, as browsers do, and
 * numbers that are no character are removed. Named references are those of the HTML standard
 * (WHATWG, 13.5), with their semicolon.
 */
public final class HtmlEntities {
  private static final int PASSES = 2;
  private static final int LAST_CHARACTER = 0x10ffff;

  private HtmlEntities() {}

  /**
   * Decodes the references of a text twice.
   *
   * @return the text with every valid reference replaced; others stay as written
   */
  public static String decode(String text) {
    String decoded = text;
    for (int pass = 0; pass < PASSES; pass++) {
      decoded = once(decoded);
    }
    return decoded;
  }

  private static String once(String text) {
    StringBuilder out = new StringBuilder(text.length());
    int at = 0;
    int mark = text.indexOf('&');
    while (mark >= 0) {
      out.append(text, at, mark);
      at = text.startsWith("#", mark + 1) ? numeric(text, mark, out) : named(text, mark, out);
      mark = text.indexOf('&', at);
    }
    return out.append(text, at, text.length()).toString();
  }

  private static int numeric(String text, int mark, StringBuilder out) {
    boolean hex = text.startsWith("x", mark + 2) || text.startsWith("X", mark + 2);
    int radix = hex ? 16 : 10;
    int first = mark + (hex ? 3 : 2);
    int end = first;
    int number = 0;
    while (end < text.length() && digit(text.charAt(end), radix) >= 0) {
      number = Math.min(number * radix + digit(text.charAt(end), radix), LAST_CHARACTER + 1);
      end++;
    }
    if (end == first) {
      out.append('&');
      return mark + 1;
    }
    append(number, out);
    return text.startsWith(";", end) ? end + 1 : end;
  }

  private static int digit(char c, int radix) {
    return c < 128 ? Character.digit(c, radix) : -1;
  }

  private static void append(int number, StringBuilder out) {
    boolean surrogate = number >= 0xd800 && number <= 0xdfff;
    if (number < 0x100) {
      Windows1252.character(number).ifPresent(out::appendCodePoint);
    } else if (number <= LAST_CHARACTER && !surrogate) {
      out.appendCodePoint(number);
    }
  }

  private static int named(String text, int mark, StringBuilder out) {
    int end = mark + 1;
    int most = Math.min(text.length(), end + HtmlEntityNames.LONGEST);
    while (end < most && isNameCharacter(text.charAt(end))) {
      end++;
    }
    Optional<String> character =
        text.startsWith(";", end)
            ? HtmlEntityNames.character(text.substring(mark + 1, end))
            : Optional.empty();
    if (character.isEmpty()) {
      out.append('&');
      return mark + 1;
    }
    out.append(character.get());
    return end + 1;
  }

  private static boolean isNameCharacter(char c) {
    return Ascii.isLetter(c) || Ascii.isDigit(c);
  }
}
