package dev.nameplate.merge.decode;

/** Pairs of hexadecimal digits. */
final class Hex {
  private Hex() {}

  /** Whether two hexadecimal digits begin at an index. */
  static boolean isPair(String text, int at) {
    return at + 1 < text.length() && digit(text.charAt(at)) >= 0 && digit(text.charAt(at + 1)) >= 0;
  }

  /** The value, 0 to 255, of the two hexadecimal digits at an index; see {@link #isPair}. */
  static int pair(String text, int at) {
    return digit(text.charAt(at)) << 4 | digit(text.charAt(at + 1));
  }

  private static int digit(char c) {
    return c < 128 ? Character.digit(c, 16) : -1;
  }
}
