package dev.nameplate.text.unicode;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UCharacterCategory;
import com.ibm.icu.lang.UProperty;
import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.util.ULocale;
import java.util.ArrayList;
import java.util.List;

/** Grapheme clusters (UAX #29): what readers take for one letter or one emoji. */
public final class Clusters {
  private static final int TEXT_STYLE = 0xfe0e;
  private static final int COLOUR_STYLE = 0xfe0f;
  private static final int FIRST_SILENT = 0xad;
  private static final int KEYCAP = 0x20e3;
  private static final BreakIterator ROOT = BreakIterator.getCharacterInstance(ULocale.ROOT);

  private Clusters() {}

  /** The boundaries of a text's clusters, at the first of them. */
  public static BreakIterator of(String text) {
    BreakIterator clusters = (BreakIterator) ROOT.clone();
    clusters.setText(text);
    return clusters;
  }

  /** The end of each of a text's clusters, in order. */
  public static List<Integer> ends(String text) {
    List<Integer> ends = new ArrayList<>();
    BreakIterator clusters = of(text);
    for (int end = clusters.next(); end != BreakIterator.DONE; end = clusters.next()) {
      ends.add(end);
    }
    return ends;
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

  /** Whether a character is an accent for letters of several scripts. */
  public static boolean isAccent(char c) {
    return c >= 0x300 && c <= 0x36f;
  }

  /** Whether a cluster is a letter with accents of its own. */
  public static boolean isAccented(String cluster) {
    return cluster.length() > 1 && cluster.chars().anyMatch(c -> isAccent((char) c));
  }

  /** Whether a sign is a disc or a square that a letter or number is cut out of. */
  public static boolean isCutOut(String cluster) {
    int c = cluster.codePointAt(0);
    return (c >= 0x2776 && c <= 0x277f)
        || (c >= 0x278a && c <= 0x2793)
        || (c >= 0x24eb && c <= 0x24f4)
        || c == 0x24ff
        || (c >= 0x1f150 && c <= 0x1f169)
        || (c >= 0x1f170 && c <= 0x1f189);
  }

  /** Whether nothing of it shows: joiners, marks of direction, soft hyphens. */
  public static boolean isSilent(String cluster) {
    return cluster.charAt(0) >= FIRST_SILENT && cluster.codePoints().allMatch(Clusters::isSilent);
  }

  /** Whether a character shows nothing by itself, so that no font needs a glyph for it. */
  public static boolean isSilent(int codePoint) {
    return codePoint >= FIRST_SILENT
        && UCharacter.hasBinaryProperty(codePoint, UProperty.DEFAULT_IGNORABLE_CODE_POINT);
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
