package dev.nameplate.merge.tag;

import com.ibm.icu.lang.UCharacter;
import java.util.function.IntPredicate;
import java.util.function.Predicate;

/**
 * Finds spans between delimiters, each in one pass: the opening, the closing, a test of what is
 * between them.
 */
public final class TagScan {
  /** The most UTF-16 units between delimiters that are examined. */
  static final int LONGEST = 200;

  private TagScan() {}

  /** Whether a letter is between an opening and the next closing. */
  static boolean holdsLetter(String text, String open, String close) {
    int start = text.indexOf(open);
    while (start >= 0) {
      int inside = start + open.length();
      int end = text.indexOf(close, inside);
      if (end < 0) {
        return false;
      }
      if (hasLetter(text.substring(inside, end))) {
        return true;
      }
      start = text.indexOf(open, end + close.length());
    }
    return false;
  }

  /** Whether an opening, directly followed by a character of a class, comes before a closing. */
  static boolean startsWith(String text, String open, IntPredicate first, String close) {
    int lastClose = text.lastIndexOf(close);
    int start = text.indexOf(open);
    while (start >= 0 && start + open.length() < lastClose) {
      if (first.test(text.codePointAt(start + open.length()))) {
        return true;
      }
      start = text.indexOf(open, start + 1);
    }
    return false;
  }

  /** Whether an opening comes before a closing, with anything between. */
  static boolean encloses(String text, String open, String close) {
    int start = text.indexOf(open);
    return start >= 0 && text.indexOf(close, start + open.length()) >= 0;
  }

  /**
   * Whether a span from an opening to a closing has characters of one class only and passes a test.
   */
  static boolean holdsRun(
      String text, String open, IntPredicate run, String close, Predicate<String> test) {
    int start = text.indexOf(open);
    while (start >= 0) {
      int inside = start + open.length();
      int end = runEnd(text, inside, run);
      if (end > inside && text.startsWith(close, end) && test.test(text.substring(inside, end))) {
        return true;
      }
      start = text.indexOf(open, start + 1);
    }
    return false;
  }

  /**
   * The index after a run of characters of a class, at most {@link #LONGEST} units after its start.
   */
  static int runEnd(String text, int from, IntPredicate run) {
    int end = from;
    int most = Math.min(text.length(), from + LONGEST);
    while (end < most && run.test(text.charAt(end))) {
      end++;
    }
    return end;
  }

  /** Returns whether a text has a letter of any script (Unicode general category L). */
  public static boolean hasLetter(String text) {
    return text.codePoints().anyMatch(UCharacter::isLetter);
  }
}
