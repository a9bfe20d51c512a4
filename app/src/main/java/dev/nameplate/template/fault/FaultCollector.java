package dev.nameplate.template.fault;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * Collects the faults of one file, so that an author sees all of them at once. Not safe for several
 * threads.
 */
public final class FaultCollector {
  private static final int MAX_SHOWN = 60;

  private final String file;
  private final List<TemplateFault> found = new ArrayList<>();

  /**
   * A collector without faults.
   *
   * @param file the file's path below the folder of templates, {@code welcome/template.json}
   */
  public FaultCollector(String file) {
    this.file = file;
  }

  /**
   * Adds a fault, unless an equal one is there.
   *
   * @param path JSON path of the value, {@code $.layers[2].box}
   * @param what what the file holds there, in words
   * @param allowed what it may hold there, in words
   */
  public void add(String path, String what, String allowed) {
    TemplateFault fault = new TemplateFault(file, path, what, allowed);
    if (!found.contains(fault)) {
      found.add(fault);
    }
  }

  /**
   * Adds a fault about a JSON value, unless an equal fault is there. The value is quoted as JSON
   * (RFC 8259); of more than 60 UTF-16 units, the first 60 and an ellipsis are quoted.
   *
   * @param path JSON path of the value
   * @param node the value
   * @param allowed what may stand there, in words
   */
  public void add(String path, JsonNode node, String allowed) {
    String text = node.toString();
    add(path, text.length() > MAX_SHOWN ? text.substring(0, MAX_SHOWN) + "…" : text, allowed);
  }

  /** Whether no fault was added. */
  public boolean isEmpty() {
    return found.isEmpty();
  }

  /** The faults in the order in which they were added; an unmodifiable copy. */
  public List<TemplateFault> list() {
    return List.copyOf(found);
  }

  /**
   * The allowed names as text for {@link TemplateFault#allowed}: a suggestion where one of them is
   * close to what the author wrote ({@link NearNames#of}), then all names.
   *
   * @param written what the author wrote; empty where nothing is there
   * @param allowed the names in the order to list them; empty means that the template declares no
   *     field
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
