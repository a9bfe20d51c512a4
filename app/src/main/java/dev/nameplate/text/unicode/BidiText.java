package dev.nameplate.text.unicode;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UCharacterEnums.ECharacterDirection;
import com.ibm.icu.text.Bidi;
import com.ibm.icu.text.BreakIterator;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/**
 * A text or a part of one, with the bidirectional embedding level of each character in the whole
 * text (UAX 9). Its directional formatting characters are removed. Each character also belongs to a
 * span, and each grapheme cluster to one span only. A line feed ends a line and has the text's
 * level (rule L1). Immutable.
 *
 * <p>Indexes are in UTF-16 units.
 */
public final class BidiText {
  /** The first character that may be written from right to left. */
  private static final char FIRST_RIGHT_TO_LEFT = 0x590;

  private static final char SOFT_HYPHEN = 0xad;
  private static final char HYPHEN = '\u2010';
  private static final char NO_BREAK_HYPHEN = '\u2011';

  private static final byte[] ALL_LEFT_TO_RIGHT = {};
  private static final byte[] ALL_IN_ONE = {};
  private static final byte[] NO_SEAMS = {};

  private final String text;
  private final byte[] levels;
  private final byte[] seams;
  private final byte[] spans;
  private final boolean rightToLeft;

  /**
   * @param levels one for each UTF-16 unit, or none if all are 0
   * @param seams one for each UTF-16 unit: 1 more than the lowest level of the removed marks before
   *     it, if that is below its own level, otherwise 0; none if all are 0. Two adjacent isolates
   *     have the same level and are ordered by the level of what was between them.
   * @param spans one for each UTF-16 unit, or none if all are 0
   */
  private BidiText(String text, byte[] levels, byte[] seams, byte[] spans, boolean rightToLeft) {
    this.text = text;
    this.levels = levels;
    this.seams = seams;
    this.spans = spans;
    this.rightToLeft = rightToLeft;
  }

  /**
   * Resolves the levels of a text (UAX 9).
   *
   * @param marked may hold directional formatting characters, which are applied and removed
   * @param rightToLeft the base direction
   * @return the text in a single span
   */
  public static BidiText of(String marked, boolean rightToLeft) {
    if (!rightToLeft && !mayTurn(marked)) {
      return new BidiText(withoutMarks(marked), ALL_LEFT_TO_RIGHT, NO_SEAMS, ALL_IN_ONE, false);
    }
    Bidi bidi = new Bidi();
    bidi.setPara(marked, rightToLeft ? Bidi.RTL : Bidi.LTR, null);
    byte[] marks = bidi.getLevels();
    StringBuilder text = new StringBuilder(marked.length());
    byte[] levels = new byte[marked.length()];
    byte[] seams = new byte[marked.length()];
    byte lowest = Byte.MAX_VALUE;
    for (int at = 0; at < marked.length(); at++) {
      char c = marked.charAt(at);
      if (isMark(c)) {
        lowest = isEmbedding(c) ? lowest : (byte) Math.min(lowest, marks[at]);
        continue;
      }
      levels[text.length()] = marks[at];
      seams[text.length()] = lowest < marks[at] ? (byte) (lowest + 1) : 0;
      lowest = Byte.MAX_VALUE;
      text.append(c);
    }
    byte[] each = Arrays.copyOf(levels, text.length());
    byte[] before = Arrays.copyOf(seams, text.length());
    return new BidiText(text.toString(), each, before, ALL_IN_ONE, rightToLeft);
  }

  /**
   * Returns a copy whose characters belong to spans. A cluster that reaches into the next span
   * belongs to the first.
   *
   * @param marked the text that this was made of
   * @param ends the index in {@code marked} after each span, ascending; at most 127 spans
   */
  public BidiText inSpans(String marked, List<Integer> ends) {
    byte[] each = new byte[text.length()];
    BreakIterator clusters = Clusters.of(text);
    int from = 0;
    for (int span = 0; span < ends.size() && from < each.length; span++) {
      int end = withoutMarks(marked.substring(0, ends.get(span))).length();
      int whole = end >= each.length || clusters.isBoundary(end) ? end : clusters.following(end);
      Arrays.fill(each, from, Math.max(from, whole), (byte) span);
      from = Math.max(from, whole);
    }
    return new BidiText(text, levels, seams, each, rightToLeft);
  }

  /** Returns the text in logical order, without directional formatting characters. */
  public String text() {
    return text;
  }

  /** Returns whether the base direction is from right to left, so that lines start at the right. */
  public boolean isRightToLeft() {
    return rightToLeft;
  }

  /** Returns whether all characters have level 0, so that no reordering is needed. */
  public boolean isAllLeftToRight() {
    return levels.length == 0;
  }

  /**
   * Returns the part from one index (inclusive) to another (exclusive), without trailing white
   * space, and without a soft hyphen at the end of the whole text.
   */
  public BidiText part(int from, int to) {
    int end = to;
    while (end > from && isTrimmed(end - 1)) {
      end--;
    }
    return range(from, end);
  }

  private boolean isTrimmed(int at) {
    char c = text.charAt(at);
    return UCharacter.isWhitespace(c) || (c == SOFT_HYPHEN && at == text.length() - 1);
  }

  /** Returns a copy without the last UTF-16 unit; the text must not be empty. */
  public BidiText withoutLast() {
    return range(0, text.length() - 1);
  }

  /** Returns whether it ends in a soft hyphen, so that a line of it ends in a visible hyphen. */
  public boolean endsInSoftHyphen() {
    return !text.isEmpty() && text.charAt(text.length() - 1) == SOFT_HYPHEN;
  }

  /** Returns whether a text has a hyphen besides that of ASCII: U+2010 or U+2011. */
  public static boolean hasHyphens(String text) {
    return text.indexOf(HYPHEN) >= 0 || text.indexOf(NO_BREAK_HYPHEN) >= 0;
  }

  /** Returns a copy with other hyphens for U+2010 and U+2011. */
  public BidiText withHyphens(UnaryOperator<Character> other) {
    String replaced =
        text.replace(HYPHEN, other.apply(HYPHEN))
            .replace(NO_BREAK_HYPHEN, other.apply(NO_BREAK_HYPHEN));
    return new BidiText(replaced, levels, seams, spans, rightToLeft);
  }

  /**
   * Returns the part that a stretch covers, with its spaces; soft hyphens at its end are kept only
   * at the end of the text.
   */
  public BidiText slice(Stretch stretch) {
    int end = stretch.to();
    while (end < text.length() && end > stretch.from() && text.charAt(end - 1) == SOFT_HYPHEN) {
      end--;
    }
    return range(stretch.from(), end);
  }

  private BidiText range(int from, int to) {
    return new BidiText(
        text.substring(from, to),
        range(levels, from, to),
        range(seams, from, to),
        range(spans, from, to),
        rightToLeft);
  }

  private static byte[] range(byte[] each, int from, int to) {
    return each.length == 0 ? each : Arrays.copyOfRange(each, from, to);
  }

  /** Returns the span that the character at an index belongs to, from 0; 0 without spans. */
  public int span(int at) {
    return spans.length == 0 ? 0 : spans[at];
  }

  /** Returns the distinct spans of its characters, ascending, from 0; only 0 without spans. */
  public IntStream spans() {
    return spans.length == 0
        ? IntStream.of(0)
        : IntStream.range(0, spans.length).map(this::span).distinct();
  }

  /** Returns a copy with a character appended that has the level and span of the last character. */
  public BidiText ended(char mark) {
    byte[] before = seams.length == 0 ? seams : Arrays.copyOf(seams, seams.length + 1);
    return new BidiText(text + mark, longer(levels), before, longer(spans), rightToLeft);
  }

  private static byte[] longer(byte[] each) {
    if (each.length == 0) {
      return each;
    }
    byte[] longer = Arrays.copyOf(each, each.length + 1);
    longer[each.length] = each[each.length - 1];
    return longer;
  }

  /**
   * A run of characters of one level, one span and one isolate.
   *
   * @param from index of its first UTF-16 unit
   * @param to index after its last UTF-16 unit
   * @param rightToLeft whether its level is odd
   * @param span from 0
   */
  public record Stretch(int from, int to, boolean rightToLeft, int span) {}

  /**
   * Returns the stretches in visual order, from left to right (UAX 9, rule L2); together they cover
   * the whole text. None is empty.
   */
  public List<Stretch> stretches() {
    if (levels.length == 0 && spans.length == 0) {
      return List.of(new Stretch(0, text.length(), false, 0));
    }
    List<Stretch> logical = new ArrayList<>();
    byte[] each = new byte[2 * text.length()];
    int from = 0;
    for (int at = 1; at <= text.length(); at++) {
      if (at == text.length() || !continues(from, at)) {
        each[logical.size()] = level(from);
        logical.add(new Stretch(from, at, level(from) % 2 == 1, span(from)));
        if (at < text.length() && seam(at) > 0) {
          each[logical.size()] = (byte) (seam(at) - 1);
          logical.add(new Stretch(at, at, false, 0));
        }
        from = at;
      }
    }
    return Arrays.stream(Bidi.reorderVisual(Arrays.copyOf(each, logical.size())))
        .mapToObj(logical::get)
        .filter(stretch -> stretch.to() > stretch.from())
        .toList();
  }

  private boolean continues(int from, int at) {
    return level(at) == level(from) && span(at) == span(from) && seam(at) == 0;
  }

  private byte seam(int at) {
    return seams.length == 0 ? 0 : seams[at];
  }

  private byte level(int at) {
    return levels.length == 0 ? 0 : levels[at];
  }

  private static boolean mayTurn(String text) {
    return CodePoints.any(text, c -> c >= FIRST_RIGHT_TO_LEFT && !isIsolate(c) && turns(c));
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

  /**
   * Returns whether a code point is a directional formatting character (UAX 9, section 2): an
   * embedding, override, isolate or mark.
   */
  public static boolean isMark(int c) {
    return isEmbedding(c) || isIsolate(c) || c == 0x200e || c == 0x200f || c == 0x61c;
  }

  /** An embedding or override or its end, which is removed before levels are resolved (rule X9). */
  private static boolean isEmbedding(int c) {
    return c >= 0x202a && c <= 0x202e;
  }

  private static boolean isIsolate(int c) {
    return c >= 0x2066 && c <= 0x2069;
  }

  private static String withoutMarks(String text) {
    if (!CodePoints.any(text, BidiText::isMark)) {
      return text;
    }
    StringBuilder kept = new StringBuilder(text.length());
    text.chars().filter(c -> !isMark(c)).forEach(c -> kept.append((char) c));
    return kept.toString();
  }
}
