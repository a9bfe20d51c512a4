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
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Values to try a template with, from {@code templates/<id>/samples.json}.
 *
 * @param name for people
 * @param values by field name, as a sender would fill them in
 * @param at when, from the key {@code at}; empty where it does not matter
 */
public record Sample(String name, Map<String, String> values, Optional<Instant> at) {
  /** The name of a template's file of samples. */
  public static final String FILE = "samples.json";

  /** The key of a sample's instant. */
  public static final String AT = "at";

  /** A sample for any time. */
  public Sample(String name, Map<String, String> values) {
    this(name, values, Optional.empty());
  }

  public Sample {
    values = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(values));
  }

  /**
   * A template's samples, in the order of its file; none where it has no such file.
   *
   * @param root the folder of all templates
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
   * The samples of a file, in its order.
   *
   * @throws IllegalStateException where it is no JSON
   */
  public static List<Sample> parse(byte[] file) {
    try {
      return new ObjectMapper().readTree(file).properties().stream().map(Sample::of).toList();
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

  /** The name as a file's name: {@code long-name}. */
  public String slug() {
    return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
  }

  /** The values as a query, without its question mark. */
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
