package dev.nameplate.text.unicode;

import com.ibm.icu.util.ULocale;

/**
 * Trimming of fullwidth punctuation: the empty half of a mark's square is left off between two
 * marks and at a line's end (JLREQ 3.1.4 and 3.1.9, CLREQ 3.1.6).
 *
 * @param opening marks whose left half is empty; an empty text if nothing is trimmed
 * @param closing marks whose right half is empty; an empty text if nothing is trimmed
 */
public record Punctuation(String opening, String closing) {
  /** Nothing is trimmed. */
  static final Punctuation NONE = new Punctuation("", "");

  private static final String OPENING = "「『（《〈【〔［｛〖〘〚";
  private static final String CLOSING = "」』）》〉】〕］｝〗〙〛";

  /** Commas and full stops, which are centered in their square in Taiwan and Hong Kong. */
  private static final String STOPS = "、。，．";

  /** The half of its square that is trimmed from a mark. */
  public enum Cut {
    /** The mark keeps its whole square. */
    NOTHING,
    /** The left half. */
    LEFT,
    /** The right half. */
    RIGHT
  }

  /**
   * Returns the marks of a locale's language; none but for Japanese and Chinese. Commas and full
   * stops are not among them for traditional Chinese characters, where they are centered.
   */
  public static Punctuation of(ULocale locale) {
    return switch (locale.getLanguage()) {
      case "ja" -> new Punctuation(OPENING, CLOSING + STOPS);
      case "zh", "yue" -> {
        boolean centered = ULocale.addLikelySubtags(locale).getScript().equals("Hant");
        yield new Punctuation(OPENING, centered ? CLOSING : CLOSING + STOPS);
      }
      default -> NONE;
    };
  }

  /** Returns whether a text holds any of the marks. */
  public boolean isIn(String text) {
    return !closing.isEmpty() && CodePoints.any(text, this::isMark);
  }

  /**
   * Returns which half of a mark is trimmed.
   *
   * @param line a whole line
   * @param at index of a character of the line, in UTF-16 units
   * @return {@link Cut#NOTHING} too if the character is no mark
   */
  public Cut cut(String line, int at) {
    char c = line.charAt(at);
    char before = at > 0 ? line.charAt(at - 1) : ' ';
    boolean last = at == line.length() - 1;
    if (opening.indexOf(c) >= 0 && opening.indexOf(before) >= 0) {
      return Cut.LEFT;
    }
    return closing.indexOf(c) >= 0 && (last || isMark(line.charAt(at + 1)))
        ? Cut.RIGHT
        : Cut.NOTHING;
  }

  /**
   * Returns whether a text ends with a closing mark, whose right half is trimmed at a line's end.
   */
  public boolean endsInClosing(String text) {
    return !text.isEmpty() && closing.indexOf(text.charAt(text.length() - 1)) >= 0;
  }

  private boolean isMark(int c) {
    return opening.indexOf(c) >= 0 || closing.indexOf(c) >= 0;
  }
}
