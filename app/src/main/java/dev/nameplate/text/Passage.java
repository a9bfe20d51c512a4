package dev.nameplate.text;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UCharacterEnums.ECharacterDirection;
import com.ibm.icu.text.Bidi;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A text or a part of it, with the direction of each character as the whole decides it (UAX #9).
 * The marks that direction was told by are gone.
 */
final class Passage {
  /** The first character that may be written from right to left. */
  private static final char FIRST_RIGHT_TO_LEFT = 0x590;

  private static final byte[] ALL_LEFT_TO_RIGHT = {};

  private final String text;
  private final byte[] levels;
  private final boolean rightToLeft;

  /**
   * @param levels one for each character, or none where all are 0
   */
  private Passage(String text, byte[] levels, boolean rightToLeft) {
    this.text = text;
    this.levels = levels;
    this.rightToLeft = rightToLeft;
  }

  /** A text that a reader of one direction meets. */
  static Passage of(String marked, boolean rightToLeft) {
    if (!rightToLeft && !mayTurn(marked)) {
      return new Passage(withoutMarks(marked), ALL_LEFT_TO_RIGHT, false);
    }
    Bidi bidi = new Bidi();
    bidi.setPara(marked, rightToLeft ? Bidi.RTL : Bidi.LTR, null);
    byte[] marks = bidi.getLevels();
    StringBuilder text = new StringBuilder(marked.length());
    byte[] levels = new byte[marked.length()];
    for (int at = 0; at < marked.length(); at++) {
      if (!isMark(marked.charAt(at))) {
        levels[text.length()] = marks[at];
        text.append(marked.charAt(at));
      }
    }
    return new Passage(text.toString(), Arrays.copyOf(levels, text.length()), rightToLeft);
  }

  String text() {
    return text;
  }

  /** Whether lines of it start at the right. */
  boolean isRightToLeft() {
    return rightToLeft;
  }

  /** Whether each character stands at the right of the one before it. */
  boolean isAllLeftToRight() {
    return levels.length == 0;
  }

  /** The characters from one (included) to another (excluded), without spaces at the end. */
  Passage part(int from, int to) {
    int end = to;
    while (end > from && Character.isWhitespace(text.charAt(end - 1))) {
      end--;
    }
    byte[] part = levels.length == 0 ? levels : Arrays.copyOfRange(levels, from, end);
    return new Passage(text.substring(from, end), part, rightToLeft);
  }

  /** This with a mark of punctuation after its last character, which it follows in direction. */
  Passage ended(char mark) {
    byte[] longer = levels;
    if (levels.length > 0) {
      longer = Arrays.copyOf(levels, levels.length + 1);
      longer[levels.length] = levels[levels.length - 1];
    }
    return new Passage(text + mark, longer, rightToLeft);
  }

  /** A stretch of one direction. */
  record Stretch(int from, int to, boolean rightToLeft) {}

  /** The stretches in the order of sight, from left to right. */
  List<Stretch> stretches() {
    if (levels.length == 0) {
      return List.of(new Stretch(0, text.length(), false));
    }
    List<Stretch> logical = new ArrayList<>();
    int from = 0;
    for (int at = 1; at <= levels.length; at++) {
      if (at == levels.length || levels[at] != levels[from]) {
        logical.add(new Stretch(from, at, levels[from] % 2 == 1));
        from = at;
      }
    }
    byte[] each = new byte[logical.size()];
    for (int stretch = 0; stretch < each.length; stretch++) {
      each[stretch] = levels[logical.get(stretch).from()];
    }
    return Arrays.stream(Bidi.reorderVisual(each)).mapToObj(logical::get).toList();
  }

  private static boolean mayTurn(String text) {
    return text.codePoints().anyMatch(c -> c >= FIRST_RIGHT_TO_LEFT && !isIsolate(c) && turns(c));
  }

  private static boolean turns(int codePoint) {
    return switch (UCharacter.getDirection(codePoint)) {
      case ECharacterDirection.RIGHT_TO_LEFT,
          ECharacterDirection.RIGHT_TO_LEFT_ARABIC,
          ECharacterDirection.ARABIC_NUMBER,
          ECharacterDirection.RIGHT_TO_LEFT_OVERRIDE,
          ECharacterDirection.RIGHT_TO_LEFT_EMBEDDING ->
          true;
      default -> false;
    };
  }

  /** Embeddings, overrides and isolates, and the two marks of direction. */
  static boolean isMark(int c) {
    return (c >= 0x202a && c <= 0x202e) || isIsolate(c) || c == 0x200e || c == 0x200f || c == 0x61c;
  }

  private static boolean isIsolate(int c) {
    return c >= 0x2066 && c <= 0x2069;
  }

  private static String withoutMarks(String text) {
    if (text.chars().noneMatch(Passage::isMark)) {
      return text;
    }
    StringBuilder kept = new StringBuilder(text.length());
    text.chars().filter(c -> !isMark(c)).forEach(c -> kept.append((char) c));
    return kept.toString();
  }
}
