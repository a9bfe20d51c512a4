package dev.nameplate.http.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import dev.nameplate.api.ErrorCode;
import dev.nameplate.support.TestApplication;
import dev.nameplate.template.Template;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The server answers what its OpenAPI document says, and the document's examples work. */
final class OpenApiTest {
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final ApiCalls API = new ApiCalls(TestApplication.application().port());
  private static final JsonNode DOCUMENT = API.send("GET", "/v1/openapi.json").json();
  private static final String BODY = "{\"template\":\"welcome\",\"layers\":{\"name\":\"A\"}}";

  /** A call with the operation of the document that it is one of. */
  record Call(String method, String operation, String path, String body, List<String> headers) {
    static Call post(String path, String body, String... headers) {
      return new Call("post", path, path, body, List.of(headers));
    }

    static Call get(String operation, String path, String... headers) {
      return new Call("get", operation, path, "", List.of(headers));
    }

    ApiCalls.Reply send() {
      String[] all = headers.toArray(String[]::new);
      return method.equals("get") ? API.send("GET", path, all) : API.post(path, body, all);
    }
  }

  static Stream<Call> calls() {
    Stream<Call> posts =
        Stream.of("/v1/images", "/v1/generate", "/v1/explain")
            .flatMap(
                path ->
                    Stream.of(
                        Call.post(path, BODY),
                        Call.post(path, BODY.replace("}}", "},\"render\":\"now\"}")),
                        Call.post(path, "{"),
                        Call.post(path, "{\"template\":\"a\",\"design_id\":\"b\"}"),
                        Call.post(path, "{\"template\":\"nothing\"}"),
                        Call.post(path, "{\"template\":\"welcome\",\"layers\":{\"no\":1}}"),
                        Call.post(path, "{\"template\":\"welcome\",\"scale\":9}"),
                        Call.post(path, BODY, "Accept", "text/html"),
                        Call.post(path, BODY, "Content-Type", "text/plain"),
                        Call.post(path, BODY, "Origin", "https://evil.example"),
                        Call.post(path, BODY, "Sec-Fetch-Site", "cross-site"),
                        Call.post(path, "\"" + "a".repeat(1 << 20) + "\"")));
    return Stream.concat(
        posts,
        Stream.of(
            Call.get("/v1/templates", "/v1/templates"),
            Call.get("/v1/templates", "/v1/templates", "Accept", "image/png"),
            Call.get("/v1/templates", "/v1/templates", "Sec-Fetch-Site", "cross-site"),
            Call.get("/v1/templates/{id}", "/v1/templates/coupon"),
            Call.get("/v1/templates/{id}", "/v1/templates/nothing"),
            Call.get("/v1/templates/{id}", "/v1/templates/coupon", "Accept", "image/png")));
  }

  @ParameterizedTest
  @MethodSource("calls")
  void answer_isAsTheDocumentSays(Call call) {
    ApiCalls.Reply reply = call.send();
    JsonNode response =
        DOCUMENT
            .path("paths")
            .path(call.operation())
            .path(call.method())
            .path("responses")
            .path("" + reply.status());
    assertThat(response.isMissingNode()).as("%s of %s", reply.status(), call).isFalse();
    JsonNode content = response.path("content").path(reply.header("Content-Type"));
    assertThat(content.isMissingNode()).as(reply.header("Content-Type")).isFalse();
    assertThat(schema(content.path("schema")).validate(reply.json())).as(reply.text()).isEmpty();
    if (reply.status() >= 400) {
      assertThat(response.path("description").asText()).contains(reply.code());
    }
  }

  @Test
  void examplesOfTheDocument_areGood_andWork() {
    JsonNode media = DOCUMENT.at("/paths/~1v1~1images/post/requestBody/content/application~1json");
    assertThat(media.path("examples")).isNotEmpty();
    for (Map.Entry<String, JsonNode> example : media.path("examples").properties()) {
      JsonNode body = example.getValue().path("value");
      assertThat(schema(media.path("schema")).validate(body)).as(example.getKey()).isEmpty();
      assertThat(API.post("/v1/images", body.toString()).status()).isEqualTo(200);
    }
  }

  @Test
  void everyTemplate_hasASchema_thatItsSampleFits() {
    for (Template template : TestApplication.application().templates().all()) {
      JsonNode json = API.send("GET", "/v1/templates/" + template.id()).json();
      JsonSchema layers = factory().getSchema(json.path("layers_schema"));
      assertThat(layers.validate(json.path("sample"))).as(template.id()).isEmpty();
      assertThat(layers.validate(MAPPER.createObjectNode().put("no_such_field", 1))).isNotEmpty();
    }
  }

  @Test
  void everyCode_isInTheDocument_andHasItsPlaceOnTheErrorsPage() throws IOException {
    List<String> codes = Arrays.stream(ErrorCode.values()).map(ErrorCode::label).toList();
    List<String> documented =
        MAPPER.convertValue(
            DOCUMENT.at("/components/schemas/Code/enum"),
            MAPPER.getTypeFactory().constructCollectionType(List.class, String.class));
    assertThat(documented).containsExactlyInAnyOrderElementsOf(codes);
    String page = Files.readString(Path.of("app/docs/errors.md"));
    for (ErrorCode code : ErrorCode.values()) {
      assertThat(page).contains("\n### " + code.label() + "\n" + code.status() + ".");
    }
  }

  @Test
  void page_showsTheDocument_withFilesOfThisServerAlone() {
    ApiCalls.Reply page = API.send("GET", "/docs/api");
    assertThat(page.status()).isEqualTo(200);
    assertThat(page.text()).doesNotContain("http://", "https://", "<script>");
    for (String file : List.of("/swagger-ui.css", "/swagger-ui-bundle.js")) {
      assertThat(page.text()).contains("/docs/api/ui/5.35.0" + file);
      assertThat(API.send("GET", "/docs/api/ui/5.35.0" + file).status()).isEqualTo(200);
    }
    assertThat(API.send("GET", "/docs/api/docs.js").text()).contains("/v1/openapi.json");
  }

  /** A schema of the document, with the components that it refers to. */
  private static JsonSchema schema(JsonNode schema) {
    ObjectNode whole = schema.deepCopy();
    whole.set("components", DOCUMENT.path("components"));
    return factory().getSchema(whole);
  }

  private static JsonSchemaFactory factory() {
    return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012);
  }
}
