package dev.nameplate.snippet;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A snippet to paste into an email platform or a page.
 *
 * @param tool the platform
 * @param markup the whole HTML
 * @param address the picture's URL with its tags, not escaped for HTML
 * @param alt the alternative text with its tags, as in the markup
 * @param tags the names that were used, by field; fields without a tag are not in it
 * @param warnings for the author, a sentence each; may be empty
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
