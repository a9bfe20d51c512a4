package dev.nameplate.edit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.nameplate.edit.text.JsonEdit;
import dev.nameplate.edit.text.JsonText;
import dev.nameplate.template.Sample;
import dev.nameplate.template.library.TemplateFiles;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The samples that are saved with a draft, and written when it is published. */
final class DraftSamples {
  /** The longest file of samples, in bytes, as published templates may have. */
  static final int MAX_BYTES = 256 << 10;

  /** How many samples a template may have where one is saved in the editor. */
  private static final int MOST = 100;

  private DraftSamples() {}

  /** The text of a draft's samples now; empty where it has none. */
  static Optional<String> text(TemplateFiles files, DraftState state) {
    return state
        .draft()
        .samples()
        .or(
            () ->
                files
                    .read(state.samplesOf(), Sample.FILE)
                    .map(file -> new String(file, StandardCharsets.UTF_8)));
  }

  /** A text as JSON; empty where it is no JSON object. */
  static Optional<JsonText> json(String text) {
    return JsonText.parse(text) instanceof JsonText.Parsed.Usable usable
            && usable.json().root().isObject()
        ? Optional.of(usable.json())
        : Optional.empty();
  }

  /** What is wrong with samples that are to be saved, in a sentence; empty where nothing is. */
  static Optional<String> fault(JsonNode samples) {
    if (!samples.isObject()) {
      return Optional.of("samples are an object by name, {\"Maria\": {\"name\": \"Maria\"}}");
    }
    if (samples.size() > MOST) {
      return Optional.of(samples.size() + " samples; at most " + MOST + " are kept");
    }
    return samples.properties().stream()
        .filter(sample -> sample.getKey().isBlank() || !isSample(sample.getValue()))
        .findFirst()
        .map(
            sample ->
                "the sample '"
                    + sample.getKey()
                    + "' needs a name, and a text for each field; 'at' is an instant,"
                    + " 2026-11-30T18:00:00Z");
  }

  private static boolean isSample(JsonNode sample) {
    return sample.isObject()
        && sample.properties().stream()
            .allMatch(value -> isValue(value.getKey(), value.getValue()));
  }

  private static boolean isValue(String field, JsonNode value) {
    if (!value.isTextual() && !value.isNumber()) {
      return false;
    }
    try {
      return !field.equals(Sample.AT) || Instant.parse(value.asText()).isAfter(Instant.MIN);
    } catch (DateTimeException wrong) {
      return false;
    }
  }

  /**
   * Samples without values of fields that a template does not declare.
   *
   * @param samples the bytes of a file; empty for none
   * @param template the bytes of the template
   * @return empty where there is nothing to change, or either is no JSON object
   */
  static Optional<byte[]> declared(Optional<byte[]> samples, byte[] template) {
    Optional<JsonText> design = json(new String(template, StandardCharsets.UTF_8));
    Optional<JsonText> before =
        samples.flatMap(file -> json(new String(file, StandardCharsets.UTF_8)));
    if (design.isEmpty() || before.isEmpty()) {
      return Optional.empty();
    }
    Set<String> names = names(design.get().root().path("fields"));
    JsonNode next = before.get().root().deepCopy();
    boolean changed = false;
    for (JsonNode sample : next) {
      if (sample instanceof ObjectNode values) {
        List<String> gone =
            values.properties().stream()
                .map(Map.Entry::getKey)
                .filter(name -> !names.contains(name.toLowerCase(Locale.ROOT)))
                .toList();
        values.remove(gone);
        changed |= !gone.isEmpty();
      }
    }
    return changed
        ? Optional.of(JsonEdit.apply(before.get(), next).getBytes(StandardCharsets.UTF_8))
        : Optional.empty();
  }

  /** What values may be called: a field's name or another name of it, ignoring case. */
  private static Set<String> names(JsonNode fields) {
    Set<String> names = new HashSet<>(Set.of(Sample.AT));
    fields
        .properties()
        .forEach(
            field -> {
              names.add(field.getKey().toLowerCase(Locale.ROOT));
              field
                  .getValue()
                  .path("aliases")
                  .forEach(alias -> names.add(alias.asText().toLowerCase(Locale.ROOT)));
            });
    return names;
  }
}
