package dev.nameplate.http.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import dev.nameplate.api.ErrorCode;
import dev.nameplate.support.RawSocket;
import dev.nameplate.support.TestApplication;
import dev.nameplate.template.Template;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The server answers what its OpenAPI document says, and the document's examples work. */
final class OpenApiTest {
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final ApiCalls API = new ApiCalls(TestApplication.application().port());
  private static final OpenApiDocument CONTRACT = OpenApiDocument.of(API);
  private static final JsonNode DOCUMENT = CONTRACT.root();
  private static final String BODY = "{\"template\":\"welcome\",\"layers\":{\"name\":\"A\"}}";
  private static final String NOW = BODY.replace("}}", "},\"render\":\"now\"}");
  private static final List<String> POSTS = List.of("/v1/images", "/v1/generate", "/v1/explain");
  private static final String REFRESH = "/v1/templates/{id}/refresh";
  private static final List<String> METHODS =
      List.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "TRACE", "PROPFIND");

  @TempDir
  @SuppressWarnings("NullAway.Init") // JUnit sets it.
  static Path folder;

  /** Where a call goes: a server in the state that its answer needs. */
  private enum State {
    LOCAL,
    KEYED,
    BROKEN,
    FULL
  }

  /** A call with the operation of the document that it is one of. */
  private record Call(
      State state,
      String method,
      String operation,
      String path,
      String body,
      List<String> headers) {
    static Call post(State state, String path, String body, String... headers) {
      return new Call(state, "post", path, path, body, List.of(headers));
    }

    static Call get(State state, String operation, String path, String... headers) {
      return new Call(state, "get", operation, path, "", List.of(headers));
    }

    ApiCalls.Reply send(Map<State, ApiCalls> servers) {
      ApiCalls server = Optional.ofNullable(servers.get(state)).orElseThrow();
      return method.equals("get")
          ? server.send("GET", path, headers.toArray(String[]::new))
          : server.post(path, body, headers.toArray(String[]::new));
    }
  }

  private static Stream<Call> calls() {
    Stream<Call> gets =
        Stream.of(
            Call.get(State.LOCAL, "/v1/openapi.json", "/v1/openapi.json"),
            Call.get(State.LOCAL, "/v1/templates/{id}", "/v1/templates/nothing"),
            Call.get(State.LOCAL, "/v1/templates/{id}", "/v1/templates/welcome@1"),
            Call.get(
                State.KEYED,
                "/v1/templates/{id}",
                "/v1/templates/welcome",
                KeyedServer.otherTemplate()));
    Stream<Call> both =
        Map.of(
                "/v1/templates",
                "/v1/templates",
                "/v1/templates/{id}",
                "/v1/templates/coupon",
                "/v1/usage",
                "/v1/usage")
            .entrySet()
            .stream()
            .flatMap(each -> gets(each.getKey(), each.getValue()));
    Stream<Call> wrong =
        Stream.of("/v1/usage?from=yesterday", "/v1/usage?until=2026-01-01")
            .map(path -> Call.get(State.LOCAL, "/v1/usage", path));
    return Stream.of(POSTS.stream().flatMap(OpenApiTest::posts), both, gets, refreshes(), wrong)
        .flatMap(all -> all);
  }

  private static Stream<Call> gets(String operation, String path) {
    Stream<Call> refused =
        refusals().map(headers -> Call.get(State.KEYED, operation, path, headers));
    return Stream.concat(
        refused,
        Stream.of(
            Call.get(State.LOCAL, operation, path),
            Call.get(State.LOCAL, operation, path, "Accept", "image/png"),
            Call.get(State.LOCAL, operation, path, "Sec-Fetch-Site", "cross-site"),
            Call.get(State.BROKEN, operation, path, "Authorization", "Bearer np_x")));
  }

  private static Stream<Call> refreshes() {
    String target = "/v1/templates/coupon/refresh";
    Stream<Call> refused = refusals().map(headers -> refresh(State.KEYED, target, headers));
    return Stream.concat(
        refused,
        Stream.of(
            refresh(State.KEYED, target, KeyedServer.otherTemplate()),
            refresh(State.LOCAL, target),
            refresh(State.LOCAL, "/v1/templates/nothing/refresh"),
            refresh(State.LOCAL, target, "Accept", "image/png"),
            refresh(State.LOCAL, target, "Origin", "https://evil.example"),
            refresh(State.BROKEN, target, "Authorization", "Bearer np_x")));
  }

  private static Call refresh(State state, String path, String... headers) {
    return new Call(state, "post", REFRESH, path, "", List.of(headers));
  }

  private static Stream<Call> posts(String path) {
    Stream<Call> refused = refusals().map(headers -> Call.post(State.KEYED, path, BODY, headers));
    Stream<Call> others =
        Stream.of(
            Call.post(State.KEYED, path, BODY, KeyedServer.anything()),
            Call.post(State.KEYED, path, BODY, KeyedServer.otherTemplate()),
            Call.post(State.KEYED, path, BODY.replace("name", "no"), KeyedServer.anything()),
            Call.post(State.FULL, path, NOW),
            Call.post(State.BROKEN, path, NOW),
            Call.post(State.LOCAL, path, BODY, "Accept", "text/html"),
            Call.post(State.LOCAL, path, BODY.replace("welcome", "welcome@1")),
            Call.post(State.LOCAL, path, BODY, "Accept", "image/png"),
            Call.post(State.LOCAL, path, BODY, "Accept", "image/jpeg"),
            Call.post(State.LOCAL, path, BODY, "Content-Type", "text/plain"),
            Call.post(State.LOCAL, path, BODY, "Origin", "https://evil.example"),
            Call.post(State.LOCAL, path, BODY, "Sec-Fetch-Site", "cross-site"));
    Stream<Call> bodies =
        Stream.of(
                BODY,
                NOW,
                "{",
                "{\"template\":\"a\",\"design_id\":\"b\"}",
                "{\"template\":\"nothing\"}",
                "{\"template\":\"welcome\",\"layers\":{\"no\":1}}",
                "{\"template\":\"welcome\",\"colour\":1}",
                "{\"template\":\"welcome\",\"scale\":9}",
                "{\"template\":\"welcome\",\"format\":\"tiff\"}",
                "\"" + "a".repeat(1 << 20) + "\"")
            .map(body -> Call.post(State.LOCAL, path, body));
    return Stream.of(refused, others, bodies).flatMap(all -> all);
  }

  /** Headers for which every call is refused; the slow token's third call at the latest. */
  private static Stream<String[]> refusals() {
    return Stream.of(
        new String[0],
        new String[] {"Authorization", "Bearer np_x"},
        KeyedServer.expired(),
        KeyedServer.revokedToken(),
        KeyedServer.otherScope());
  }

  @Test
  void everyOperation_answersWhatTheDocumentSays_andAllOfIt() {
    Set<String> answered = new TreeSet<>();
    try (KeyedServer keyed = new KeyedServer(folder, Map.of());
        FailingServer broken = FailingServer.broken();
        FailingServer full = FailingServer.full()) {
      Map<State, ApiCalls> servers =
          Map.of(
              State.LOCAL, API,
              State.KEYED, keyed.calls(),
              State.BROKEN, broken.calls(),
              State.FULL, full.calls());
      calls().forEach(call -> answered.add(checked(call, call.send(servers))));
      for (String path : POSTS) {
        answered.add(limited(Call.post(State.KEYED, path, BODY, KeyedServer.slow()), servers));
        answered.add(overQuota(path, servers));
      }
      answered.add(
          limited(
              refresh(State.KEYED, "/v1/templates/coupon/refresh", KeyedServer.slow()), servers));
      for (String path : List.of("/v1/templates", "/v1/templates/{id}", "/v1/usage")) {
        String target = path.replace("{id}", "coupon");
        answered.add(limited(Call.get(State.KEYED, path, target, KeyedServer.slow()), servers));
        answered.add(fromAForeignHost(path, target));
      }
    }
    Set<String> documented = documented();
    assertThat(documented).as("documented, and answered").containsAll(answered);
    assertThat(answered).as("answered, and documented").containsAll(documented);
  }

  /** The answer to a call that comes too often. */
  private static String limited(Call call, Map<State, ApiCalls> servers) {
    for (int at = 0; at < 50; at++) {
      ApiCalls.Reply reply = call.send(servers);
      if (reply.status() == 429) {
        assertThat(reply.header("Retry-After")).isEqualTo("1");
        return checked(call, reply);
      }
    }
    throw new AssertionError("never too often: " + call.operation());
  }

  /** The answer to a call for a second URL where one is allowed. */
  private static String overQuota(String path, Map<State, ApiCalls> servers) {
    for (String name : List.of("A", "B")) {
      String body = BODY.replace("\"A\"", "\"" + name + "\"");
      Call call = Call.post(State.KEYED, path, body, KeyedServer.withQuota());
      ApiCalls.Reply reply = call.send(servers);
      if (reply.status() == 429) {
        assertThat(reply.header("Retry-After")).as("June").isEqualTo("" + 30 * 86_400);
        return checked(call, reply);
      }
    }
    throw new AssertionError("never too many: " + path);
  }

  /** The answer to a call by a name that is not this machine's, which no client of Java sends. */
  private static String fromAForeignHost(String operation, String target) {
    RawSocket.Answer answer =
        RawSocket.exchange(
            TestApplication.application().port(),
            "GET " + target + " HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n");
    JsonNode response =
        DOCUMENT.path("paths").path(operation).path("get").path("responses").path("403");
    JsonNode media = response.path("content").path(answer.header("Content-Type"));
    JsonNode problem = ApiCalls.parsed(answer.body());
    assertThat(answer.status()).isEqualTo(403);
    assertThat(CONTRACT.schema(media.path("schema")).validate(problem)).isEmpty();
    return "get " + operation + " 403 " + problem.path("code").asText();
  }

  private static String checked(Call call, ApiCalls.Reply reply) {
    return CONTRACT.checked(call.method(), call.operation(), reply);
  }

  /** What the document has; of pictures, the formats of welcome. */
  private static Set<String> documented() {
    Set<String> documented = CONTRACT.answers();
    documented.removeIf(each -> each.endsWith("image/gif") || each.endsWith("image/webp"));
    // ListsOpenApiTest meets those of lists and jobs.
    documented.removeIf(each -> each.contains(" /v1/urls ") || each.contains(" /v1/batches"));
    return documented;
  }

  @Test
  void otherMethodsAndPaths_areAnsweredAsTheDocumentSaysOfAll() {
    JsonNode responses = DOCUMENT.at("/components/responses");
    for (Map.Entry<String, JsonNode> path : DOCUMENT.path("paths").properties()) {
      String target = path.getKey().replace("{id}", "coupon");
      Set<String> allowed = new TreeSet<>();
      path.getValue()
          .fieldNames()
          .forEachRemaining(name -> allowed.add(name.toUpperCase(Locale.ROOT)));
      if (allowed.contains("GET")) {
        allowed.add("HEAD");
      }
      for (String method : METHODS) {
        ApiCalls.Reply reply = API.send(method, target);
        String what = method + " " + target;
        if (allowed.contains(method)) {
          assertThat(reply.status()).as(what).isNotEqualTo(405);
        } else {
          assertThat(reply.status()).as(what).isEqualTo(405);
          assertThat(reply.header("Allow").split(", "))
              .containsExactlyInAnyOrderElementsOf(allowed);
          if (!method.equals("HEAD")) {
            CONTRACT.matches(what, responses.path("MethodNotAllowed"), reply);
          }
        }
      }
      ApiCalls.Reply options = API.send("OPTIONS", target);
      assertThat(options.status()).isEqualTo(204);
      allowed.add("OPTIONS");
      assertThat(options.header("Allow").split(", ")).containsExactlyInAnyOrderElementsOf(allowed);
    }
    for (String path : List.of("/v1", "/v1/", "/v1/nothing", "/v1/images/more")) {
      ApiCalls.Reply reply = API.send("GET", path);
      assertThat(reply.status()).as(path).isEqualTo(404);
      CONTRACT.matches(path, responses.path("NotFound"), reply);
    }
  }

  @Test
  void examplesOfTheDocument_areGood_andWork() {
    JsonNode media = DOCUMENT.at("/paths/~1v1~1images/post/requestBody/content/application~1json");
    assertThat(media.path("examples")).isNotEmpty();
    for (Map.Entry<String, JsonNode> example : media.path("examples").properties()) {
      JsonNode body = example.getValue().path("value");
      assertThat(CONTRACT.schema(media.path("schema")).validate(body))
          .as(example.getKey())
          .isEmpty();
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

  private static JsonSchemaFactory factory() {
    return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012);
  }
}
