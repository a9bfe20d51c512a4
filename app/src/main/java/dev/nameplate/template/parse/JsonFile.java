package dev.nameplate.template.parse;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.nameplate.template.fault.FaultCollector;
import java.io.IOException;
import java.util.Optional;

/** Parses JSON files (RFC 8259). Duplicate keys and text after the value are faults. */
final class JsonFile {
  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private JsonFile() {}

  /**
   * The value of a file in UTF-8; empty where it is no JSON, which is added as a fault with line
   * and column.
   */
  static Optional<JsonNode> parse(byte[] bytes, FaultCollector faultCollector) {
    try {
      JsonNode node = MAPPER.readTree(bytes);
      if (node.isMissingNode()) {
        faultCollector.add("$", "an empty file", "a JSON object, { … }");
        return Optional.empty();
      }
      return Optional.of(node);
    } catch (JsonProcessingException wrong) {
      int line = wrong.getLocation().getLineNr();
      int column = wrong.getLocation().getColumnNr();
      String what = wrong.getOriginalMessage().lines().findFirst().orElse("");
      String plain = what.replaceFirst(" *\\(start marker at \\[Source.*| *\\[Source.*", "");
      faultCollector.add(
          "$",
          "line " + line + ", column " + column + ": " + plain,
          "JSON (RFC 8259), each key once");
      return Optional.empty();
    } catch (IOException unreadable) {
      faultCollector.add("$", "bytes that are no text", "JSON in UTF-8");
      return Optional.empty();
    }
  }
}
