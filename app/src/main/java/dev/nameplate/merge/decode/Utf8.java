package dev.nameplate.merge.decode;

import java.io.ByteArrayOutputStream;
import java.util.Optional;

/**
 * Encodes and decodes UTF-8 (RFC 3629) one sequence at a time, so that the bytes around a malformed
 * one are kept.
 */
final class Utf8 {
  private Utf8() {}

  /** Writes a code point in one to four bytes; a surrogate is dropped. */
  static void write(int codePoint, ByteArrayOutputStream out) {
    if (codePoint > 0xffff) {
      out.write(0xf0 | codePoint >> 18);
      out.write(0x80 | (codePoint >> 12 & 0x3f));
      out.write(0x80 | (codePoint >> 6 & 0x3f));
      out.write(0x80 | (codePoint & 0x3f));
    } else if (!isSurrogate(codePoint)) {
      writeUnit(codePoint, out);
    }
  }

  /** Writes a UTF-16 unit in one to three bytes, surrogates as CESU-8 (Unicode TR 26) does. */
  static void writeUnit(int unit, ByteArrayOutputStream out) {
    if (unit < 0x80) {
      out.write(unit);
      return;
    }
    if (unit < 0x800) {
      out.write(0xc0 | unit >> 6);
    } else {
      out.write(0xe0 | unit >> 12);
      out.write(0x80 | (unit >> 6 & 0x3f));
    }
    out.write(0x80 | (unit & 0x3f));
  }

  /** The length, 1 to 4, of the valid sequence at an index; 0 if there is none. */
  static int length(byte[] bytes, int at) {
    int lead = bytes[at] & 0xff;
    int length = lead < 0x80 ? 1 : lead < 0xc2 ? 0 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;
    if (lead > 0xf4 || at + length > bytes.length) {
      return 0;
    }
    for (int next = 1; next < length; next++) {
      if ((bytes[at + next] & 0xc0) != 0x80) {
        return 0;
      }
    }
    int codePoint = length == 0 ? 0 : codePoint(bytes, at, length);
    boolean tooLong = (length == 3 && codePoint < 0x800) || (length == 4 && codePoint < 0x10000);
    return tooLong || codePoint > 0x10ffff || isSurrogate(codePoint) ? 0 : length;
  }

  /** The code point of the sequence of a given length at an index. */
  static int codePoint(byte[] bytes, int at, int length) {
    int lead = bytes[at] & 0xff;
    int codePoint = length == 1 ? lead : lead & 0xff >> (length + 1);
    for (int next = 1; next < length; next++) {
      codePoint = codePoint << 6 | (bytes[at + next] & 0x3f);
    }
    return codePoint;
  }

  /** The text of bytes that are all valid UTF-8; empty if they are not. */
  static Optional<String> strict(byte[] bytes) {
    StringBuilder text = new StringBuilder(bytes.length);
    for (int at = 0; at < bytes.length; ) {
      int length = length(bytes, at);
      if (length == 0) {
        return Optional.empty();
      }
      text.appendCodePoint(codePoint(bytes, at, length));
      at += length;
    }
    return Optional.of(text.toString());
  }

  private static boolean isSurrogate(int codePoint) {
    return codePoint >= 0xd800 && codePoint <= 0xdfff;
  }
}
