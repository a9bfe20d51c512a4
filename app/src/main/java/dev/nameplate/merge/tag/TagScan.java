package dev.nameplate.merge.tag;

import com.ibm.icu.lang.UCharacter;
import java.util.function.IntPredicate;
import java.util.function.Predicate;

/**
 * Finds spans between delimiters in time linear in the text: each looks for an opening, then for a
 * closing, tests what lies between, and moves on. None goes back.
 */
public final class TagScan {
  /** The longest word or expression looked at between delimiters, in UTF-16 units. */
  static final int LONGEST = 200;

  private TagScan() {}

  /** Whether a letter stands between an opening and the next closing. */
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

  /** Whether an opening, then a character of a class, stands anywhere before a closing. */
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

  /** Whether an opening stands before a closing, with anything between. */
  static boolean encloses(String text, String open, String close) {
    int start = text.indexOf(open);
    return start >= 0 && text.indexOf(close, start + open.length()) >= 0;
  }

  /** Whether a run of a class of characters fills the span from an opening to a closing. */
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

  /** The end of a run of a class of characters, {@link #LONGEST} units at most. */
  static int runEnd(String text, int from, IntPredicate run) {
    int end = from;
    int most = Math.min(text.length(), from + LONGEST);
    while (end < most && run.test(text.charAt(end))) {
      end++;
    }
    return end;
  }

  public static boolean hasLetter(String text) {
    return text.codePoints().anyMatch(UCharacter::isLetter);
  }
}
