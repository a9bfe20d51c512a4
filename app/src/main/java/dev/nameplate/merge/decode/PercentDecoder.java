package dev.nameplate.merge.decode;

import java.io.ByteArrayOutputStream;

/**
 * Lenient percent-decoding (RFC 3986, section 2.1).
 *
 * <p>{@code +} is a space, {@code %XX} a byte, {@code %uXXXX} a UTF-16 unit; every other {@code %}
 * is literal. Merge tags between percent signs look like escapes ({@code %DATE%} begins with {@code
 * %DA}), so they are detected first and kept as text. {@code %%} does not occur in a valid query
 * and is literal, unless an escape of printable ASCII follows, as in {@code 50%%20off}.
 */
public final class PercentDecoder {
  private static final int LEAST_TAG = 3;

  private PercentDecoder() {}

  /**
   * Decodes a raw value; never throws.
   *
   * @param raw percent-encoded
   * @return a new array: decoded bytes, and UTF-8 for characters that are not encoded
   */
  public static byte[] bytes(String raw) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(raw.length());
    int at = 0;
    if (isWholeTag(raw)) {
      at = copy(raw, 0, raw.length(), out);
    }
    while (at < raw.length()) {
      at = step(raw, at, out);
    }
    return out.toByteArray();
  }

  private static int step(String raw, int at, ByteArrayOutputStream out) {
    char c = raw.charAt(at);
    if (c == '+') {
      out.write(' ');
      return at + 1;
    }
    if (c != '%') {
      int codePoint = raw.codePointAt(at);
      Utf8.write(codePoint, out);
      return at + Character.charCount(codePoint);
    }
    int tagEnd = capitalTagEnd(raw, at);
    if (tagEnd > at) {
      return copy(raw, at, tagEnd, out);
    }
    return raw.startsWith("%", at + 1) ? twoPercents(raw, at, out) : escape(raw, at, out);
  }

  private static int twoPercents(String raw, int at, ByteArrayOutputStream out) {
    out.write('%');
    if (Hex.isPair(raw, at + 2) && raw.charAt(at + 2) >= '2' && raw.charAt(at + 2) <= '7') {
      return at + 1;
    }
    out.write('%');
    return at + 2;
  }

  private static int escape(String raw, int at, ByteArrayOutputStream out) {
    if (Hex.isPair(raw, at + 1)) {
      out.write(Hex.pair(raw, at + 1));
      return at + 3;
    }
    boolean unit = raw.startsWith("u", at + 1) || raw.startsWith("U", at + 1);
    if (unit && Hex.isPair(raw, at + 2) && Hex.isPair(raw, at + 4)) {
      Utf8.writeUnit(Hex.pair(raw, at + 2) << 8 | Hex.pair(raw, at + 4), out);
      return at + 6;
    }
    out.write('%');
    return at + 1;
  }

  private static int copy(String raw, int from, int to, ByteArrayOutputStream out) {
    for (int at = from; at < to; at++) {
      out.write(raw.charAt(at));
    }
    return to;
  }

  /** Whether the whole value is a merge tag such as {@code %first.name%}. */
  private static boolean isWholeTag(String raw) {
    int last = raw.length() - 1;
    if (last < 3 || raw.charAt(0) != '%' || raw.charAt(last) != '%') {
      return false;
    }
    return Ascii.isLetter(raw.charAt(1))
        && raw.substring(2, last).chars().allMatch(Ascii::isIdentifier);
  }

  /**
   * The index after a merge tag such as {@code %FIRSTNAME%} that begins at an index, or that index
   * if there is none. The tag's last percent sign must not begin an escape.
   */
  private static int capitalTagEnd(String raw, int at) {
    int end = at + 1;
    while (end < raw.length() && Ascii.isCapitalCode(raw.charAt(end))) {
      end++;
    }
    boolean closed = end < raw.length() && raw.charAt(end) == '%';
    boolean tag =
        closed
            && end - at - 1 >= LEAST_TAG
            && Ascii.isCapital(raw.charAt(at + 1))
            && !Hex.isPair(raw, end + 1);
    return tag ? end + 1 : at;
  }
}
