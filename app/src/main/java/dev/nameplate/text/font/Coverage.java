package dev.nameplate.text.font;

import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.text.Normalizer2;
import dev.nameplate.text.unicode.Clusters;
import dev.nameplate.text.unicode.Scripts;
import java.util.Optional;

/** What the fonts can draw, cluster by cluster. */
record Coverage(FontSelector faces) {
  private static final Normalizer2 PLAIN = Normalizer2.getNFKCInstance();

  /**
   * The text with plain letters in place of styled ones that no font has; empty where a cluster has
   * neither.
   */
  Optional<String> drawable(String text) {
    if (faces.isPlain(text)) {
      return Optional.of(text);
    }
    StringBuilder drawn = new StringBuilder(text.length());
    BreakIterator clusters = Clusters.of(text);
    int start = 0;
    for (int end = clusters.next(); end != BreakIterator.DONE; end = clusters.next()) {
      String cluster = text.substring(start, end);
      if (hasGlyphs(cluster)) {
        drawn.append(cluster);
      } else {
        String plain = PLAIN.normalize(cluster);
        if (!allDrawable(plain)) {
          return Optional.empty();
        }
        drawn.append(plain);
      }
      start = end;
    }
    return Optional.of(drawn.toString());
  }

  private boolean allDrawable(String text) {
    BreakIterator clusters = Clusters.of(text);
    int start = 0;
    for (int end = clusters.next(); end != BreakIterator.DONE; end = clusters.next()) {
      if (!hasGlyphs(text.substring(start, end))) {
        return false;
      }
      start = end;
    }
    return true;
  }

  private boolean hasGlyphs(String cluster) {
    return faces.choose(cluster, Scripts.of(cluster, Scripts.NONE)).isPresent();
  }
}
