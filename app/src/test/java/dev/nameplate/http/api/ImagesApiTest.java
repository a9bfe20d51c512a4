package dev.nameplate.http.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.nameplate.support.Pictures;
import dev.nameplate.support.TestApplication;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Pictures' URLs through the API, under the local rule. */
final class ImagesApiTest {
  private static final ApiCalls API = new ApiCalls(TestApplication.application().port());
  private static final String IMAGES = "/v1/images";

  @Test
  void order_givesAUrl_whosePictureIsThere_andTheSameForTheSameOrder() {
    String body =
        "{\"design_id\":\"welcome\",\"format\":\"png\",\"layers\":{\"name\":\"Maria\"},"
            + "\"metadata\":{\"row\":7}}";
    ApiCalls.Reply first = API.post("/v1/generate", body, "Authorization", "Bearer YOUR_KEY");
    assertThat(first.status()).isEqualTo(200);
    assertThat(first.header("Content-Type")).isEqualTo("application/json");
    assertThat(first.header("Cache-Control")).isEqualTo("no-store");
    JsonNode json = first.json();
    assertThat(json.path("status").asText()).isEqualTo("success");
    assertThat(json.path("id").asText()).matches("[A-Za-z0-9_-]{22}");
    assertThat(json.path("design_id").asText()).isEqualTo("welcome");
    assertThat(json.path("width").asInt()).isEqualTo(600);
    assertThat(json.path("alt").asText()).startsWith("Welcome, Maria.");
    assertThat(json.path("outcome").asText()).isEqualTo("personalised");
    assertThat(json.at("/fields/name/state").asText()).isEqualTo("given");
    assertThat(json.at("/metadata/row").asInt()).isEqualTo(7);
    assertThat(json.path("expires_at").isNull()).isTrue();
    JsonNode again = API.post(IMAGES, body).json();
    assertThat(again).isEqualTo(json);
    assertThat(Pictures.decode(TestApplication.get(target(json)).body()).getWidth()).isEqualTo(600);
  }

  @Test
  void picture_isPixelForPixelThatOfTheUrl_whereAcceptRanksItFirst() {
    String body = "{\"template\":\"coupon\",\"layers\":{\"name\":\"Zo\u00eb\"},\"scale\":2}";
    ApiCalls.Reply picture = API.post(IMAGES, body, "Accept", "image/png, application/json;q=0.5");
    assertThat(picture.header("Content-Type")).isEqualTo("image/png");
    assertThat(picture.header("Cache-Control")).isEqualTo("no-store");
    byte[] there = TestApplication.get(target(API.post(IMAGES, body).json())).body();
    assertThat(Pictures.decode(picture.response().body()).getRGB(0, 0, 1200, 560, null, 0, 1200))
        .isEqualTo(Pictures.decode(there).getRGB(0, 0, 1200, 560, null, 0, 1200));
    assertThat(API.post(IMAGES, body, "Accept", "image/jpeg").header("Content-Type"))
        .isEqualTo("image/jpeg");
  }

  @Test
  void drawingNow_tellsTheBytes_andIsTheOnlyDrawing() {
    String body = "{\"template\":\"welcome\",\"layers\":{\"name\":\"Now\"},\"render\":\"now\"}";
    JsonNode json = API.post(IMAGES, body).json();
    assertThat(API.post(IMAGES, body).json()).isEqualTo(json);
    var there = TestApplication.get(target(json));
    assertThat(json.path("bytes").asInt()).isEqualTo(there.body().length);
    assertThat(there.headers().firstValue("Cache-Status")).hasValue("nameplate; hit");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"layers\":{\"name\":\"Ann\",\"percent\":20}",
        "\"layers\":{\"percent\":20,\"FNAME\":{\"text\":\"Ann\"}}",
        "\"layers\":{\"name.text\":\"Ann\",\"discount.text\":\"20\"}",
        "\"modifications\":[{\"name\":\"name\",\"text\":\"Ann\"},{\"name\":\"percent\",\"text\":20}]",
        "\"data\":{\"name\":\"Ann\",\"percent\":\"20\",\"code\":null}",
        "\"payload\":{\"name\":\"Ann\",\"percent\":20},\"template_values\":{\"name\":\"Ann\",\"percent\":20}"
      })
  void everyFormOfLayers_givesTheSameUrl(String layers) {
    JsonNode json = API.post(IMAGES, "{\"template\":\"coupon\"," + layers + "}").json();
    assertThat(target(json)).as(json.toString()).isEqualTo("/i/coupon.png?name=Ann&percent=20");
  }

  @ParameterizedTest
  @ValueSource(strings = {"template", "template_id", "templateId", "design_id", "template_uuid"})
  void everyNameOfTheTemplate_isTaken_andEchoed(String name) {
    JsonNode json = API.post(IMAGES, "{\"" + name + "\":\"welcome\"}").json();
    assertThat(json.path(name).asText()).isEqualTo("welcome");
    assertThat(json.path("template").asText()).isEqualTo("welcome");
  }

  @Test
  void valueThatIsMissing_takesTheCallersFallback_andTheUrlHoldsIt() {
    JsonNode json =
        API.post(
                IMAGES,
                "{\"template\":\"coupon\",\"layers\":{\"name\":\"*|FNAME|*\","
                    + "\"name_fallback\":\"Friend\",\"code\":\"\",\"code_fallback\":\"\"}}")
            .json();
    assertThat(target(json)).isEqualTo("/i/coupon.png?name=Friend&code=");
    assertThat(json.path("outcome").asText()).isEqualTo("fallback");
    assertThat(json.at("/fields/name").toString())
        .isEqualTo("{\"state\":\"fallback\",\"reason\":\"unmerged\"}");
    assertThat(json.at("/fields/code").toString())
        .isEqualTo("{\"state\":\"fallback\",\"reason\":\"empty\"}");
  }

  @Test
  void unmergedTag_isNoFault_andItsFieldSaysSo() {
    JsonNode json =
        API.post(IMAGES, "{\"template\":\"welcome\",\"layers\":{\"name\":\"*|FNAME|*\"}}").json();
    assertThat(json.at("/fields/name/reason").asText()).isEqualTo("unmerged");
    assertThat(json.path("outcome").asText()).isEqualTo("fallback");
  }

  @Test
  void openField_isLeftOutOfTheUrl_andTakesNoFallback() {
    JsonNode json =
        API.post(
                IMAGES,
                "{\"template\":\"welcome\",\"layers\":{\"name\":\"A\"},\"open\":[\"FNAME\"]}")
            .json();
    assertThat(target(json)).isEqualTo("/i/welcome.png");
    assertThat(json.at("/fields/name/state").asText()).isEqualTo("open");
    assertThat(json.path("warnings").toString()).contains("$.layers.name");
    ApiCalls.Reply fault =
        API.post(
            IMAGES,
            "{\"template\":\"welcome\",\"layers\":{\"name_fallback\":\"A\"},\"open\":[\"name\"]}");
    assertThat(fault.code()).isEqualTo("invalid_value");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "{}; 422; invalid_value; $.template",
        "{'template': 3}; 422; invalid_value; $.template",
        "{'template':'welcme'}; 404; unknown_template; $.template",
        "{'template':'welcome','design_id':'coupon'}; 400; conflicting_aliases; $.template",
        "{'template':'welcome','layers':{},'data':{'name':'A'}}; 400; conflicting_aliases;"
            + " $.layers",
        "{'template':'welcome','layers':{'nmae':'A'}}; 422; unknown_layer; $.layers.nmae",
        "{'template':'welcome','layers':{'x y':'A'}}; 422; unknown_layer; $.layers['x y']",
        "{'template':'welcome','layers':[{'name':'no','text':'A'}]}; 422; unknown_layer;"
            + " $.layers[0].text",
        "{'template':'welcome','layers':{'name':{'color':'red'}}}; 422; unsupported_property;"
            + " $.layers.name.color",
        "{'template':'welcome','layers':{'name.size':3}}; 422; unsupported_property;"
            + " $.layers['name.size']",
        "{'template':'welcome','layers':{'name':{'image_url':'https://a.b/c'}}}; 422;"
            + " unsupported_property; $.layers.name.image_url",
        "{'template':'welcome','colour':'red'}; 422; unsupported_property; $.colour",
        "{'template':'welcome','layers':{'name':['A']}}; 422; invalid_value; $.layers.name",
        "{'template':'welcome','layers':'A'}; 422; invalid_value; $.layers",
        "{'template':'welcome','layers':{'name':'A','fname':'B'}}; 422; invalid_value;"
            + " $.layers.fname",
        "{'template':'welcome','layers':[{'text':'A'}]}; 422; invalid_value; $.layers[0]",
        "{'template':'welcome','scale':9}; 422; invalid_value; $.scale",
        "{'template':'welcome','scale':'big'}; 422; invalid_value; $.scale",
        "{'template':'welcome','format':'gif'}; 422; format_not_offered; $.format",
        "{'template':'welcome','format':7}; 422; invalid_value; $.format",
        "{'template':'welcome','url':'secret'}; 422; invalid_value; $.url",
        "{'template':'welcome','url':'signed'}; 422; invalid_value; $.url",
        "{'template':'welcome','open':'name'}; 422; invalid_value; $.open",
        "{'template':'welcome','open':['nam']}; 422; invalid_value; $.open[0]",
        "{'template':'welcome','expires':'soon'}; 422; invalid_value; $.expires",
        "{'template':'welcome','expires':'2001-01-01T00:00Z'}; 422; invalid_value; $.expires",
        "{'template':'welcome','render':'later'}; 422; invalid_value; $.render",
        "{'template':'welcome','strict':'yes'}; 422; invalid_value; $.strict",
        "[]; 400; malformed_json; $",
        "null; 400; malformed_json; $"
      })
  void fault_hasItsCodeAndItsPlace(String body, int status, String code, String path) {
    ApiCalls.Reply reply = API.post(IMAGES, body.replace("'", "\""));
    assertThat(reply.status()).as(reply.text()).isEqualTo(status);
    assertThat(reply.header("Content-Type")).isEqualTo("application/problem+json");
    JsonNode json = reply.json();
    assertThat(json.path("code").asText()).isEqualTo(code);
    assertThat(json.path("errors").get(0).path("path").asText()).isEqualTo(path);
    assertThat(json.path("request_id").asText()).matches("[0-9a-f]{16}");
    assertThat(json.path("docs").asText()).endsWith("#" + code);
  }

  @Test
  void allFaults_comeInOneAnswer_withTheNearestNames() {
    JsonNode errors =
        API.post(
                IMAGES,
                "{\"template\":\"coupon\",\"layers\":{\"nane\":\"A\",\"persent\":1},"
                    + "\"format\":\"pgn\",\"scale\":7,\"urll\":\"plain\"}")
            .json()
            .path("errors");
    assertThat(errors).hasSize(5);
    assertThat(errors.findValuesAsText("nearest"))
        .containsExactlyInAnyOrder("name", "percent", "png", "url");
  }

  @Test
  void notStrict_ignoresWhatIsNotKnown_andWarns() {
    ApiCalls.Reply reply =
        API.post(
            IMAGES,
            "{\"template\":\"welcome\",\"strict\":false,\"colour\":1,\"layers\":{\"nmae\":\"A\"}}");
    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.json().path("warnings")).hasSize(2);
  }

  @Test
  void bodyThatIsNoJson_is400_andItsTextIsNotRepeated() {
    String canary = "Kanarienvogel";
    String deep = "[".repeat(100) + "]".repeat(100);
    List<byte[]> bodies =
        List.of(
            "".getBytes(StandardCharsets.UTF_8),
            (canary + " is no JSON").getBytes(StandardCharsets.UTF_8),
            ("{\"template\":\"" + canary).getBytes(StandardCharsets.UTF_8),
            ("{\"template\":\"welcome\",\"layers\":" + deep + "}").getBytes(StandardCharsets.UTF_8),
            ("{\"" + canary + "\":1,\"" + canary + "\":2}").getBytes(StandardCharsets.UTF_8),
            "{\"template\":NaN}".getBytes(StandardCharsets.UTF_8),
            "{\"template\":\"welcome\"} x".getBytes(StandardCharsets.UTF_8),
            "{\"template\":\"welcome\"}".getBytes(StandardCharsets.UTF_16),
            "{\"template\":\"welcome\"}".getBytes(StandardCharsets.UTF_16LE),
            new byte[] {'"', (byte) 0xff, '"'});
    for (byte[] body : bodies) {
      ApiCalls.Reply reply = API.post(IMAGES, body);
      assertThat(reply.status()).isEqualTo(400);
      assertThat(reply.code()).isEqualTo("malformed_json");
      assertThat(reply.text()).doesNotContain(canary);
    }
  }

  @Test
  void byteOrderMark_isPassedOver() {
    assertThat(API.post(IMAGES, "\ufeff{\"template\":\"welcome\"}").status()).isEqualTo(200);
  }

  @Test
  void bodyWithinItsBounds_isAnswered_andOneBeyondIsRefused() {
    String many =
        IntStream.range(0, 10_000)
            .mapToObj(at -> "\"n" + at + "\":\"A\"")
            .collect(Collectors.joining(","));
    ApiCalls.Reply layers =
        API.post(IMAGES, "{\"template\":\"welcome\",\"layers\":{" + many + "}}");
    assertThat(layers.code()).isEqualTo("invalid_value");
    assertThat(layers.text()).contains("at most 200 values");
    ApiCalls.Reply large =
        API.post(
            IMAGES,
            "{\"template\":\"welcome\",\"layers\":{\"name\":\"" + "A".repeat(2 << 20) + "\"}}");
    assertThat(large.status()).isEqualTo(413);
    assertThat(large.code()).isEqualTo("body_too_large");
    ApiCalls.Reply longUrl =
        API.post(
            IMAGES,
            "{\"template\":\"welcome\",\"layers\":{\"name\":\"" + "A".repeat(20_000) + "\"}}");
    assertThat(longUrl.text()).contains("NAMEPLATE_MAX_TARGET");
    ApiCalls.Reply metadata =
        API.post(IMAGES, "{\"template\":\"welcome\",\"metadata\":\"" + "A".repeat(5_000) + "\"}");
    assertThat(metadata.json().at("/errors/0/path").asText()).isEqualTo("$.metadata");
  }

  @Test
  void header_thatAsksForAnotherThing_isRefused() {
    String body = "{\"template\":\"welcome\"}";
    assertThat(API.post(IMAGES, body, "Accept", "text/html").code()).isEqualTo("not_acceptable");
    assertThat(API.post(IMAGES, body, "Accept", "image/avif").code()).isEqualTo("not_acceptable");
    assertThat(API.post(IMAGES, body, "Content-Type", "text/plain").code())
        .isEqualTo("unsupported_media_type");
    assertThat(API.post(IMAGES, body, "Content-Type", "application/json; charset=utf-16").status())
        .isEqualTo(415);
    assertThat(API.post(IMAGES, body, "Content-Type", "application/json;charset=UTF-8").status())
        .isEqualTo(200);
    assertThat(API.post(IMAGES, body, "Origin", "https://evil.example").code())
        .isEqualTo("foreign_origin");
    ApiCalls.Reply get = API.send("GET", IMAGES);
    assertThat(get.code()).isEqualTo("method_not_allowed");
    assertThat(get.header("Allow")).isEqualTo("POST");
    assertThat(API.send("GET", "/v1/nothing").code()).isEqualTo("not_found");
    assertThat(API.post("/v1/templates", "{}").code()).isEqualTo("method_not_allowed");
  }

  @Test
  void templates_areListed_andOneHasASchemaOfItsLayers() {
    JsonNode list = API.send("GET", "/v1/templates").json().path("templates");
    assertThat(list.findValuesAsText("id")).contains("welcome", "coupon");
    JsonNode coupon = API.send("GET", "/v1/templates/coupon").json();
    assertThat(coupon.at("/layers_schema/properties/percent/description").asText())
        .isEqualTo("number");
    assertThat(coupon.path("fields").findValuesAsText("name"))
        .containsExactly("name", "percent", "code", "expires");
    ApiCalls.Reply missing = API.send("GET", "/v1/templates/cuopon");
    assertThat(missing.code()).isEqualTo("unknown_template");
    assertThat(missing.json().at("/errors/0/nearest").asText()).isEqualTo("coupon");
    assertThat(API.send("HEAD", "/v1/templates/coupon").status()).isEqualTo(200);
  }

  @Test
  void templateWithLoadFaults_isUnknown(@TempDir Path folder) throws IOException {
    Path templates = Files.createDirectories(folder.resolve("templates"));
    Files.writeString(
        Files.createDirectories(templates.resolve("broken")).resolve("template.json"), "{}");
    try (KeyedServer server =
        new KeyedServer(folder, Map.of("NAMEPLATE_TEMPLATES", templates.toString()))) {
      ApiCalls.Reply reply =
          server.calls().post(IMAGES, "{\"template\":\"broken\"}", KeyedServer.anything());
      assertThat(reply.status()).isEqualTo(404);
      assertThat(reply.code()).isEqualTo("unknown_template");
      assertThat(reply.json().at("/errors/0").has("nearest")).isFalse();
    }
  }

  /** The path and query of an answer's URL, which begins with the address that was called. */
  private static String target(JsonNode json) {
    String base = "http://127.0.0.1:" + TestApplication.application().port();
    String url = json.path("image_url").asText();
    assertThat(url).as(json.toString()).startsWith(base);
    return url.substring(base.length());
  }
}
