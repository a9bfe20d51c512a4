package dev.nameplate.template;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Example values of a template, from its {@code samples.json}.
 *
 * @param name shown to people
 * @param values by field name, as a sender would fill them in
 * @param at the instant to draw the sample at, from the key {@code at}; empty where time does not
 *     matter
 */
public record Sample(String name, Map<String, String> values, Optional<Instant> at) {
  /** The name of a template's file of samples. */
  public static final String FILE = "samples.json";

  /** The key of a sample's instant. */
  public static final String AT = "at";

  /** A sample without an instant. */
  public Sample(String name, Map<String, String> values) {
    this(name, values, Optional.empty());
  }

  public Sample {
    values = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(values));
  }

  /**
   * A template's samples in the order of its file; none where it has no such file.
   *
   * @param root the folder of all templates
   * @param id of the template
   * @throws java.io.UncheckedIOException where the file cannot be read
   * @throws IllegalStateException as {@link #parse}
   */
  public static List<Sample> read(Path root, String id) {
    Path file = root.resolve(id).resolve(FILE);
    try {
      return Files.exists(file) ? parse(Files.readAllBytes(file)) : List.of();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /**
   * The samples of a file in its order; none if the file is blank or its JSON is not an object with
   * members.
   *
   * @param file JSON (RFC 8259) in UTF-8: an object of samples by name
   * @throws IllegalStateException where it is no JSON, or an {@code at} is no instant (ISO 8601)
   */
  public static List<Sample> parse(byte[] file) {
    try {
      return new ObjectMapper().readTree(file).properties().stream().map(Sample::of).toList();
    } catch (DateTimeException wrong) {
      throw new IllegalStateException(FILE + ": an '" + AT + "' that is no instant", wrong);
    } catch (IOException wrong) {
      String what =
          wrong instanceof JsonProcessingException json
              ? json.getOriginalMessage()
              : "bytes that are no text";
      throw new IllegalStateException(FILE + ": " + what, wrong);
    }
  }

  private static Sample of(Map.Entry<String, JsonNode> entry) {
    Map<String, String> values = new LinkedHashMap<>();
    entry
        .getValue()
        .properties()
        .forEach(value -> values.put(value.getKey(), value.getValue().asText()));
    Optional<Instant> at = Optional.ofNullable(values.remove(AT)).map(Instant::parse);
    return new Sample(entry.getKey(), values, at);
  }

  /**
   * The name for file names, {@code long-name}: lower-case ASCII letters and digits, and one hyphen
   * for each run of other characters. It may be a hyphen alone, and different names may have the
   * same one.
   */
  public String slug() {
    return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
  }

  /**
   * The values as a URL query without the question mark, {@code name=Maria&seat=4%20A}. Values are
   * percent-encoded UTF-8 (RFC 3986); names are not encoded, since those of fields need no
   * encoding. Empty where there are no values.
   */
  public String query() {
    return values.entrySet().stream()
        .map(
            value ->
                value.getKey()
                    + "="
                    + URLEncoder.encode(value.getValue(), StandardCharsets.UTF_8)
                        .replace("+", "%20"))
        .collect(Collectors.joining("&"));
  }
}
