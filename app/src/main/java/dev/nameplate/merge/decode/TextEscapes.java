package dev.nameplate.merge.decode;

import com.ibm.icu.lang.UCharacter;
import java.io.ByteArrayOutputStream;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Undoes escapes that data kept from where it was stored: those of JSON and JavaScript ({@code
 * \u00e9}), backslashes before quotes, and quoted-printable (RFC 2045, section 6.7).
 */
public final class TextEscapes {
  private static final Pattern UNIT = Pattern.compile("(?<!\\\\)\\\\++u([0-9A-Fa-f]{4})");
  private static final Pattern POINT = Pattern.compile("(?<!\\\\)\\\\++u\\{([0-9A-Fa-f]{1,6})}");
  private static final Pattern BYTES = Pattern.compile("(?<!\\\\)(?:\\\\++x[0-9A-Fa-f]{2})++");
  private static final Pattern QUOTE = Pattern.compile("(?<!\\\\)\\\\++(['\"/])");

  /** A JSON escape without its backslash, of a letter from U+00C0 on. */
  private static final Pattern STRIPPED = Pattern.compile("u0(0[c-f]|1[0-9a-f])[0-9a-f]");

  private TextEscapes() {}

  /**
   * Undoes the escapes of a text that is not a name. A text is quoted-printable only if that yields
   * UTF-8.
   *
   * @param charset decodes bytes that are not UTF-8
   * @return the text itself if it has no escapes
   */
  public static String decode(String text, LegacyCharset charset) {
    String plain = text.indexOf('\\') < 0 ? text : withoutBackslashes(text, charset);
    return plain.indexOf('=') < 0 ? plain : quotedPrintable(plain, charset, false).orElse(plain);
  }

  /**
   * Undoes the escapes of a name, which has neither digits nor {@code =}, so that also escapes
   * without backslash ({@code u00e9}) are recognized.
   *
   * @param charset decodes bytes that are not UTF-8
   * @return the name itself if it has no escapes
   */
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

  /** The character with a hexadecimal code point; an empty text if there is no such code point. */
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
   * Decodes quoted-printable; empty unless every {@code =} begins an escape and at least one of
   * them is a byte above ASCII.
   *
   * @param anyCharset whether bytes that are not UTF-8 are accepted too
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

  /** The index after a soft line break (RFC 2045, 6.7), or the index itself if there is none. */
  private static int softBreakEnd(String text, int at) {
    if (text.startsWith("=\r\n", at)) {
      return at + 3;
    }
    return text.startsWith("=\n", at) ? at + 2 : at;
  }
}
