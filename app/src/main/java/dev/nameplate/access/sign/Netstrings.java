package dev.nameplate.access.sign;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Encodes a list of texts as netstrings (Bernstein, 1997): each text is its length in bytes of
 * UTF-8 in decimal, a colon, the bytes and a comma. Different lists have different encodings.
 */
final class Netstrings {
  private static final int MAX_DIGITS = 6;

  private Netstrings() {}

  /** The encoding of a list; the array is the caller's own. */
  static byte[] write(List<String> texts) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (String text : texts) {
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      out.writeBytes((bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
      out.writeBytes(bytes);
      out.write(',');
    }
    return out.toByteArray();
  }

  /**
   * The list that bytes encode; empty where they encode none, or a text's length has more than
   * {@value #MAX_DIGITS} digits.
   */
  static Optional<List<String>> read(byte[] bytes) {
    List<String> texts = new ArrayList<>();
    int at = 0;
    while (at < bytes.length) {
      int colon = at;
      while (colon < bytes.length && bytes[colon] >= '0' && bytes[colon] <= '9') {
        colon++;
      }
      if (colon == at || colon - at > MAX_DIGITS || colon == bytes.length) {
        return Optional.empty();
      }
      int start = colon + 1;
      int end = start + Integer.parseInt(ascii(bytes, at, colon));
      if (bytes[colon] != ':' || end >= bytes.length || bytes[end] != ',') {
        return Optional.empty();
      }
      texts.add(new String(Arrays.copyOfRange(bytes, start, end), StandardCharsets.UTF_8));
      at = end + 1;
    }
    return Optional.of(texts);
  }

  private static String ascii(byte[] bytes, int from, int to) {
    return new String(bytes, from, to - from, StandardCharsets.US_ASCII);
  }
}
