package dev.nameplate.merge.decode;

/** Classes of ASCII characters that merge tags are made of. */
public final class Ascii {
  private Ascii() {}

  public static boolean isCapital(int c) {
    return c >= 'A' && c <= 'Z';
  }

  public static boolean isSmall(int c) {
    return c >= 'a' && c <= 'z';
  }

  public static boolean isLetter(int c) {
    return isCapital(c) || isSmall(c);
  }

  public static boolean isDigit(int c) {
    return c >= '0' && c <= '9';
  }

  /** A character of {@code FIRST_NAME}. */
  static boolean isCapitalCode(int c) {
    return isCapital(c) || isDigit(c) || c == '_';
  }

  /** A character of {@code contact.first-name}. */
  public static boolean isIdentifier(int c) {
    return isLetter(c) || isDigit(c) || c == '_' || c == '.' || c == '-';
  }

  /** Whether a text is two or more characters such as {@code FIRST_NAME}, a letter first. */
  public static boolean isCapitals(String text) {
    return text.length() >= 2
        && isCapital(text.charAt(0))
        && text.chars().allMatch(Ascii::isCapitalCode);
  }
}
