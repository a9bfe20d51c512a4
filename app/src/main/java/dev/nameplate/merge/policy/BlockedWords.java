package dev.nameplate.merge.policy;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Words that a deployment refuses, found in a text whatever they are disguised as: capitals, marks,
 * letters of other scripts, digits for letters ({@code 5h0p}), drawn-out ({@code shooop}) or spaced
 * out ({@code s h o p}). Only whole words count.
 */
final class BlockedWords {
  private final Set<String> words = new HashSet<>();
  private final List<String> phrases = new ArrayList<>();

  BlockedWords(List<String> listed) {
    for (String entry : listed) {
      List<String> folded = words(entry);
      if (folded.size() == 1) {
        words.add(folded.get(0));
      } else if (folded.size() > 1) {
        phrases.add(joined(folded));
      }
    }
  }

  boolean anyIn(String text) {
    if (words.isEmpty() && phrases.isEmpty()) {
      return false;
    }
    List<String> found = words(text);
    String whole = joined(found);
    return found.stream().anyMatch(words::contains)
        || words.contains(apart(text))
        || phrases.stream().anyMatch(whole::contains);
  }

  private static String joined(List<String> words) {
    return " " + String.join(" ", words) + " ";
  }

  /** The letters that stand alone, as one word. */
  private static String apart(String text) {
    StringBuilder one = new StringBuilder();
    for (int at = 0; at < text.length(); at++) {
      boolean alone = !isLetter(text, at - 1) && !isLetter(text, at + 1);
      if (alone && isLetter(text, at)) {
        one.append(text.charAt(at));
      }
    }
    List<String> word = words(one.toString());
    return word.isEmpty() ? "" : word.get(0);
  }

  private static boolean isLetter(String text, int at) {
    return at >= 0 && at < text.length() && Character.isLetterOrDigit(text.charAt(at));
  }

  private static List<String> words(String text) {
    String folded = Confusables.fold(text);
    List<String> words = new ArrayList<>();
    StringBuilder word = new StringBuilder();
    for (int at = 0; at <= folded.length(); at++) {
      char c = at < folded.length() ? letter(folded.charAt(at)) : ' ';
      if (Character.isLetterOrDigit(c) || Character.isSurrogate(c)) {
        word.append(c);
      } else if (c != '\'' && word.length() > 0) {
        words.add(plain(word));
        word.setLength(0);
      }
    }
    return words;
  }

  /** The letter that a digit or a sign stands for; i and l are one, as they look it. */
  private static char letter(char c) {
    return switch (c) {
      case '0' -> 'o';
      case '1', 'i', '!', '|' -> 'l';
      case '3' -> 'e';
      case '4', '@' -> 'a';
      case '5', '$' -> 's';
      case '7' -> 't';
      case '8' -> 'b';
      default -> c;
    };
  }

  /** A word in which three or more of a letter in a row are one. */
  private static String plain(StringBuilder word) {
    StringBuilder out = new StringBuilder(word.length());
    for (int at = 0; at < word.length(); ) {
      int end = at;
      while (end < word.length() && word.charAt(end) == word.charAt(at)) {
        end++;
      }
      out.append(word, at, end - at > 2 ? at + 1 : end);
      at = end;
    }
    return out.toString();
  }
}
