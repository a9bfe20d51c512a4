package dev.nameplate.text.unicode;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UCharacterEnums.ECharacterDirection;
import com.ibm.icu.util.ULocale;
import dev.nameplate.template.field.TextDirection;
import java.util.Locale;

/** The base direction of a text, from left to right or from right to left (UAX 9). */
public final class BaseDirection {
  private static final char FIRST_ISOLATE = '\u2066';
  private static final char RIGHT_TO_LEFT_ISOLATE = '\u2067';
  private static final char LAST_ISOLATE = '\u2068';
  private static final char END_OF_ISOLATE = '\u2069';

  private BaseDirection() {}

  /**
   * Returns whether the base direction is from right to left. {@code AUTO} is from right to left if
   * the locale's script is; otherwise it is the direction of the first strong character outside of
   * isolates (UAX 9, rules P2 and P3), from left to right if there is none.
   *
   * @param text in logical order
   */
  public static boolean isRightToLeft(String text, TextDirection direction, Locale locale) {
    return switch (direction) {
      case LTR -> false;
      case RTL -> true;
      case AUTO -> ULocale.forLocale(locale).isRightToLeft() || startsRightToLeft(text);
    };
  }

  /**
   * Gives a value that is the whole text, but for spaces, the direction of the layer and not that
   * of its own first letter, if the layer states a direction or the locale is written from the
   * right.
   *
   * @param text with values in first-strong isolates (U+2068)
   * @return the text with another isolate character, of the same length; the text itself in any
   *     other case
   */
  public static String withDirectionOfSoleValue(
      String text, TextDirection direction, Locale locale) {
    int start = 0;
    while (start < text.length() && text.charAt(start) == ' ') {
      start++;
    }
    boolean states = direction != TextDirection.AUTO || ULocale.forLocale(locale).isRightToLeft();
    if (!states || start == text.length() || text.charAt(start) != LAST_ISOLATE) {
      return text;
    }
    int end = endOfIsolate(text, start);
    if (end == text.length() || !text.substring(end + 1).isBlank()) {
      return text;
    }
    char isolate = isRightToLeft(text, direction, locale) ? RIGHT_TO_LEFT_ISOLATE : FIRST_ISOLATE;
    return text.substring(0, start) + isolate + text.substring(start + 1);
  }

  /** The index of the character that ends an isolate; the text's length if there is none. */
  private static int endOfIsolate(String text, int start) {
    int open = 0;
    for (int at = start; at < text.length(); at++) {
      char c = text.charAt(at);
      open += c >= FIRST_ISOLATE && c <= LAST_ISOLATE ? 1 : c == END_OF_ISOLATE ? -1 : 0;
      if (open == 0) {
        return at;
      }
    }
    return text.length();
  }

  private static boolean startsRightToLeft(String text) {
    int isolates = 0;
    for (int at = 0; at < text.length(); at = text.offsetByCodePoints(at, 1)) {
      int c = text.codePointAt(at);
      if (c >= FIRST_ISOLATE && c <= LAST_ISOLATE) {
        isolates++;
      } else if (c == END_OF_ISOLATE) {
        isolates = Math.max(0, isolates - 1);
      } else if (isolates == 0) {
        int direction = UCharacter.getDirection(c);
        if (direction == ECharacterDirection.LEFT_TO_RIGHT) {
          return false;
        }
        if (direction == ECharacterDirection.RIGHT_TO_LEFT
            || direction == ECharacterDirection.RIGHT_TO_LEFT_ARABIC) {
          return true;
        }
      }
    }
    return false;
  }
}
