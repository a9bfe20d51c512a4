package dev.nameplate.template.fault;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collection;
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
   * The allowed names as a sentence, with the one that was meant first.
   *
   * @param written what the author wrote
   */
  public static String oneOf(String written, Collection<String> allowed) {
    if (allowed.isEmpty()) {
      return "one that is declared in fields; there is none yet";
    }
    String list = String.join(", ", allowed);
    return NearNames.of(written, allowed)
        .map(name -> "did you mean '" + name + "'? One of " + list)
        .orElse("one of " + list);
  }
}
