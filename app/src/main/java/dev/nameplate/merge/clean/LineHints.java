package dev.nameplate.merge.clean;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UProperty;
import dev.nameplate.merge.decode.UnicodeCleaner;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The line-breaking characters of a text (UAX 14): no-break spaces (U+00A0, U+2007, U+202F) and,
 * within words, the word joiner (U+2060) and, in scripts without spaces, the zero width space
 * (U+200B).
 *
 * <p>A text is cleaned, checked and compared without them, so that none can hide a word from a
 * rule. They are restored last, between words that are still next to each other.
 *
 * @param words the text's words in order; empty if it holds no such character
 */
public record LineHints(List<Word> words) {
  /** No hints. */
  static final LineHints NONE = new LineHints(List.of());

  private static final Pattern HINT = Pattern.compile("[\\u00a0\\u2007\\u202f\\u2060\\u200b]");
  private static final Pattern SPACES = Pattern.compile("[\\s\\u0085\\p{Z}]+");
  private static final char NO_BREAK = '\u00a0';
  private static final char FIGURE = '\u2007';
  private static final char NARROW = '\u202f';
  private static final char JOINER = '\u2060';
  private static final char BREAK = '\u200b';
  private static final int WITHOUT_SPACES =
      UCharacter.getPropertyValueEnum(UProperty.LINE_BREAK, "SA");

  /** Copies the list. */
  public LineHints {
    words = List.copyOf(words);
  }

  /**
   * One word of the text.
   *
   * @param before the space to draw before it: plain, no-break or narrow no-break
   * @param plain the cleaned word, without hints
   * @param hinted the cleaned word with its hints
   */
  record Word(char before, String plain, String hinted) {}

  /** The hints of a text that has not been cleaned; {@link #NONE} if it holds none. */
  static LineHints of(String text) {
    if (!HINT.matcher(text).find()) {
      return NONE;
    }
    List<Word> words = new ArrayList<>();
    Matcher gap = SPACES.matcher(text);
    char before = ' ';
    int start = 0;
    while (start <= text.length()) {
      boolean more = gap.find();
      String written = text.substring(start, more ? gap.start() : text.length());
      String plain = UnicodeCleaner.clean(written);
      if (!plain.isEmpty()) {
        words.add(new Word(before, plain, hinted(written, plain)));
      }
      before = more ? kept(gap.group()) : ' ';
      start = more ? gap.end() : text.length() + 1;
    }
    return new LineHints(words);
  }

  /**
   * A cleaned text with its hints put back.
   *
   * @param text with single plain spaces
   * @return the text with the hints of every word that is unchanged; other words stay as they are
   */
  public String restored(String text) {
    if (words.isEmpty()) {
      return text;
    }
    StringBuilder out = new StringBuilder(text.length() + words.size());
    int next = 0;
    for (String word : text.split(" ")) {
      int found = next;
      while (found < words.size() && !words.get(found).plain().equalsIgnoreCase(word)) {
        found++;
      }
      boolean known = found < words.size();
      if (!out.isEmpty()) {
        out.append(known && found == next ? words.get(found).before() : ' ');
      }
      boolean same = known && words.get(found).plain().equals(word);
      out.append(same ? words.get(found).hinted() : word);
      next = known ? found + 1 : next;
    }
    return out.toString();
  }

  /** The space to draw for a gap: no-break if any character of it is. */
  private static char kept(String gap) {
    if (gap.indexOf(NARROW) >= 0) {
      return NARROW;
    }
    return gap.indexOf(NO_BREAK) >= 0 || gap.indexOf(FIGURE) >= 0 ? NO_BREAK : ' ';
  }

  /** The cleaned word with its hints; without them if cleaning changed anything else in it. */
  private static String hinted(String written, String plain) {
    StringBuilder hinted = new StringBuilder(written.length());
    int at = 0;
    for (int index = 0; index < written.length(); index++) {
      char c = written.charAt(index);
      boolean inside = at > 0 && at < plain.length();
      if (c == JOINER && inside) {
        hinted.append(c);
      } else if (c == BREAK && inside && mayBreak(plain, at)) {
        hinted.append(c);
      } else if (c != JOINER && c != BREAK) {
        hinted.append(c);
        at++;
      }
    }
    String without = hinted.toString().replace("" + JOINER, "").replace("" + BREAK, "");
    return without.equals(plain) ? hinted.toString() : plain;
  }

  /** Whether both neighbors belong to a script without spaces (line break class SA). */
  private static boolean mayBreak(String plain, int at) {
    return isWithoutSpaces(plain.codePointBefore(at)) && isWithoutSpaces(plain.codePointAt(at));
  }

  private static boolean isWithoutSpaces(int c) {
    return UCharacter.getIntPropertyValue(c, UProperty.LINE_BREAK) == WITHOUT_SPACES;
  }
}
