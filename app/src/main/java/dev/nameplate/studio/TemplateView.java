package dev.nameplate.studio;

import dev.nameplate.merge.value.ResolvedField;
import dev.nameplate.snippet.ImageUrl;
import dev.nameplate.snippet.Snippet;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the page of a template shows.
 *
 * @param values by field, as they were typed
 * @param query the values alone, without a question mark
 * @param alt the text that stands for the picture with these values
 * @param fields by name, what was made of the values; empty for a signed template, of which nothing
 *     is told
 * @param address of the picture that is shown
 */
public record TemplateView(
    TemplateCard card,
    Map<String, String> values,
    String query,
    Optional<String> alt,
    Map<String, ResolvedField> fields,
    ImageUrl address,
    Snippet snippet,
    List<String> warnings) {
  public TemplateView {
    values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
    warnings = List.copyOf(warnings);
  }

  /** The same with what was made of the values. */
  public TemplateView told(
      Optional<String> text, Map<String, ResolvedField> made, List<String> notes) {
    return new TemplateView(card, values, query, text, made, address, snippet, notes);
  }

  /** The path of the picture with its values. */
  String picture() {
    return withQuery(address.path(card.template().id()));
  }

  /** The path of what tells how it came about. */
  String explanation() {
    return withQuery("/i/" + card.template().id() + ".json");
  }

  private String withQuery(String path) {
    return query.isEmpty() ? path : path + "?" + query;
  }
}
