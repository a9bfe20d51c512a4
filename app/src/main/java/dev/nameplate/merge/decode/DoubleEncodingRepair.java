package dev.nameplate.merge.decode;

import com.ibm.icu.lang.UCharacter;
import java.io.ByteArrayOutputStream;
import java.util.Optional;

/**
 * Undoes percent encoding that was applied twice or three times, as where one tool encodes and the
 * tracker behind it encodes again. {@code +} is left alone: it may be a real plus sign.
 */
public final class DoubleEncodingRepair {
  private static final int ROUNDS = 2;

  private DoubleEncodingRepair() {}

  /** Whether a raw value can have been encoded twice: it holds {@code %25} and two digits. */
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

  public static String decode(String text) {
    String decoded = text;
    for (int round = 0; round < ROUNDS; round++) {
      decoded = once(decoded).orElse(decoded);
    }
    return decoded;
  }

  /** Decoded once; empty where something speaks against it. */
  private static Optional<String> once(String text) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(text.length());
    boolean proof = false;
    for (int at = 0; at < text.length(); ) {
      int codePoint = text.codePointAt(at);
      if (codePoint != '%') {
        Utf8.write(codePoint, out);
        at += Character.charCount(codePoint);
      } else if (Hex.isPair(text, at + 1)) {
        int value = Hex.pair(text, at + 1);
        proof |= !Ascii.isLetter(value) && !Ascii.isDigit(value);
        out.write(value);
        at += 3;
      } else {
        return Optional.empty();
      }
    }
    return proof
        ? Utf8.strict(out.toByteArray())
            .filter(decoded -> decoded.codePoints().noneMatch(UCharacter::isISOControl))
        : Optional.empty();
  }
}
