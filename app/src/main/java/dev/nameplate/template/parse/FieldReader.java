package dev.nameplate.template.parse;

import com.fasterxml.jackson.databind.JsonNode;
import dev.nameplate.template.fault.FaultCollector;
import dev.nameplate.template.field.AllowedContent;
import dev.nameplate.template.field.Field;
import dev.nameplate.template.field.FieldKind;
import dev.nameplate.template.field.HostList;
import dev.nameplate.template.field.LetterCase;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Reads {@code fields} of a template. */
final class FieldReader {
  static final Set<String> KEYS =
      Set.of(
          "kind",
          "fallback",
          "required",
          "aliases",
          "maxLength",
          "case",
          "options",
          "min",
          "max",
          "currency",
          "input",
          "hosts",
          "allow",
          "unit",
          "epoch",
          "direction");

  private static final int MAX_FIELDS = 50;
  private static final int MAX_VALUE_LENGTH = 2048;
  private static final Map<String, LetterCase> CASES =
      Map.of("keep", LetterCase.KEEP, "fix", LetterCase.FIX);

  private final Map<String, FieldKind> kinds = new TreeMap<>();

  FieldReader() {
    for (FieldKind kind : FieldKind.values()) {
      kinds.put(kind.label(), kind);
    }
  }

  /**
   * The fields by name in the order of the file; empty where the key is absent. Faults are added to
   * the collector.
   */
  Map<String, Field> read(JsonNode node, FaultCollector faultCollector) {
    Map<String, Field> fields = new LinkedHashMap<>();
    if (!node.isMissingNode() && (!node.isObject() || node.size() > MAX_FIELDS)) {
      faultCollector.add("$.fields", node, "an object of at most " + MAX_FIELDS + " fields");
      return fields;
    }
    Set<String> taken = new HashSet<>();
    node.properties()
        .forEach(
            entry -> {
              String path = "$.fields." + entry.getKey();
              checkName(entry.getKey(), path, taken, faultCollector);
              JsonObject.of(entry.getValue(), path, KEYS, faultCollector)
                  .map(object -> field(entry.getKey(), object, taken))
                  .ifPresent(field -> fields.put(entry.getKey(), field));
            });
    return fields;
  }

  private Field field(String name, JsonObject object, Set<String> taken) {
    if (!object.has("kind")) {
      object.faults().add(object.path("kind"), "nothing", FaultCollector.oneOf("", kinds.keySet()));
    }
    FieldKind kind = object.choice("kind", kinds, FieldKind.TEXT);
    List<String> aliases = object.texts("aliases");
    aliases.forEach(alias -> checkName(alias, object.path("aliases"), taken, object.faults()));
    List<String> options = options(kind, object);
    return new Field(
        name,
        kind,
        fallback(kind, options, object),
        object.flag("required", false),
        aliases,
        object.whole("maxLength", kind.defaultMaxLength(), 1, MAX_VALUE_LENGTH),
        object.choice("case", CASES, LetterCase.KEEP),
        options,
        object.decimal("min"),
        object.decimal("max"),
        currency(kind, object),
        object.text("input"),
        hosts(kind, object),
        allow(kind, object),
        units(kind, object),
        epoch(kind, object),
        false,
        object.choice("direction", TextLayerReader.DIRECTION, Field.defaultDirection(kind)));
  }

  private static List<String> units(FieldKind kind, JsonObject object) {
    List<String> units = object.has("unit") ? object.texts("unit") : List.of();
    boolean plain = units.stream().allMatch(unit -> unit.matches("\\D*\\S\\D*"));
    if (!plain || (kind != FieldKind.NUMBER && !units.isEmpty())) {
      object
          .faults()
          .add(
              object.path("unit"),
              units.toString(),
              "words without digits, \"pts\", for a number, and nothing for other kinds");
    }
    return units;
  }

  private static boolean epoch(FieldKind kind, JsonObject object) {
    if (object.has("epoch") && kind != FieldKind.DATE) {
      object.faults().add(object.path("epoch"), kind.label(), "this key for a date only");
    }
    return object.flag("epoch", false);
  }

  private static Set<AllowedContent> allow(FieldKind kind, JsonObject object) {
    List<String> labels = object.texts("allow");
    Set<AllowedContent> allowed =
        Arrays.stream(AllowedContent.values())
            .filter(allowedContent -> labels.contains(allowedContent.label()))
            .collect(Collectors.toUnmodifiableSet());
    if (allowed.size() < labels.size() || (kind != FieldKind.TEXT && !labels.isEmpty())) {
      object
          .faults()
          .add(
              object.path("allow"),
              labels.toString(),
              "of \"url\", \"phone\" for a text, and nothing for other kinds");
    }
    return allowed;
  }

  private static List<String> hosts(FieldKind kind, JsonObject object) {
    List<String> hosts = object.texts("hosts");
    if (!hosts.isEmpty() && kind != FieldKind.IMAGE) {
      object.faults().add(object.path("hosts"), hosts.toString(), "nothing, but for an image");
    }
    for (String host : hosts) {
      if (!HostList.isWellFormed(host)) {
        object
            .faults()
            .add(
                object.path("hosts"),
                "'" + host + "'",
                "a host, cdn.example.com, or every host below one, *.example.com");
      }
    }
    return hosts;
  }

  private static List<String> options(FieldKind kind, JsonObject object) {
    List<String> options = object.texts("options");
    if ((kind == FieldKind.CHOICE) == options.isEmpty()) {
      object
          .faults()
          .add(
              object.path("options"),
              options.isEmpty() ? "nothing" : options.toString(),
              "a list of texts for a choice, and nothing for other kinds");
    }
    return options;
  }

  private static Optional<String> currency(FieldKind kind, JsonObject object) {
    Optional<String> currency = object.text("currency");
    boolean known = currency.map(code -> code.matches("[A-Z]{3}")).orElse(false);
    if ((kind == FieldKind.MONEY) != known) {
      object
          .faults()
          .add(
              object.path("currency"),
              currency.orElse("nothing"),
              "an ISO 4217 code, EUR, for money, and nothing for other kinds");
    }
    return currency.filter(code -> known);
  }

  private static Optional<String> fallback(
      FieldKind kind, List<String> options, JsonObject object) {
    Optional<JsonNode> value = object.get("fallback");
    boolean plain = value.map(JsonNode::isValueNode).orElse(true);
    Optional<String> text = value.filter(JsonNode::isValueNode).map(JsonNode::asText);
    boolean fits = text.map(found -> isOfKind(kind, options, found)).orElse(true);
    if (!plain || !fits) {
      object
          .faults()
          .add(
              object.path("fallback"),
              value.map(JsonNode::toString).orElse(""),
              "a value of kind " + kind.label() + (options.isEmpty() ? "" : ": " + options));
    }
    return text;
  }

  private static boolean isOfKind(FieldKind kind, List<String> options, String text) {
    return switch (kind) {
      case NUMBER, MONEY -> text.matches("-?\\d{1,15}(\\.\\d{1,6})?");
      case CHOICE -> options.contains(text);
      case IMAGE -> AssetPath.isWellFormed(text);
      case DATE -> text.matches("\\d{4}-\\d{2}-\\d{2}(T.*)?");
      default -> !text.isBlank();
    };
  }

  private static void checkName(
      String name, String path, Set<String> taken, FaultCollector faultCollector) {
    if (!name.matches("[A-Za-z][A-Za-z0-9_-]{0,63}")) {
      faultCollector.add(path, "'" + name + "'", "a letter, then letters, digits, _ and -");
    } else if (!taken.add(name.toLowerCase(Locale.ROOT))) {
      faultCollector.add(
          path, "'" + name + "' twice", "names and aliases that differ, capitals aside");
    }
  }
}
