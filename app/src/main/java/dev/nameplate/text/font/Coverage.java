package dev.nameplate.text.font;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UCharacterCategory;
import com.ibm.icu.lang.UProperty;
import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.text.Normalizer2;
import dev.nameplate.text.unicode.Clusters;
import dev.nameplate.text.unicode.Scripts;
import java.util.Optional;

/** Which grapheme clusters (UAX 29) the fonts can draw. */
record Coverage(FontSelector faces) {
  /** The block of currency symbols (U+20A0 to U+20CF), where Unicode still adds signs. */
  private static final int FIRST_CURRENCY_SIGN = 0x20a0;

  private static final int LAST_CURRENCY_SIGN = 0x20cf;

  private static final Normalizer2 PLAIN = Normalizer2.getNFKCInstance();

  /**
   * Letters of styled alphabets that are outside of their block (the reserved code points of
   * Mathematical Alphanumeric Symbols).
   */
  private static final String LETTERLIKE = "ℂℊℋℌℍℎℐℑℒℓℕℙℚℛℜℝℤℨℬℭℯℰℱℳℴ";

  /**
   * The text as the fonts can draw it: with plain letters (NFKC) in place of styled ones without a
   * glyph, in one style throughout, and without pictographs, symbols and stray marks without a
   * glyph.
   *
   * @return empty if no font has a glyph for one of its letters or digits, or nothing visible is
   *     left
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
      boolean letterlike = LETTERLIKE.indexOf(cluster.charAt(0)) >= 0;
      if (hasGlyphs(cluster, script) && !(letterlike && allPlain)) {
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

  /** Whether a cluster has neither letters nor digits, so that it may be left out. */
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

  /** Whether an unassigned character is in the block Currency Symbols. */
  private static boolean isFutureSign(int c) {
    return c >= FIRST_CURRENCY_SIGN && c <= LAST_CURRENCY_SIGN;
  }
}
