package dev.nameplate.http.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The server's OpenAPI document, against which answers are held.
 *
 * @param root the whole of it
 */
record OpenApiDocument(JsonNode root) {
  /** Headers that an answer has only where the document says so. */
  private static final List<String> TOLD = List.of("retry-after", "allow");

  /** Reads that of a server. */
  static OpenApiDocument of(ApiCalls api) {
    return new OpenApiDocument(api.send("GET", "/v1/openapi.json").json());
  }

  /**
   * Checks that an answer is one of the document.
   *
   * @param method in small letters
   * @param operation the path as the document writes it
   * @return operation, status, and the code of a problem or the type of what came
   */
  String checked(String method, String operation, ApiCalls.Reply reply) {
    String what = method + " " + operation + " " + reply.status();
    JsonNode response =
        root.path("paths").path(operation).path(method).path("responses").path("" + reply.status());
    assertThat(response.isMissingNode()).as("%s %s", what, reply.text()).isFalse();
    String type = matches(what, response, reply);
    if (reply.status() == 503) {
      assertThat(reply.header("Retry-After")).isEqualTo("1");
    }
    return (what + " " + (reply.status() < 400 ? type : reply.code())).strip();
  }

  /** Checks the body and the headers of an answer; the type of the body as the document has it. */
  String matches(String what, JsonNode response, ApiCalls.Reply reply) {
    String given = reply.header("Content-Type");
    JsonNode contents = response.path("content");
    String type = contents.has(given) ? given : given.replaceFirst(";.*", "");
    if (!given.isEmpty()) {
      assertThat(contents.has(type)).as("%s %s", what, given).isTrue();
    }
    if (type.contains("json") && !type.contains("jsonl")) {
      assertThat(schema(contents.path(type).path("schema")).validate(reply.json()))
          .as("%s %s", what, reply.text())
          .isEmpty();
    }
    for (String name : reply.response().headers().map().keySet()) {
      if (name.startsWith("ratelimit") || TOLD.contains(name)) {
        assertThat(response.path("headers").properties())
            .as("%s %s", what, name)
            .anyMatch(header -> header.getKey().equalsIgnoreCase(name));
      }
    }
    return type;
  }

  /** Every operation with each of its statuses and codes or types. */
  Set<String> answers() {
    Set<String> documented = new TreeSet<>();
    for (Map.Entry<String, JsonNode> path : root.path("paths").properties()) {
      for (Map.Entry<String, JsonNode> operation : path.getValue().properties()) {
        operation
            .getValue()
            .path("responses")
            .properties()
            .forEach(
                response ->
                    add(
                        operation.getKey() + " " + path.getKey() + " " + response.getKey(),
                        response.getValue(),
                        documented));
      }
    }
    return documented;
  }

  private static void add(String what, JsonNode response, Set<String> documented) {
    if (what.matches(".* [45]\\d\\d")) {
      for (String code : response.path("description").asText().split(", ")) {
        documented.add(what + " " + code);
      }
    } else if (response.path("content").isEmpty()) {
      documented.add(what);
    } else {
      response
          .path("content")
          .fieldNames()
          .forEachRemaining(type -> documented.add(what + " " + type));
    }
  }

  /** A schema of the document, with the components that it refers to. */
  JsonSchema schema(JsonNode schema) {
    ObjectNode whole = schema.deepCopy();
    whole.set("components", root.path("components"));
    return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(whole);
  }
}
