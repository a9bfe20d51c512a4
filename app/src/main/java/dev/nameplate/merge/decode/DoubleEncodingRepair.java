package dev.nameplate.merge.decode;

import com.ibm.icu.lang.UCharacter;
import java.io.ByteArrayOutputStream;
import java.util.Optional;

/**
 * Undoes percent encoding that was applied two or three times, for example by an email platform and
 * again by a click tracker. {@code +} is left alone, since it may be a real plus sign.
 */
public final class DoubleEncodingRepair {
  private static final int ROUNDS = 2;

  private DoubleEncodingRepair() {}

  /**
   * Returns whether a raw value may have been encoded twice: it holds {@code %25} followed by two
   * hexadecimal digits.
   */
  public static boolean isLikely(String raw) {
    int at = raw.indexOf("%25");
    while (at >= 0) {
      if (Hex.isPair(raw, at + 3)) {
        return true;
      }
      at = raw.indexOf("%25", at + 3);
    }
    return false;
  }

  /**
   * Decodes a text at most twice more.
   *
   * @param text decoded once already
   * @return the text itself if it is not encoded: a {@code %} without two hexadecimal digits,
   *     letters and digits as only escapes, or a result that is not UTF-8 or has control characters
   */
  public static String decode(String text) {
    String decoded = text;
    for (int round = 0; round < ROUNDS; round++) {
      decoded = once(decoded).orElse(decoded);
    }
    return decoded;
  }

  /** The text decoded once; empty if it is not encoded. */
  private static Optional<String> once(String text) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(text.length());
    boolean certain = false;
    for (int at = 0; at < text.length(); ) {
      int codePoint = text.codePointAt(at);
      if (codePoint != '%') {
        Utf8.write(codePoint, out);
        at += Character.charCount(codePoint);
      } else if (Hex.isPair(text, at + 1)) {
        int value = Hex.pair(text, at + 1);
        certain |= !Ascii.isLetter(value) && !Ascii.isDigit(value);
        out.write(value);
        at += 3;
      } else {
        return Optional.empty();
      }
    }
    return certain
        ? Utf8.strict(out.toByteArray())
            .filter(decoded -> decoded.codePoints().noneMatch(UCharacter::isISOControl))
        : Optional.empty();
  }
}
