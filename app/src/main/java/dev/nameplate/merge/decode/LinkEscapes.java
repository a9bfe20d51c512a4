package dev.nameplate.merge.decode;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/**
 * Percent-encoding in URLs that are themselves query parameters (RFC 3986, 2.1): which escapes
 * belong to the URL and which to the query, and which characters still need one.
 */
public final class LinkEscapes {
  /** A URL that was put into the query unencoded: at least its colon would have been encoded. */
  private static final Pattern PLAIN =
      Pattern.compile(
          "(?:\\+|%20|\\s)*+(?:[A-Za-z][A-Za-z0-9.-]*+:[/\\\\]{2}|(?i:mailto|tel):).*+",
          Pattern.DOTALL);

  /** A URL whose own delimiters are still encoded. */
  private static final Pattern ENCODED =
      Pattern.compile(
          "\\s*+[A-Za-z][A-Za-z0-9.-]*+(?::?%(?:25)*+(?:3[Aa]|2[Ff])).*+", Pattern.DOTALL);

  /** A file path whose first slash is still encoded. */
  private static final Pattern ENCODED_PATH =
      Pattern.compile("[A-Za-z0-9._-]++%(?:25)*+2[Ff][^/:]*+");

  private static final int ROUNDS = 2;
  private static final String NOT_ALLOWED = " \"<>^`{|}";
  private static final String DIGITS = "0123456789ABCDEF";

  private LinkEscapes() {}

  /**
   * The URL or file path that a raw value stands for. If {@code ://} is not encoded, nothing was,
   * and all escapes belong to the URL. Otherwise the value is decoded, and up to twice more while
   * it is still encoded as a whole.
   *
   * @param raw still percent-encoded
   * @return the decoded text; it need not be a valid URL
   */
  public static String decode(String raw) {
    if (PLAIN.matcher(raw).matches()) {
      return withoutLeadingSpaces(raw);
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

  /**
   * Returns a text with its plus signs encoded as {@code %2B}, so that decoding does not turn them
   * into spaces.
   */
  public static String plus(String text) {
    return text.replace("+", "%2B");
  }

  private static String withoutLeadingSpaces(String raw) {
    int at = 0;
    while (raw.startsWith("+", at) || raw.startsWith("%20", at)) {
      at += raw.charAt(at) == '+' ? 1 : 3;
    }
    return raw.substring(at);
  }

  /**
   * Percent-encodes, from an index on, every character that RFC 3986 does not allow in path, query
   * and fragment. A backslash in the path becomes a slash, as in browsers; a percent sign that
   * begins no escape is encoded.
   *
   * @param from the index, in UTF-16 units, of the first character to encode; what is before it
   *     stays
   * @return the whole text, what is before the index included
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
