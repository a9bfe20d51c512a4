package dev.nameplate.merge.value;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UProperty;
import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.util.ULocale;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The initials of a name: the first letters of its first and last word if the script has capitals,
 * of its first word alone if it has none, since two such letters side by side read as a word.
 * Titles and suffixes ({@code Dr.}, {@code Jr.}, {@code III}) are skipped.
 */
public final class Initials {
  private Initials() {}

  /**
   * The initials of a name.
   *
   * @return one or two grapheme clusters (UAX 29) in title case; empty if no word begins with a
   *     letter
   */
  public static Optional<String> of(String name) {
    List<String> words =
        Arrays.stream(name.split("[\\s\\u00a0]+")).filter(word -> first(word).isPresent()).toList();
    List<String> letters = new ArrayList<>();
    for (String word : NameTitles.without(words)) {
      first(word).ifPresent(letters::add);
    }
    if (letters.isEmpty()) {
      return Optional.empty();
    }
    String first = letters.get(0);
    String last = letters.get(letters.size() - 1);
    boolean two = letters.size() > 1 && hasCase(first) && hasCase(last);
    return Optional.of(two ? first + last : first);
  }

  /** The grapheme cluster of a word's first letter, in title case; empty if it begins with none. */
  private static Optional<String> first(String word) {
    int at = 0;
    while (at < word.length() && !UCharacter.isLetterOrDigit(word.codePointAt(at))) {
      at += Character.charCount(word.codePointAt(at));
    }
    if (at >= word.length() || !UCharacter.isLetter(word.codePointAt(at))) {
      return Optional.empty();
    }
    BreakIterator clusters = BreakIterator.getCharacterInstance(ULocale.ROOT);
    clusters.setText(word);
    String letter = word.substring(at, clusters.following(at));
    return Optional.of(UCharacter.toTitleCase(ULocale.ROOT, letter, null));
  }

  private static boolean hasCase(String letter) {
    return UCharacter.hasBinaryProperty(letter.codePointAt(0), UProperty.CASED);
  }
}
