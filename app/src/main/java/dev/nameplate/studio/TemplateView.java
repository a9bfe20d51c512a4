package dev.nameplate.studio;

import dev.nameplate.merge.value.ResolvedField;
import dev.nameplate.snippet.ImageUrl;
import dev.nameplate.snippet.Snippet;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the page of a template shows.
 *
 * @param card the template with its samples and faults
 * @param versions the numbers of the template's published versions, in ascending order
 * @param values by field, as they were typed
 * @param query the values alone, without a question mark
 * @param alt the text that stands for the picture with these values
 * @param fields by name, how the values were read; empty for a signed template, of which nothing is
 *     shown
 * @param address of the picture that is shown
 * @param snippet what to paste, for the chosen platform
 * @param developers the call of the API for what is shown
 * @param warnings about the picture with these values, a sentence each; the snippet's own are not
 *     among them
 * @param formats their bytes, and which to paste; empty for a signed template
 */
public record TemplateView(
    TemplateCard card,
    List<Integer> versions,
    Map<String, String> values,
    String query,
    Optional<String> alt,
    Map<String, ResolvedField> fields,
    ImageUrl address,
    Snippet snippet,
    DeveloperView developers,
    List<String> warnings,
    Optional<FormatsView> formats) {
  /** How many versions the page offers to keep: the last ones. */
  private static final int SHOWN_VERSIONS = 20;

  public TemplateView {
    versions = List.copyOf(versions);
    values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
    warnings = List.copyOf(warnings);
  }

  /**
   * A copy that says how the values were read.
   *
   * @param text the text that stands for the picture; empty where there is none
   * @param resolved by field name, how the values were read
   * @param notes the warnings, a sentence each; may be empty
   */
  public TemplateView withExplanation(
      Optional<String> text, Map<String, ResolvedField> resolved, List<String> notes) {
    return new TemplateView(
        card,
        versions,
        values,
        query,
        text,
        resolved,
        address,
        snippet,
        developers,
        notes,
        formats);
  }

  /**
   * The versions that may be kept, the last one first: at most 20, and the one that is shown; empty
   * where none is published.
   */
  public List<Integer> choices() {
    TreeSet<Integer> shown = new TreeSet<>(Comparator.reverseOrder());
    shown.addAll(versions.subList(Math.max(0, versions.size() - SHOWN_VERSIONS), versions.size()));
    card.template().version().ifPresent(shown::add);
    return List.copyOf(shown);
  }

  /** Whether a version is the one that is shown. */
  public boolean keeps(int version) {
    return card.template().version().equals(Optional.of(version));
  }

  /**
   * The inputs of the fields, in the template's order; empty for a template without fields. A field
   * without a value has an input with an empty text.
   */
  public List<FieldInput> inputs() {
    Set<String> assets = Set.copyOf(card.template().assets());
    return card.template().fields().values().stream()
        .map(
            field ->
                FieldInput.of(
                    field,
                    values.getOrDefault(field.name(), ""),
                    assets,
                    Optional.ofNullable(fields.get(field.name()))))
        .toList();
  }

  /**
   * The name that fills a field in the snippet: that of a recipient's property or of a page's query
   * parameter, without the signs of the tag around it.
   *
   * @param field its name
   * @return empty where nothing fills the field, and for {@link
   *     dev.nameplate.snippet.EmailPlatform#HTML}, which has no tags
   */
  public String tag(String field) {
    return snippet.tool().isLiteral() ? "" : snippet.tags().getOrDefault(field, "");
  }

  /**
   * The path of the picture with its values, and the query if there is one; without scheme and
   * host.
   */
  public String picture() {
    return withQuery(address.path(card.template().id()));
  }

  /**
   * The path {@code /i/welcome.json} at which the picture with its values is explained as JSON, and
   * the query if there is one; without scheme and host.
   */
  public String explanation() {
    return withQuery("/i/" + card.template().id() + ".json");
  }

  private String withQuery(String path) {
    String version = card.template().version().map(number -> "_v=" + number).orElse("");
    String all =
        Stream.of(version, query).filter(text -> !text.isEmpty()).collect(Collectors.joining("&"));
    return all.isEmpty() ? path : path + "?" + all;
  }
}
