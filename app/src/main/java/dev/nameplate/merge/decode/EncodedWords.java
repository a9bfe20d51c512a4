package dev.nameplate.merge.decode;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Encoded words of mail headers (RFC 2047): {@code =?UTF-8?Q?Jos=C3=A9?=}. Adjacent ones of the
 * same charset are decoded as one, even if a character is split between them.
 */
public final class EncodedWords {
  private static final String BEGIN = "=?";
  private static final Pattern WORD =
      Pattern.compile(
          "=\\?([A-Za-z0-9][A-Za-z0-9_.:-]{0,39})(?:\\*[A-Za-z-]*)?\\?([QqBb])\\?([^?]*+)(\\?=|$)");

  private static final String REPLACEMENT = "\ufffd";

  private EncodedWords() {}

  /**
   * Decodes the encoded words of a text.
   *
   * @return the text with U+FFFD for each encoded word that is truncated, malformed or of an
   *     unknown charset; the text itself if it has none
   */
  public static String decode(String text) {
    if (!text.contains(BEGIN)) {
      return text;
    }
    Matcher word = WORD.matcher(text);
    StringBuilder out = new StringBuilder(text.length());
    ByteArrayOutputStream pending = new ByteArrayOutputStream();
    String charset = "";
    int end = 0;
    while (word.find()) {
      String between = text.substring(end, word.start());
      boolean joined = pending.size() > 0 && between.isBlank();
      if (!joined || !charset.equalsIgnoreCase(word.group(1))) {
        out.append(text(pending, charset)).append(joined ? "" : between);
      }
      charset = word.group(1);
      Optional<byte[]> bytes = word.group(4).isEmpty() ? Optional.empty() : bytes(word);
      bytes.ifPresentOrElse(pending::writeBytes, () -> out.append(REPLACEMENT));
      end = word.end();
    }
    return out.append(text(pending, charset)).append(text, end, text.length()).toString();
  }

  /** The text of the pending bytes, which are then cleared. */
  private static String text(ByteArrayOutputStream pending, String charset) {
    if (pending.size() == 0) {
      return "";
    }
    byte[] bytes = pending.toByteArray();
    pending.reset();
    return Charset.isSupported(charset) ? new String(bytes, Charset.forName(charset)) : REPLACEMENT;
  }

  private static Optional<byte[]> bytes(Matcher word) {
    String payload = word.group(3);
    return word.group(2).equalsIgnoreCase("Q") ? Optional.of(quoted(payload)) : base64(payload);
  }

  private static byte[] quoted(String payload) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(payload.length());
    for (int at = 0; at < payload.length(); ) {
      int c = payload.codePointAt(at);
      if (c == '=' && Hex.isPair(payload, at + 1)) {
        out.write(Hex.pair(payload, at + 1));
        at += 3;
      } else {
        Utf8.write(c == '_' ? ' ' : c, out);
        at += Character.charCount(c);
      }
    }
    return out.toByteArray();
  }

  /** Decodes base64 whose plus signs became spaces when the query was decoded. */
  private static Optional<byte[]> base64(String payload) {
    try {
      byte[] ascii = payload.replace(' ', '+').getBytes(StandardCharsets.ISO_8859_1);
      return Optional.of(Base64.getDecoder().decode(ascii));
    } catch (IllegalArgumentException broken) {
      return Optional.empty();
    }
  }
}
