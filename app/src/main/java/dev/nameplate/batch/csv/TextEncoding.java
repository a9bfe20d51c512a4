package dev.nameplate.batch.csv;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** The encodings that lists come in, and how a code unit of each lies in bytes. */
public enum TextEncoding {
  UTF_8("UTF-8", StandardCharsets.UTF_8, 1),
  UTF_16LE("UTF-16LE", StandardCharsets.UTF_16LE, 2),
  UTF_16BE("UTF-16BE", StandardCharsets.UTF_16BE, 2),
  WINDOWS_1252("windows-1252", Charset.forName("windows-1252"), 1);

  private final String label;
  private final Charset charset;
  private final int width;

  TextEncoding(String label, Charset charset, int width) {
    this.label = label;
    this.charset = charset;
    this.width = width;
  }

  /** Returns the encoding's name for people, such as {@code UTF-8}. */
  public String label() {
    return label;
  }

  /** Returns the charset that reads and writes the encoding, without a byte order mark. */
  public Charset charset() {
    return charset;
  }

  /** Returns the size of a code unit in bytes: 1 or 2. */
  public int width() {
    return width;
  }

  /** The code unit that begins at an offset; the caller sees to it that all its bytes are there. */
  int unit(byte[] bytes, int at) {
    return switch (this) {
      case UTF_16LE -> (bytes[at] & 0xff) | ((bytes[at + 1] & 0xff) << 8);
      case UTF_16BE -> ((bytes[at] & 0xff) << 8) | (bytes[at + 1] & 0xff);
      default -> bytes[at] & 0xff;
    };
  }

  /** The byte order mark that a file in this encoding may begin with; empty for windows-1252. */
  byte[] mark() {
    return this == WINDOWS_1252 ? new byte[0] : "\ufeff".getBytes(charset);
  }

  /**
   * Bytes as text.
   *
   * @param text what was read; letters that cannot be read are U+FFFD
   * @param faithful whether every byte was one of this encoding
   */
  record Decoded(String text, boolean faithful) {}

  /** The text of some bytes. What is no UTF-8 in a UTF-8 file is read as windows-1252. */
  Decoded decode(byte[] bytes, int length) {
    if (this == UTF_8) {
      for (int at = 0; at < length; at++) {
        if (bytes[at] < 0) {
          return strictUtf8(bytes, length);
        }
      }
      return new Decoded(new String(bytes, 0, length, StandardCharsets.ISO_8859_1), true);
    }
    return new Decoded(new String(bytes, 0, length, charset), true);
  }

  private static Decoded strictUtf8(byte[] bytes, int length) {
    try {
      CharBuffer text =
          StandardCharsets.UTF_8
              .newDecoder()
              .onMalformedInput(CodingErrorAction.REPORT)
              .decode(ByteBuffer.wrap(bytes, 0, length));
      return new Decoded(text.toString(), true);
    } catch (CharacterCodingException other) {
      return new Decoded(new String(bytes, 0, length, WINDOWS_1252.charset), false);
    }
  }
}
