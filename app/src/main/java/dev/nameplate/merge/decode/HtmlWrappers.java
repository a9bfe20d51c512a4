package dev.nameplate.merge.decode;

import java.util.List;
import java.util.Locale;

/**
 * Removes HTML formatting that a rich-text editor left around a value. Eloqua's merge tag is a
 * {@code span} and stays.
 */
public final class HtmlWrappers {
  private static final List<String> ELEMENTS =
      List.of("strong", "span", "font", "div", "em", "b", "i", "u", "p");
  private static final List<String> BREAKS = List.of("<br>", "<br/>", "<br />");
  private static final int DEEPEST = 8;

  private HtmlWrappers() {}

  /**
   * Replaces line breaks ({@code <br>}) by spaces and removes up to eight formatting elements that
   * enclose the whole text.
   *
   * @return the stripped content; the text itself if it has no {@code <} or holds Eloqua's tag
   */
  public static String remove(String text) {
    if (text.indexOf('<') < 0 || text.toLowerCase(Locale.ROOT).contains("eloquaemail")) {
      return text;
    }
    String bare = withoutBreaks(text).strip();
    for (int depth = 0; depth < DEEPEST; depth++) {
      bare = unwrapped(bare);
    }
    return bare;
  }

  private static String withoutBreaks(String text) {
    StringBuilder out = new StringBuilder(text.length());
    for (int at = 0; at < text.length(); ) {
      int length = breakLength(text, at);
      out.append(length > 0 ? ' ' : text.charAt(at));
      at += Math.max(1, length);
    }
    return out.toString();
  }

  private static int breakLength(String text, int at) {
    if (text.charAt(at) != '<') {
      return 0;
    }
    return BREAKS.stream()
        .filter(mark -> text.regionMatches(true, at, mark, 0, mark.length()))
        .mapToInt(String::length)
        .findFirst()
        .orElse(0);
  }

  private static String unwrapped(String text) {
    for (String element : ELEMENTS) {
      String close = "</" + element + ">";
      int end = text.length() - close.length();
      int start = openingEnd(text, element);
      if (start > 0 && start <= end && text.regionMatches(true, end, close, 0, close.length())) {
        String inside = text.substring(start, end);
        return isBalanced(inside, element) ? inside.strip() : text;
      }
    }
    return text;
  }

  /** The index after an element's start tag at the beginning of the text; 0 if there is none. */
  private static int openingEnd(String text, String element) {
    String open = "<" + element;
    int after = open.length();
    if (!text.regionMatches(true, 0, open, 0, after) || text.length() == after) {
      return 0;
    }
    char next = text.charAt(after);
    return next == '>' || next == ' ' ? text.indexOf('>') + 1 : 0;
  }

  /** Whether every end tag inside has its start tag inside too. */
  private static boolean isBalanced(String inside, String element) {
    int depth = 0;
    int mark = inside.indexOf('<');
    while (mark >= 0) {
      if (inside.regionMatches(true, mark, "</" + element + ">", 0, element.length() + 3)) {
        depth--;
      } else if (openingEnd(inside.substring(mark, Math.min(inside.length(), mark + 16)), element)
          > 0) {
        depth++;
      }
      if (depth < 0) {
        return false;
      }
      mark = inside.indexOf('<', mark + 1);
    }
    return true;
  }
}
