package dev.nameplate.merge.decode;

import com.ibm.icu.lang.UCharacter;
import java.io.ByteArrayOutputStream;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Escapes that data brings along from where it was stored before: those of JSON and JavaScript
 * ({@code \u00e9}), backslashes before quotes, and quoted-printable (RFC 2045, section 6.7).
 */
public final class TextEscapes {
  private static final Pattern UNIT = Pattern.compile("(?<!\\\\)\\\\++u([0-9A-Fa-f]{4})");
  private static final Pattern POINT = Pattern.compile("(?<!\\\\)\\\\++u\\{([0-9A-Fa-f]{1,6})}");
  private static final Pattern BYTES = Pattern.compile("(?<!\\\\)(?:\\\\++x[0-9A-Fa-f]{2})++");
  private static final Pattern QUOTE = Pattern.compile("(?<!\\\\)\\\\++(['\"/])");

  /** An escape whose backslash was taken off on the way, of a letter from U+00C0 on. */
  private static final Pattern STRIPPED = Pattern.compile("u0(0[c-f]|1[0-9a-f])[0-9a-f]");

  private TextEscapes() {}

  /**
   * Undoes the escapes of a text that is not a name.
   *
   * @param charset of bytes that are no UTF-8
   */
  public static String decode(String text, LegacyCharset charset) {
    String plain = text.indexOf('\\') < 0 ? text : withoutBackslashes(text, charset);
    return plain.indexOf('=') < 0 ? plain : quotedPrintable(plain, charset, false).orElse(plain);
  }

  /** Undoes those of a name, where no digit and no {@code =} can stand for itself. */
  public static String decodeName(String name, LegacyCharset charset) {
    String plain = name.indexOf('\\') < 0 ? name : withoutBackslashes(name, charset);
    String whole = plain.indexOf("u0") < 0 ? plain : withStripped(plain);
    return whole.indexOf('=') < 0 ? whole : quotedPrintable(whole, charset, true).orElse(whole);
  }

  private static String withoutBackslashes(String text, LegacyCharset charset) {
    String units = replace(UNIT, text, found -> character(found.group(1)));
    String points = replace(POINT, units, found -> character(found.group(1)));
    String bytes = replace(BYTES, points, found -> charset.read(bytes(found.group())));
    return replace(QUOTE, bytes, found -> found.group(1));
  }

  /** A character by its hexadecimal number; none where there is no such character. */
  private static String character(String hex) {
    int c = Integer.parseInt(hex, 16);
    return c <= UCharacter.MAX_VALUE ? new String(Character.toChars(c)) : "";
  }

  private static byte[] bytes(String escapes) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (int at = escapes.indexOf('x'); at >= 0; at = escapes.indexOf('x', at + 1)) {
      out.write(Hex.pair(escapes, at + 1));
    }
    return out.toByteArray();
  }

  private static String withStripped(String name) {
    return replace(
        STRIPPED,
        name,
        found -> {
          int c = Integer.parseInt(found.group().substring(1), 16);
          boolean follows =
              found.start() == 0 || UCharacter.isLetter(name.codePointBefore(found.start()));
          return follows && UCharacter.isLetter(c) ? Character.toString(c) : found.group();
        });
  }

  private interface Replacement {
    String of(Matcher found);
  }

  private static String replace(Pattern pattern, String text, Replacement replacement) {
    Matcher matcher = pattern.matcher(text);
    StringBuilder out = new StringBuilder(text.length());
    while (matcher.find()) {
      matcher.appendReplacement(out, Matcher.quoteReplacement(replacement.of(matcher)));
    }
    return matcher.appendTail(out).toString();
  }

  /**
   * A text that is quoted-printable throughout: each {@code =} begins an escape, and one at least
   * is of a byte above ASCII.
   *
   * @param anyCharset whether bytes that are no UTF-8 are taken as well
   */
  private static Optional<String> quotedPrintable(
      String text, LegacyCharset charset, boolean anyCharset) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(text.length());
    boolean high = false;
    for (int at = 0; at < text.length(); ) {
      int c = text.codePointAt(at);
      int softBreak = softBreakEnd(text, at);
      if (softBreak > at) {
        at = softBreak;
      } else if (c != '=') {
        Utf8.write(c, out);
        at += Character.charCount(c);
      } else if (Hex.isPair(text, at + 1)) {
        int value = Hex.pair(text, at + 1);
        high |= value >= 0x80;
        out.write(value);
        at += 3;
      } else {
        return Optional.empty();
      }
    }
    return high ? text(out.toByteArray(), charset, anyCharset) : Optional.empty();
  }

  private static Optional<String> text(byte[] bytes, LegacyCharset charset, boolean anyCharset) {
    Optional<String> utf8 = Utf8.strict(bytes);
    return utf8.isPresent() || !anyCharset ? utf8 : Optional.of(charset.read(bytes));
  }

  /** The end of a line break that quoted-printable put in, or {@code at} where there is none. */
  private static int softBreakEnd(String text, int at) {
    if (text.startsWith("=\r\n", at)) {
      return at + 3;
    }
    return text.startsWith("=\n", at) ? at + 2 : at;
  }
}
