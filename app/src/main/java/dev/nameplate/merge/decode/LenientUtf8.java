package dev.nameplate.merge.decode;

/**
 * Decodes bytes of unknown charset: valid UTF-8 sequences (RFC 3629) as such, surrogate pairs of
 * CESU-8 (Unicode TR 26) as one character, and every other byte above ASCII as windows-1252. Lone
 * surrogates, the overlong NUL ({@code C0 80}) and the five bytes that windows-1252 does not assign
 * are dropped.
 */
public final class LenientUtf8 {
  private LenientUtf8() {}

  /**
   * Decodes bytes; never throws.
   *
   * @return without lone surrogates; empty for no bytes
   */
  public static String read(byte[] bytes) {
    StringBuilder text = new StringBuilder(bytes.length);
    for (int at = 0; at < bytes.length; ) {
      int length = Utf8.length(bytes, at);
      if (length > 0) {
        text.appendCodePoint(Utf8.codePoint(bytes, at, length));
        at += length;
      } else {
        at = repair(bytes, at, text);
      }
    }
    return text.toString();
  }

  private static int repair(byte[] bytes, int at, StringBuilder text) {
    if (isSurrogate(bytes, at, 0xa0)) {
      if (isSurrogate(bytes, at + 3, 0xb0)) {
        char high = (char) Utf8.codePoint(bytes, at, 3);
        text.append(high).append((char) Utf8.codePoint(bytes, at + 3, 3));
        return at + 6;
      }
      return at + 3;
    }
    if (isSurrogate(bytes, at, 0xb0)) {
      return at + 3;
    }
    if ((bytes[at] & 0xff) == 0xc0 && at + 1 < bytes.length && (bytes[at + 1] & 0xff) == 0x80) {
      return at + 2;
    }
    Windows1252.character(bytes[at] & 0xff).ifPresent(text::appendCodePoint);
    return at + 1;
  }

  /**
   * Whether a surrogate in three bytes begins at an index.
   *
   * @param second the least second byte: {@code A0} for a high surrogate, {@code B0} for a low one
   */
  private static boolean isSurrogate(byte[] bytes, int at, int second) {
    return at + 2 < bytes.length
        && (bytes[at] & 0xff) == 0xed
        && (bytes[at + 1] & 0xf0) == second
        && (bytes[at + 2] & 0xc0) == 0x80;
  }
}
