package dev.nameplate.text.unicode;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UCharacterCategory;
import com.ibm.icu.lang.UProperty;
import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.util.ULocale;
import java.util.ArrayList;
import java.util.List;

/**
 * Grapheme clusters (extended, UAX 29): what readers see as one letter or one emoji. Indexes are in
 * UTF-16 units.
 */
public final class Clusters {
  private static final int TEXT_STYLE = 0xfe0e;
  private static final int COLOR_STYLE = 0xfe0f;
  private static final int FIRST_SILENT = 0xad;
  private static final int KEYCAP = 0x20e3;
  private static final BreakIterator ROOT = BreakIterator.getCharacterInstance(ULocale.ROOT);

  private Clusters() {}

  /** Returns a new iterator over the cluster boundaries of a text, positioned at 0. */
  public static BreakIterator of(String text) {
    BreakIterator clusters = (BreakIterator) ROOT.clone();
    clusters.setText(text);
    return clusters;
  }

  /**
   * Returns the index after each cluster of a text, in UTF-16 units, ascending; a new list, empty
   * for an empty text.
   */
  public static List<Integer> ends(String text) {
    List<Integer> ends = new ArrayList<>();
    BreakIterator clusters = of(text);
    for (int end = clusters.next(); end != BreakIterator.DONE; end = clusters.next()) {
      ends.add(end);
    }
    return ends;
  }

  /**
   * Returns whether a font may have a glyph for a cluster: none of its characters is private-use, a
   * surrogate, a control or unassigned. Code points that are reserved for pictographs (UTS 51) may
   * be in a font that is newer than these tables.
   */
  public static boolean isPublic(String cluster) {
    return CodePoints.all(cluster, Clusters::isPublic);
  }

  private static boolean isPublic(int codePoint) {
    return switch (UCharacter.getType(codePoint)) {
      case UCharacterCategory.UNASSIGNED,
          UCharacterCategory.PRIVATE_USE,
          UCharacterCategory.SURROGATE,
          UCharacterCategory.CONTROL ->
          isPictograph(codePoint);
      default -> true;
    };
  }

  /** Returns whether a character is a combining diacritical mark (U+0300 to U+036F). */
  public static boolean isAccent(int c) {
    return c >= 0x300 && c <= 0x36f;
  }

  /** Returns whether a cluster has a combining diacritical mark after its first character. */
  public static boolean isAccented(String cluster) {
    return cluster.length() > 1 && CodePoints.any(cluster, Clusters::isAccent);
  }

  /** Returns what is before the combining diacritical marks of a cluster; all of it without any. */
  public static String letter(String cluster) {
    int end = 0;
    while (end < cluster.length() && !isAccent(cluster.charAt(end))) {
      end++;
    }
    return cluster.substring(0, end);
  }

  /**
   * Returns whether a cluster, not empty, is a negative circled or squared letter or number, whose
   * strokes are cut out of a filled shape.
   */
  public static boolean isCutOut(String cluster) {
    int c = cluster.codePointAt(0);
    return (c >= 0x2776 && c <= 0x277f)
        || (c >= 0x278a && c <= 0x2793)
        || (c >= 0x24eb && c <= 0x24f4)
        || c == 0x24ff
        || (c >= 0x1f150 && c <= 0x1f169)
        || (c >= 0x1f170 && c <= 0x1f189);
  }

  /**
   * Returns whether a cluster, not empty, has only default ignorable characters (UAX 44), such as
   * joiners, directional marks and soft hyphens.
   */
  public static boolean isSilent(String cluster) {
    return cluster.charAt(0) >= FIRST_SILENT && CodePoints.all(cluster, Clusters::isSilent);
  }

  /**
   * Returns whether a code point is default ignorable (UAX 44), so that no font needs a glyph for
   * it.
   */
  public static boolean isSilent(int codePoint) {
    return codePoint >= FIRST_SILENT
        && UCharacter.hasBinaryProperty(codePoint, UProperty.DEFAULT_IGNORABLE_CODE_POINT);
  }

  /**
   * Returns whether a cluster, not empty, has emoji presentation (UTS 51): by its variation
   * selector if it has one, otherwise by its characters' default.
   */
  public static boolean wantsColor(String cluster) {
    int base = cluster.codePointAt(0);
    if (base < 0x80 && cluster.length() == 1) {
      return false;
    }
    if (cluster.indexOf(TEXT_STYLE) >= 0) {
      return false;
    }
    boolean sequence = cluster.indexOf(COLOR_STYLE) >= 0 || cluster.indexOf(KEYCAP) > 0;
    return (sequence && UCharacter.hasBinaryProperty(base, UProperty.EMOJI))
        || CodePoints.any(cluster, Clusters::isColorByDefault);
  }

  /**
   * Returns whether a cluster, not empty, is an emoji beyond ASCII or reserved for one (UTS 51), so
   * that a color font may draw it if no text font does.
   */
  public static boolean mayBeColor(String cluster) {
    int base = cluster.codePointAt(0);
    return base >= 0x80
        && (UCharacter.hasBinaryProperty(base, UProperty.EMOJI) || isPictograph(base));
  }

  private static boolean isPictograph(int c) {
    return UCharacter.hasBinaryProperty(c, UProperty.EXTENDED_PICTOGRAPHIC);
  }

  private static boolean isColorByDefault(int codePoint) {
    return codePoint > 0x2000
        && (UCharacter.hasBinaryProperty(codePoint, UProperty.EMOJI_PRESENTATION)
            || UCharacter.hasBinaryProperty(codePoint, UProperty.EMOJI_MODIFIER));
  }
}
