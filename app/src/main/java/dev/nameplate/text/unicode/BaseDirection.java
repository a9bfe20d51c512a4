package dev.nameplate.text.unicode;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UCharacterEnums.ECharacterDirection;
import com.ibm.icu.util.ULocale;
import dev.nameplate.template.field.TextDirection;
import java.util.Locale;

/** Where a reader starts with a text: at the left or at the right. */
public final class BaseDirection {
  private static final char FIRST_ISOLATE = '\u2066';
  private static final char RIGHT_TO_LEFT_ISOLATE = '\u2067';
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

  /**
   * A text in which a value that is all of it, spaces aside, has the direction of the layer, and
   * not that of its own first letter: where the layer states one, or the locale is written from the
   * right. As long as the text was.
   */
  public static String withLoneValueTurned(String text, TextDirection direction, Locale locale) {
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

  /** Where the mark stands that ends an isolate; the text's length where none does. */
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
