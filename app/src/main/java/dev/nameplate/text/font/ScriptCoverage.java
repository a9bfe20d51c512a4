package dev.nameplate.text.font;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UScript;
import com.ibm.icu.text.BreakIterator;
import dev.nameplate.text.unicode.Clusters;
import dev.nameplate.text.unicode.Scripts;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * How many of a script's letters that occur in some texts a font has. Letters that it lacks are
 * drawn in a fallback font.
 *
 * @param script its English name, {@code Cyrillic}
 * @param letters how many different ones occur
 * @param missing those that the font lacks, in ascending order, {@value #MOST_SHOWN} at most
 * @param lacking how many the font lacks
 */
public record ScriptCoverage(String script, int letters, List<String> missing, int lacking) {
  private static final int MOST_SHOWN = 12;

  public ScriptCoverage {
    missing = List.copyOf(missing);
  }

  /** The coverage of some texts, the script with the most letters first. */
  static List<ScriptCoverage> of(Face face, Collection<String> texts) {
    Map<Integer, Set<String>> letters = new TreeMap<>();
    texts.forEach(text -> collect(text, letters));
    List<ScriptCoverage> all = new ArrayList<>();
    letters.forEach(
        (script, each) -> {
          List<String> lacking = each.stream().filter(letter -> !face.covers(letter)).toList();
          List<String> shown = lacking.subList(0, Math.min(MOST_SHOWN, lacking.size()));
          all.add(new ScriptCoverage(UScript.getName(script), each.size(), shown, lacking.size()));
        });
    all.sort(Comparator.comparingInt(ScriptCoverage::letters).reversed());
    return List.copyOf(all);
  }

  private static void collect(String text, Map<Integer, Set<String>> letters) {
    BreakIterator clusters = Clusters.of(text);
    int start = 0;
    for (int end = clusters.next(); end != BreakIterator.DONE; end = clusters.next()) {
      String cluster = text.substring(start, end);
      int script = UScript.getScript(cluster.codePointAt(0));
      if (UCharacter.isLetter(cluster.codePointAt(0)) && script != Scripts.NONE) {
        letters.computeIfAbsent(script, absent -> new TreeSet<>()).add(cluster);
      }
      start = end;
    }
  }
}
