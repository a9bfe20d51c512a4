package dev.nameplate.merge.decode;

/** Classes of ASCII characters. A code point or UTF-16 unit above 127 is in none of them. */
public final class Ascii {
  private Ascii() {}

  /** Returns whether a character is {@code A} to {@code Z}. */
  public static boolean isCapital(int c) {
    return c >= 'A' && c <= 'Z';
  }

  /** Returns whether a character is {@code a} to {@code z}. */
  public static boolean isSmall(int c) {
    return c >= 'a' && c <= 'z';
  }

  /** Returns whether a character is {@code A} to {@code Z} or {@code a} to {@code z}. */
  public static boolean isLetter(int c) {
    return isCapital(c) || isSmall(c);
  }

  /** Returns whether a character is {@code 0} to {@code 9}. */
  public static boolean isDigit(int c) {
    return c >= '0' && c <= '9';
  }

  /** Whether it is a capital, a digit or {@code _}, as in {@code FIRST_NAME}. */
  static boolean isCapitalCode(int c) {
    return isCapital(c) || isDigit(c) || c == '_';
  }

  /**
   * Returns whether a character is a letter, a digit or one of {@code _ . -}, as in {@code
   * contact.first-name}.
   */
  public static boolean isIdentifier(int c) {
    return isLetter(c) || isDigit(c) || c == '_' || c == '.' || c == '-';
  }

  /**
   * Returns whether a text is two or more capitals, digits and {@code _}, beginning with a letter,
   * as {@code FIRST_NAME}.
   */
  public static boolean isCapitals(String text) {
    return text.length() >= 2
        && isCapital(text.charAt(0))
        && text.chars().allMatch(Ascii::isCapitalCode);
  }
}
