package dev.nameplate.template.fault;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** Gathers the faults of one file, so that an author sees them all at once. */
public final class FaultCollector {
  private static final int SHOWN = 60;

  private final String file;
  private final List<TemplateFault> found = new ArrayList<>();

  /**
   * @param file relative to the template folder
   */
  public FaultCollector(String file) {
    this.file = file;
  }

  public void add(String path, String what, String allowed) {
    TemplateFault fault = new TemplateFault(file, path, what, allowed);
    if (!found.contains(fault)) {
      found.add(fault);
    }
  }

  public void add(String path, JsonNode node, String allowed) {
    String text = node.toString();
    add(path, text.length() > SHOWN ? text.substring(0, SHOWN) + "…" : text, allowed);
  }

  public boolean isEmpty() {
    return found.isEmpty();
  }

  public List<TemplateFault> list() {
    return List.copyOf(found);
  }

  /**
   * The allowed names as a sentence, with the one nearest to what was written first.
   *
   * @param written what the author wrote
   */
  public static String oneOf(String written, Collection<String> allowed) {
    String list = allowed.isEmpty() ? "none" : String.join(", ", allowed);
    return allowed.stream()
        .min(Comparator.comparingInt(name -> distance(written, name)))
        .filter(
            name ->
                distance(written, name) <= (name.length() < 4 ? 1 : Math.max(2, name.length() / 3)))
        .map(name -> "did you mean '" + name + "'? One of " + list)
        .orElse("one of " + list);
  }

  /** Levenshtein's distance. */
  private static int distance(String one, String other) {
    int[] row = new int[other.length() + 1];
    for (int j = 0; j < row.length; j++) {
      row[j] = j;
    }
    for (int i = 1; i <= one.length(); i++) {
      int corner = row[0];
      row[0] = i;
      for (int j = 1; j < row.length; j++) {
        int changed = corner + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
        corner = row[j];
        row[j] = Math.min(changed, Math.min(row[j], row[j - 1]) + 1);
      }
    }
    return row[other.length()];
  }
}
