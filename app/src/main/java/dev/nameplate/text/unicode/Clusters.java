package dev.nameplate.text.unicode;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UCharacterCategory;
import com.ibm.icu.lang.UProperty;
import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.util.ULocale;

/** Grapheme clusters (UAX #29): what readers take for one letter or one emoji. */
public final class Clusters {
  private static final int TEXT_STYLE = 0xfe0e;
  private static final int COLOUR_STYLE = 0xfe0f;
  private static final int KEYCAP = 0x20e3;
  private static final BreakIterator ROOT = BreakIterator.getCharacterInstance(ULocale.ROOT);

  private Clusters() {}

  /** The boundaries of a text's clusters, at the first of them. */
  public static BreakIterator of(String text) {
    BreakIterator clusters = (BreakIterator) ROOT.clone();
    clusters.setText(text);
    return clusters;
  }

  /** Whether a font may be asked for it: it is assigned, and for everyone. */
  public static boolean isPublic(String cluster) {
    return cluster
        .codePoints()
        .map(UCharacter::getType)
        .noneMatch(
            type ->
                type == UCharacterCategory.UNASSIGNED
                    || type == UCharacterCategory.PRIVATE_USE
                    || type == UCharacterCategory.SURROGATE
                    || type == UCharacterCategory.CONTROL);
  }

  /**
   * Whether a cluster is to be shown as a colour picture (UTS #51): by a variation selector where
   * it has one, else by its characters' default.
   */
  public static boolean wantsColour(String cluster) {
    int base = cluster.codePointAt(0);
    if (base < 0x80 && cluster.length() == 1) {
      return false;
    }
    if (cluster.indexOf(TEXT_STYLE) >= 0) {
      return false;
    }
    boolean sequence = cluster.indexOf(COLOUR_STYLE) >= 0 || cluster.indexOf(KEYCAP) > 0;
    return (sequence && UCharacter.hasBinaryProperty(base, UProperty.EMOJI))
        || cluster.codePoints().anyMatch(Clusters::isColourByDefault);
  }

  /** Whether a cluster is an emoji that is shown as text by default. */
  public static boolean mayBeColour(String cluster) {
    int base = cluster.codePointAt(0);
    return base >= 0x80 && UCharacter.hasBinaryProperty(base, UProperty.EMOJI);
  }

  private static boolean isColourByDefault(int codePoint) {
    return codePoint > 0x2000
        && (UCharacter.hasBinaryProperty(codePoint, UProperty.EMOJI_PRESENTATION)
            || UCharacter.hasBinaryProperty(codePoint, UProperty.EMOJI_MODIFIER));
  }
}
