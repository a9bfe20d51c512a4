package dev.nameplate.snippet;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What is pasted into a sending tool.
 *
 * @param markup the whole of it
 * @param address of the picture, tags in it, as a browser would read it
 * @param alt the text that stands for the picture, tags in it, as the markup has it
 * @param tags by field, the names that were used; a field without one is left out
 * @param warnings for the author, a sentence each
 */
public record Snippet(
    EmailPlatform tool,
    String markup,
    String address,
    String alt,
    Map<String, String> tags,
    List<String> warnings) {
  public Snippet {
    tags = Collections.unmodifiableMap(new LinkedHashMap<>(tags));
    warnings = List.copyOf(warnings);
  }
}
