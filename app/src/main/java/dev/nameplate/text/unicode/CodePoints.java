package dev.nameplate.text.unicode;

import java.util.function.IntPredicate;

/**
 * Questions about the code points of a text. They are asked for every cluster of every line, where
 * a stream costs more than the answer; an unpaired surrogate is a code point of its own.
 */
public final class CodePoints {
  /** What {@link #first} returns if there is none. */
  public static final int NONE = -1;

  private CodePoints() {}

  /** Returns whether all code points of a text pass a test; true for an empty text. */
  public static boolean all(String text, IntPredicate test) {
    return first(text, 0, text.length(), test.negate()) == NONE;
  }

  /** Returns whether a code point of a text passes a test; false for an empty text. */
  public static boolean any(String text, IntPredicate test) {
    return first(text, 0, text.length(), test) != NONE;
  }

  /**
   * Returns the first code point of a part of a text that passes a test, or {@link #NONE}.
   *
   * @param from index of the part's first character, in UTF-16 units, not within a surrogate pair
   * @param to index after the part's last character, in UTF-16 units, not within a surrogate pair
   */
  public static int first(String text, int from, int to, IntPredicate test) {
    int at = from;
    while (at < to) {
      int c = text.codePointAt(at);
      if (test.test(c)) {
        return c;
      }
      at += Character.charCount(c);
    }
    return NONE;
  }

  /**
   * Returns the last code point of the first {@code to} UTF-16 units that passes, or {@link #NONE}.
   */
  public static int last(String text, int to, IntPredicate test) {
    int at = to;
    while (at > 0) {
      int c = text.codePointBefore(at);
      if (test.test(c)) {
        return c;
      }
      at -= Character.charCount(c);
    }
    return NONE;
  }
}
