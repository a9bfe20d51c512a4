package dev.nameplate.snippet;

import dev.nameplate.template.Template;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The input of a snippet.
 *
 * @param template whose picture is shown; of a published version the URL names its number
 * @param signed whether the template's pictures need a signed URL
 * @param tool the platform
 * @param address of the picture, without values
 * @param tags what fills each field: the name of a property, a whole tag, or a value where the
 *     platform has no tags. An empty text leaves the field out; for a field that is absent a name
 *     is suggested.
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
