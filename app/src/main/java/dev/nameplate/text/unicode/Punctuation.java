package dev.nameplate.text.unicode;

import com.ibm.icu.util.ULocale;

/**
 * Fullwidth punctuation, half of whose square is empty: side by side and at a line's end that half
 * is left off (JLREQ 3.1.4 and 3.1.9, CLREQ 3.1.6).
 *
 * @param closing marks whose right half is empty; none where the locale is not written in squares
 */
public record Punctuation(String opening, String closing) {
  /** Nothing is left off. */
  static final Punctuation NONE = new Punctuation("", "");

  private static final String OPENING = "「『（《〈【〔［｛〖〘〚";
  private static final String CLOSING = "」』）》〉】〕］｝〗〙〛";

  /** Commas and full stops, which stand amid their square in Taiwan and Hong Kong. */
  private static final String STOPS = "、。，．";

  /** The half of its square that a mark is set without. */
  public enum Cut {
    NOTHING,
    LEFT,
    RIGHT
  }

  /** Those of a locale. */
  public static Punctuation of(ULocale locale) {
    return switch (locale.getLanguage()) {
      case "ja" -> new Punctuation(OPENING, CLOSING + STOPS);
      case "zh", "yue" -> {
        boolean amid = ULocale.addLikelySubtags(locale).getScript().equals("Hant");
        yield new Punctuation(OPENING, amid ? CLOSING : CLOSING + STOPS);
      }
      default -> NONE;
    };
  }

  /** Whether a line of a text may hold any. */
  public boolean isIn(String text) {
    return !closing.isEmpty() && text.chars().anyMatch(c -> isMark((char) c));
  }

  /**
   * What a mark is set without.
   *
   * @param at a character of the line
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

  /** Whether a line of this text ends with a mark that is as wide as a square within a line. */
  public boolean endsCut(String text) {
    return !text.isEmpty() && closing.indexOf(text.charAt(text.length() - 1)) >= 0;
  }

  private boolean isMark(char c) {
    return opening.indexOf(c) >= 0 || closing.indexOf(c) >= 0;
  }
}
