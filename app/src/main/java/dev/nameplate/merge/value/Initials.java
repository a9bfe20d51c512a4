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
 * The first letters of a name: of its first and its last word where the script has capitals, of the
 * first alone where it has none, since there two letters side by side read as a word. Titles and
 * suffixes ({@code Dr.}, {@code Jr.}, {@code III}) are no words of it.
 */
public final class Initials {
  private Initials() {}

  /** One or two grapheme clusters; empty where no word begins with a letter. */
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

  /** The cluster (UAX 29) of a word's first letter, as a capital. */
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
