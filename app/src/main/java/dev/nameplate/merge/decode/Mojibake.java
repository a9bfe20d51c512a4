package dev.nameplate.merge.decode;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UProperty;
import com.ibm.icu.lang.UScript;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.IntPredicate;

/**
 * Repairs mojibake: UTF-8 that was decoded as windows-1252 and encoded again, once or twice.
 *
 * <p>Some correct texts could be mojibake too ({@code NESCAFÉ®}), so a repair counts only if it
 * yields plausible text: Latin letters (rarer ones next to a lower-case letter), punctuation,
 * emoji, or at least two Greek or Cyrillic letters.
 */
public final class Mojibake {
  private static final int ROUNDS = 2;

  private Mojibake() {}

  /**
   * Repairs a text at most twice.
   *
   * @return the text itself if it is no mojibake
   */
  public static String repair(String text) {
    String repaired = text;
    for (int round = 0; round < ROUNDS; round++) {
      repaired = once(repaired).orElse(repaired);
    }
    return repaired;
  }

  private static Optional<String> once(String text) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(text.length());
    boolean anyHigh = false;
    for (int at = 0; at < text.length(); at++) {
      OptionalInt value = Windows1252.value(text.charAt(at));
      if (value.isEmpty()) {
        return Optional.empty();
      }
      anyHigh |= value.getAsInt() >= 0x80;
      bytes.write(value.getAsInt());
    }
    return anyHigh
        ? Utf8.strict(bytes.toByteArray()).filter(Mojibake::isPlausible)
        : Optional.empty();
  }

  private static boolean isPlausible(String text) {
    int[] codePoints = text.codePoints().toArray();
    boolean scripts = count(codePoints, Mojibake::isGreekOrCyrillic) >= 2;
    for (int at = 0; at < codePoints.length; at++) {
      int c = codePoints[at];
      boolean likely =
          c < 0x80
              || (c >= 0xa0 && c <= 0xff)
              || (c >= 0x100 && c <= 0x17f && touchesSmall(codePoints, at))
              || (c >= 0x2010 && c <= 0x2122)
              || isEmoji(c)
              || (scripts && isGreekOrCyrillic(c));
      if (!likely) {
        return false;
      }
    }
    return true;
  }

  private static long count(int[] codePoints, IntPredicate test) {
    return Arrays.stream(codePoints).filter(test).count();
  }

  private static boolean touchesSmall(int[] codePoints, int at) {
    return (at > 0 && UCharacter.isLowerCase(codePoints[at - 1]))
        || (at + 1 < codePoints.length && UCharacter.isLowerCase(codePoints[at + 1]));
  }

  private static boolean isEmoji(int c) {
    return UCharacter.hasBinaryProperty(c, UProperty.EMOJI)
        || UCharacter.hasBinaryProperty(c, UProperty.EMOJI_COMPONENT);
  }

  private static boolean isGreekOrCyrillic(int c) {
    int script = UScript.getScript(c);
    return script == UScript.GREEK || script == UScript.CYRILLIC;
  }
}
