package dev.nameplate.merge.decode;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/**
 * Percent escapes in the addresses that values hold: whether they are the address's own or those of
 * a query, and which characters still need one.
 */
public final class LinkEscapes {
  /** An address that stands in a query as it is: its colon at least would have been encoded. */
  private static final Pattern PLAIN =
      Pattern.compile(
          "(?:\\+|%20|\\s)*+(?:[A-Za-z][A-Za-z0-9.-]*+:[/\\\\]{2}|(?i:mailto|tel):).*+",
          Pattern.DOTALL);

  /** An address whose own delimiters are still escapes. */
  private static final Pattern ENCODED =
      Pattern.compile(
          "\\s*+[A-Za-z][A-Za-z0-9.-]*+(?::?%(?:25)*+(?:3[Aa]|2[Ff])).*+", Pattern.DOTALL);

  /** A path of a file whose first slash is still an escape. */
  private static final Pattern ENCODED_PATH =
      Pattern.compile("[A-Za-z0-9._-]++%(?:25)*+2[Ff][^/:]*+");

  private static final int ROUNDS = 2;
  private static final String NOT_ALLOWED = " \"<>^`{|}";
  private static final String DIGITS = "0123456789ABCDEF";

  private LinkEscapes() {}

  /**
   * What a raw value means as an address. Where {@code ://} stands in it unencoded nothing was
   * encoded, and its escapes are the address's own; else it is decoded, once more for each further
   * time that it was encoded as a whole.
   */
  public static String decode(String raw) {
    if (PLAIN.matcher(raw).matches()) {
      return withoutLead(raw);
    }
    String text = once(raw);
    for (int round = 0; round < ROUNDS && isEncoded(text); round++) {
      text = once(plus(text));
    }
    return text;
  }

  private static boolean isEncoded(String text) {
    return ENCODED.matcher(text).matches() || ENCODED_PATH.matcher(text).matches();
  }

  private static String once(String raw) {
    return LenientUtf8.read(PercentDecoder.bytes(raw));
  }

  /** A text whose plus signs are none of a query's spaces. */
  public static String plus(String text) {
    return text.replace("+", "%2B");
  }

  private static String withoutLead(String raw) {
    int at = 0;
    while (raw.startsWith("+", at) || raw.startsWith("%20", at)) {
      at += raw.charAt(at) == '+' ? 1 : 3;
    }
    return raw.substring(at);
  }

  /**
   * A text in which every character from a place on that RFC 3986 does not allow is an escape. A
   * backslash in the path is a slash, as browsers have it; a percent sign that begins no escape is
   * one itself.
   */
  public static String rest(String text, int from) {
    StringBuilder out = new StringBuilder(text.length() + 8).append(text, 0, from);
    boolean path = true;
    boolean fragment = false;
    for (int at = from; at < text.length(); ) {
      int c = text.codePointAt(at);
      path &= c != '?' && c != '#';
      if (c == '\\' && path) {
        out.append('/');
      } else if (needsEscape(text, at, path) || (c == '#' && fragment)) {
        escape(c, out);
      } else {
        out.appendCodePoint(c);
      }
      fragment |= c == '#';
      at += Character.charCount(c);
    }
    return out.toString();
  }

  private static boolean needsEscape(String text, int at, boolean path) {
    char c = text.charAt(at);
    return c <= ' '
        || c >= 0x7f
        || c == '\\'
        || NOT_ALLOWED.indexOf(c) >= 0
        || (path && (c == '[' || c == ']'))
        || (c == '%' && !Hex.isPair(text, at + 1));
  }

  private static void escape(int c, StringBuilder out) {
    for (byte b : Character.toString(c).getBytes(StandardCharsets.UTF_8)) {
      out.append('%').append(DIGITS.charAt(b >> 4 & 15)).append(DIGITS.charAt(b & 15));
    }
  }
}
