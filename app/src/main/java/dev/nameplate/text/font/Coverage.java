package dev.nameplate.text.font;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UCharacterCategory;
import com.ibm.icu.lang.UProperty;
import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.text.Normalizer2;
import dev.nameplate.text.unicode.Clusters;
import dev.nameplate.text.unicode.Scripts;
import java.lang.Character.UnicodeBlock;
import java.util.Optional;

/** What the fonts can draw, cluster by cluster. */
record Coverage(FontSelector faces) {
  private static final Normalizer2 PLAIN = Normalizer2.getNFKCInstance();

  /**
   * Letters of styled alphabets that stand apart from the rest of them (the holes of the block
   * Mathematical Alphanumeric Symbols).
   */
  private static final String APART = "ℂℊℋℌℍℎℐℑℒℓℕℙℚℛℜℝℤℨℬℭℯℰℱℳℴ";

  /**
   * The text as it can be drawn: with plain letters in place of styled ones that no font has, in
   * one style throughout, and without pictographs, signs and stray marks that no font has.
   *
   * @return empty where no font has a letter or digit of it, or nothing that shows is left
   */
  Optional<String> drawable(String text) {
    if (faces.isPlain(text)) {
      return Optional.of(text);
    }
    return drawable(text, false);
  }

  private Optional<String> drawable(String text, boolean allPlain) {
    StringBuilder drawn = new StringBuilder(text.length());
    BreakIterator clusters = Clusters.of(text);
    int script = Scripts.NONE;
    boolean plain = false;
    int start = 0;
    for (int end = clusters.next(); end != BreakIterator.DONE; end = clusters.next()) {
      String cluster = text.substring(start, end);
      script = Scripts.of(cluster, script);
      boolean apart = APART.indexOf(cluster.charAt(0)) >= 0;
      if (hasGlyphs(cluster, script) && !(apart && allPlain)) {
        drawn.append(cluster);
      } else {
        String letters = PLAIN.normalize(cluster);
        boolean known = !letters.equals(cluster) && allDrawable(letters);
        if (!known && !mayBeLeftOut(cluster)) {
          return Optional.empty();
        }
        drawn.append(known ? letters : "");
        plain |= known && UCharacter.isLetter(cluster.codePointAt(0));
      }
      start = end;
    }
    if (plain && !allPlain) {
      return drawable(text, true);
    }
    String shown = drawn.toString();
    return shown.isBlank() && !text.isBlank() ? Optional.empty() : Optional.of(shown);
  }

  private boolean allDrawable(String text) {
    BreakIterator clusters = Clusters.of(text);
    int start = 0;
    for (int end = clusters.next(); end != BreakIterator.DONE; end = clusters.next()) {
      String cluster = text.substring(start, end);
      if (!hasGlyphs(cluster, Scripts.of(cluster, Scripts.NONE))) {
        return false;
      }
      start = end;
    }
    return true;
  }

  private boolean hasGlyphs(String cluster, int script) {
    return Clusters.isSilent(cluster) || faces.choose(cluster, script).isPresent();
  }

  /** Whether a text still says the same without a cluster: it has no letter and no digit. */
  private static boolean mayBeLeftOut(String cluster) {
    return cluster.codePoints().allMatch(Coverage::isNoLetter);
  }

  private static boolean isNoLetter(int c) {
    if (UCharacter.hasBinaryProperty(c, UProperty.EXTENDED_PICTOGRAPHIC)) {
      return true;
    }
    return switch (UCharacter.getType(c)) {
      case UCharacterCategory.UNASSIGNED -> isFutureSign(c);
      case UCharacterCategory.PRIVATE_USE,
          UCharacterCategory.SURROGATE,
          UCharacterCategory.CONTROL ->
          false;
      default ->
          !UCharacter.isLetterOrDigit(c)
              && UCharacter.getUnicodeNumericValue(c) == UCharacter.NO_NUMERIC_VALUE;
    };
  }

  /** Whether a character that is not assigned yet can become nothing but a sign of a currency. */
  private static boolean isFutureSign(int c) {
    return UnicodeBlock.CURRENCY_SYMBOLS.equals(UnicodeBlock.of(c));
  }
}
