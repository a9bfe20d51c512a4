package dev.nameplate.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.nameplate.geometry.Scale;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Reads a body into an {@link ImageOrder}, and finds everything that is wrong with it at once. */
public final class ImageOrderReader {
  /** The names under which callers give the template; the first is ours. */
  static final List<String> TEMPLATE =
      List.of("template", "template_id", "templateId", "design_id", "template_uuid");

  /** The names under which callers give the layers; the first is ours. */
  static final List<String> LAYERS =
      List.of("layers", "modifications", "data", "payload", "template_values");

  /** What metadata may have, in bytes of UTF-8. */
  static final int METADATA_BYTES = 4096;

  private static final List<String> OPTIONS =
      List.of(
          "version", "format", "scale", "url", "open", "expires", "render", "strict", "metadata");

  /** Every member that means something, in an order that lets the likelier one be suggested. */
  private static final List<String> KNOWN =
      Stream.of(OPTIONS, TEMPLATE, LAYERS).flatMap(List::stream).toList();

  private final JsonNode body;
  private final List<ApiFault> faults = new ArrayList<>();
  private final List<String> warnings = new ArrayList<>();

  private ImageOrderReader(JsonNode body) {
    this.body = body;
  }

  /**
   * Reads an order from a JSON body. Other faults than those below are collected in {@link
   * ImageOrder#faults}.
   *
   * @throws ApiException with {@link ErrorCode#MALFORMED_JSON} if the body is not an object, or
   *     with {@link ErrorCode#CONFLICTING_ALIASES} if the template or the layers are given under
   *     several names with different values
   */
  public static ImageOrder read(JsonNode body) {
    if (!body.isObject()) {
      throw ApiException.of(ErrorCode.MALFORMED_JSON, "the body must be a JSON object");
    }
    return new ImageOrderReader(body).order();
  }

  private ImageOrder order() {
    Map<String, JsonNode> template = given(TEMPLATE);
    Map<String, JsonNode> layers = given(LAYERS);
    boolean strict = flag("strict", true);
    others(strict);
    String layersKey = key(layers, LAYERS);
    List<LayerEntry> entries =
        new LayerReader(faults)
            .read("$." + layersKey, layers.getOrDefault(layersKey, MissingNode.getInstance()));
    ImageOrder.Options options =
        new ImageOrder.Options(
            text("format").map(format -> format.toLowerCase(java.util.Locale.ROOT)),
            scale(),
            kind(),
            open(),
            expires(),
            oneOf("render", Set.of("lazy", "now")).equals(Optional.of("now")),
            strict);
    String templateKey = key(template, TEMPLATE);
    return new ImageOrder(
        templateKey,
        template(templateKey, template),
        layersKey,
        entries,
        options,
        metadata(),
        faults,
        warnings);
  }

  /** The members of one meaning; they must be equal where there are several. */
  private Map<String, JsonNode> given(List<String> names) {
    Map<String, JsonNode> given = new LinkedHashMap<>();
    for (String name : names) {
      if (body.hasNonNull(name)) {
        given.put(name, body.get(name));
      }
    }
    if (given.values().stream().distinct().count() > 1) {
      throw new ApiException(
          given.keySet().stream()
              .map(
                  name ->
                      ApiFault.of(
                          "$." + name,
                          ErrorCode.CONFLICTING_ALIASES,
                          "these mean the same and differ: " + String.join(", ", given.keySet())))
              .toList(),
          Optional.empty());
    }
    return given;
  }

  private static String key(Map<String, JsonNode> given, List<String> names) {
    return given.keySet().stream().findFirst().orElse(names.get(0));
  }

  private Optional<TemplateRef> template(String key, Map<String, JsonNode> given) {
    JsonNode node = given.getOrDefault(key, MissingNode.getInstance());
    if (!node.isTextual() || node.asText().isBlank()) {
      wrong("$." + key, "the id of a template, as a text");
      return Optional.empty();
    }
    TemplateRef template = TemplateRef.of(node.asText().strip(), "$." + key);
    return Optional.of(
        version().map(number -> template.withVersion(number, "$.version")).orElse(template));
  }

  private Optional<String> version() {
    JsonNode node = body.path("version");
    boolean given = node.isIntegralNumber() || node.isTextual();
    if (!given && !node.isMissingNode() && !node.isNull()) {
      wrong("$.version", "the number of a published version, 1 or more");
    }
    return given ? Optional.of(node.asText().strip()) : Optional.empty();
  }

  /** Members that mean nothing here. */
  private void others(boolean strict) {
    for (Map.Entry<String, JsonNode> member : body.properties()) {
      if (KNOWN.contains(member.getKey())) {
        continue;
      }
      String path = LayerReader.child("$", member.getKey());
      if (strict) {
        faults.add(
            new ApiFault(
                path,
                ErrorCode.UNSUPPORTED_PROPERTY,
                "not known here; \"strict\": false ignores it",
                NearestName.of(member.getKey(), KNOWN)));
      } else {
        warnings.add(path + " is not known and was ignored");
      }
    }
  }

  private Optional<Scale> scale() {
    JsonNode node = body.path("scale");
    if (node.isMissingNode() || node.isNull()) {
      return Optional.empty();
    }
    Optional<Scale> scale =
        node.isNumber() || node.isTextual() ? Scale.parse(node.asText()) : Optional.empty();
    if (scale.isEmpty()) {
      wrong("$.scale", "a number such as 1, 1.5 or 2");
    }
    return scale;
  }

  private Optional<UrlKind> kind() {
    return oneOf("url", Set.of("plain", "signed", "sealed")).flatMap(UrlKind::ofLabel);
  }

  private List<String> open() {
    JsonNode node = body.path("open");
    List<String> open = new ArrayList<>();
    boolean texts = node.isArray() && node.size() <= LayerReader.MOST;
    for (JsonNode each : node) {
      texts &= each.isTextual();
      open.add(each.asText());
    }
    if (!texts && !node.isMissingNode() && !node.isNull()) {
      wrong("$.open", "an array of field names");
      return List.of();
    }
    return open.stream().distinct().toList();
  }

  private Optional<Instant> expires() {
    Optional<String> text = text("expires");
    try {
      return text.map(OffsetDateTime::parse).map(OffsetDateTime::toInstant);
    } catch (DateTimeException broken) {
      wrong("$.expires", "a time with its offset, 2027-01-01T00:00Z");
      return Optional.empty();
    }
  }

  private boolean flag(String name, boolean otherwise) {
    JsonNode node = body.path(name);
    if (!node.isBoolean() && !node.isMissingNode() && !node.isNull()) {
      wrong("$." + name, "true or false");
    }
    return node.asBoolean(otherwise);
  }

  private Optional<String> oneOf(String name, Set<String> allowed) {
    Optional<String> text = text(name);
    if (text.isPresent() && !allowed.contains(text.get())) {
      faults.add(
          new ApiFault(
              "$." + name,
              ErrorCode.INVALID_VALUE,
              "allowed: " + String.join(", ", new TreeSet<>(allowed)),
              NearestName.of(text.get(), allowed)));
      return Optional.empty();
    }
    return text;
  }

  private Optional<String> text(String name) {
    JsonNode node = body.path(name);
    if (!node.isTextual() && !node.isMissingNode() && !node.isNull()) {
      wrong("$." + name, "a text");
    }
    return node.isTextual() ? Optional.of(node.asText()) : Optional.empty();
  }

  private Optional<JsonNode> metadata() {
    JsonNode node = body.path("metadata");
    if (node.toString().getBytes(StandardCharsets.UTF_8).length > METADATA_BYTES) {
      wrong("$.metadata", "at most " + METADATA_BYTES + " bytes of JSON");
      return Optional.empty();
    }
    return node.isMissingNode() ? Optional.empty() : Optional.of(node);
  }

  private void wrong(String path, String allowed) {
    faults.add(ApiFault.of(path, ErrorCode.INVALID_VALUE, "allowed: " + allowed));
  }
}
