package dev.nameplate.text.unicode;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UCharacterEnums.ECharacterDirection;
import com.ibm.icu.util.ULocale;
import dev.nameplate.template.layer.TextDirection;
import java.util.Locale;

/** Where a reader starts with a text: at the left or at the right. */
public final class BaseDirection {
  private static final char FIRST_ISOLATE = '\u2066';
  private static final char LAST_ISOLATE = '\u2068';
  private static final char END_OF_ISOLATE = '\u2069';

  private BaseDirection() {}

  /**
   * Where the style does not say, the locale decides where it is written from the right; elsewhere
   * the first letter outside of isolates does (UAX #9, rules P2 and P3).
   */
  public static boolean isRightToLeft(String text, TextDirection direction, Locale locale) {
    return switch (direction) {
      case LTR -> false;
      case RTL -> true;
      case AUTO -> ULocale.forLocale(locale).isRightToLeft() || startsRightToLeft(text);
    };
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
