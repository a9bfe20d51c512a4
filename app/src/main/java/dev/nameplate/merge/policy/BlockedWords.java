package dev.nameplate.merge.policy;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UCharacterCategory;
import com.ibm.icu.lang.UProperty;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Words that a deployment refuses, found in a text in spite of capitals, accents, letters of other
 * scripts, digits for letters ({@code 5h0p}), repeated letters ({@code shooop}) and spaces between
 * letters ({@code s h o p}). Only whole words count. An emoji or another symbol ends a word as a
 * space does; inside a word it is ignored too.
 */
final class BlockedWords {
  private final Set<String> words = new HashSet<>();
  private final List<String> phrases = new ArrayList<>();

  BlockedWords(List<String> blocked) {
    for (String entry : blocked) {
      List<String> folded = words(entry);
      if (folded.size() == 1) {
        words.add(folded.get(0));
      } else if (folded.size() > 1) {
        phrases.add(joined(folded));
      }
    }
  }

  /** Whether a text holds a blocked word or phrase. */
  boolean anyIn(String text) {
    if (words.isEmpty() && phrases.isEmpty()) {
      return false;
    }
    String withoutSigns = withoutSigns(text);
    return anyWordIn(words(text))
        || words.contains(spacedLetters(text))
        || (withoutSigns.length() < text.length() && anyWordIn(words(withoutSigns)));
  }

  private boolean anyWordIn(List<String> found) {
    String whole = joined(found);
    return found.stream().anyMatch(words::contains) || phrases.stream().anyMatch(whole::contains);
  }

  /** A text without emoji and other symbols beyond ASCII. */
  private static String withoutSigns(String text) {
    StringBuilder out = new StringBuilder(text.length());
    text.codePoints().filter(c -> c < 0x80 || !isSign(c)).forEach(out::appendCodePoint);
    return out.toString();
  }

  private static boolean isSign(int c) {
    int type = UCharacter.getType(c);
    return type == UCharacterCategory.OTHER_SYMBOL
        || type == UCharacterCategory.MODIFIER_SYMBOL
        || type == UCharacterCategory.FORMAT
        || UCharacter.hasBinaryProperty(c, UProperty.EMOJI_COMPONENT);
  }

  private static String joined(List<String> words) {
    return " " + String.join(" ", words) + " ";
  }

  /** All letters without a letter next to them, as one word. */
  private static String spacedLetters(String text) {
    StringBuilder one = new StringBuilder();
    int[] all = text.codePoints().toArray();
    for (int at = 0; at < all.length; at++) {
      if (isLetter(all, at) && !isLetter(all, at - 1) && !isLetter(all, at + 1)) {
        one.appendCodePoint(all[at]);
      }
    }
    List<String> word = words(one.toString());
    return word.isEmpty() ? "" : word.get(0);
  }

  private static boolean isLetter(int[] all, int at) {
    return at >= 0 && at < all.length && UCharacter.isLetterOrDigit(all[at]);
  }

  private static List<String> words(String text) {
    List<String> words = new ArrayList<>();
    StringBuilder word = new StringBuilder();
    int[] folded = (Confusables.fold(text) + ' ').codePoints().map(BlockedWords::letter).toArray();
    for (int c : folded) {
      if (UCharacter.isLetterOrDigit(c)) {
        word.appendCodePoint(c);
      } else if (c != '\'' && word.length() > 0) {
        words.add(plain(word.toString()));
        word.setLength(0);
      }
    }
    return words;
  }

  /** The letter that a digit or symbol stands for; i and l are the same, since they look alike. */
  private static int letter(int c) {
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

  /** A word with runs of three or more of the same letter reduced to one. */
  private static String plain(String word) {
    int[] all = word.codePoints().toArray();
    StringBuilder out = new StringBuilder(word.length());
    for (int at = 0; at < all.length; ) {
      int end = at;
      while (end < all.length && all[end] == all[at]) {
        end++;
      }
      for (int copy = at; copy < (end - at > 2 ? at + 1 : end); copy++) {
        out.appendCodePoint(all[copy]);
      }
      at = end;
    }
    return out.toString();
  }
}
