package dev.nameplate.api;

import dev.nameplate.access.sign.ImageRef;
import dev.nameplate.encode.EncodedPicture;
import dev.nameplate.merge.query.RawQuery;
import dev.nameplate.merge.value.MergedFields;
import dev.nameplate.template.Format;
import dev.nameplate.template.Template;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A URL that was made, and what its picture shows.
 *
 * @param order what was ordered
 * @param id of path and query, 22 characters
 * @param url complete, with the server's address
 * @param target what the URL names
 * @param format of the picture, which the path of the URL names
 * @param query what of the URL's query is drawn, as the server admits it
 * @param merged the fields as the server resolves them from the URL
 * @param fields by name, as the caller sees them
 * @param warnings what is not as the caller may expect, a sentence each; empty if there is nothing
 * @param picture empty where it was not drawn
 */
public record ImageUrlResult(
    ImageOrder order,
    String id,
    String url,
    ImageRef target,
    Format format,
    RawQuery query,
    MergedFields merged,
    Map<String, FieldState> fields,
    List<String> warnings,
    Optional<EncodedPicture> picture) {
  public ImageUrlResult {
    fields = java.util.Collections.unmodifiableMap(new java.util.LinkedHashMap<>(fields));
    warnings = List.copyOf(warnings);
  }

  /**
   * How a field was read.
   *
   * @param state {@code given}, {@code fallback}, {@code absent} or {@code open}
   * @param reason why the value that was given is not drawn
   * @param sent whether the caller gave a value
   */
  public record FieldState(String state, Optional<String> reason, boolean sent) {}

  /** Returns the template of the URL. */
  public Template template() {
    return target.template();
  }

  /**
   * Returns the word that answers use for how much of the given data is drawn: {@code standard} if
   * the standard design is drawn without data; {@code personalised} if every value that the caller
   * gave is drawn, and at least one field has a value or is open, or the template has no fields;
   * else {@code fallback}.
   */
  public String outcome() {
    if (merged.standard()) {
      return "standard";
    }
    boolean all =
        fields.values().stream().filter(FieldState::sent).allMatch(f -> f.state().equals("given"));
    boolean any =
        fields.isEmpty()
            || fields.values().stream()
                .anyMatch(f -> !f.state().equals("fallback") && !f.state().equals("absent"));
    return all && any ? "personalised" : "fallback";
  }

  /** Returns whether the URL contains an expiry time, which plain URLs never do. */
  public boolean expires() {
    return url.contains("_exp=") || url.contains("_x=");
  }

  /**
   * Returns the alternative text of the picture with the values in it; the template's title if the
   * design has no such text.
   */
  public String alt() {
    Template design = template().design(merged.standard());
    return design.alt(merged.data()).orElse(template().title());
  }

  /** Returns the picture's width in px at the scale of the URL. */
  public int width() {
    return template().size().at(target.scale()).width();
  }

  /** Returns the picture's height in px at the scale of the URL. */
  public int height() {
    return template().size().at(target.scale()).height();
  }

  ImageUrlResult withWarnings(List<String> more) {
    return more.isEmpty()
        ? this
        : new ImageUrlResult(
            order, id, url, target, format, query, merged, fields, joined(more), picture);
  }

  private List<String> joined(List<String> more) {
    return Stream.concat(warnings.stream(), more.stream()).toList();
  }

  ImageUrlResult with(EncodedPicture drawn, List<String> more) {
    return new ImageUrlResult(
        order, id, url, target, format, query, merged, fields, joined(more), Optional.of(drawn));
  }

  /** Has the template and the id only, since the URL may hold a recipient's data. */
  @Override
  public String toString() {
    return "ImageUrlResult[" + template().id() + ", " + id + "]";
  }
}
