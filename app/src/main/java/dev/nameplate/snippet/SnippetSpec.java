package dev.nameplate.snippet;

import dev.nameplate.template.Template;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a snippet is asked for.
 *
 * @param signed whether the template's pictures are only given to signed addresses
 * @param tags by field, what fills it: the name of a merge tag, a whole tag, or a value where the
 *     tool has no tags; an empty text leaves the field out, and one that is not there is suggested
 */
public record SnippetSpec(
    Template template,
    boolean signed,
    EmailPlatform tool,
    ImageUrl address,
    Map<String, String> tags) {
  public SnippetSpec {
    tags = Collections.unmodifiableMap(new LinkedHashMap<>(tags));
  }
}
