package dev.nameplate.http.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.nameplate.boot.Application;
import dev.nameplate.cli.CommandRun;
import dev.nameplate.config.Settings;
import dev.nameplate.support.Applications;
import dev.nameplate.support.Pictures;
import dev.nameplate.template.TemplateId;
import dev.nameplate.template.library.PublishResult;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipInputStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Published versions through the API, the studio's page and the commands, under the local rule. */
final class VersionsApiTest {
  private static final String IMAGES = "/v1/images";

  @TempDir
  @SuppressWarnings("NullAway.Init") // JUnit sets it.
  static Path folder;

  @SuppressWarnings("NullAway.Init") // Before all tests.
  private static Application application;

  @SuppressWarnings("NullAway.Init") // Before all tests.
  private static ApiCalls api;

  @BeforeAll
  static void open() throws IOException {
    write("card", "first");
    write("plain", "only");
    application =
        Applications.open(
            Settings.read(
                Map.of(
                    "NAMEPLATE_HOST", "127.0.0.1",
                    "PORT", "0",
                    "NAMEPLATE_WARM_UP", "0",
                    "NAMEPLATE_TEMPLATES", folder.toString(),
                    "NAMEPLATE_DEADLINE", "60s",
                    "NAMEPLATE_WORK", folder.resolve(".work").toString()),
                Map.of()));
    api = new ApiCalls(application.port());
    publish();
    write("card", "second");
    publish();
    write("card", "third");
    application.templates().refresh();
  }

  @AfterAll
  static void close() {
    application.close();
  }

  /** A template whose field has another name in each version. */
  private static void write(String id, String field) throws IOException {
    Files.createDirectories(folder.resolve(id));
    Files.writeString(
        folder.resolve(id).resolve("template.json"),
        """
        {"title": "Card %1$s", "width": 60, "height": 40, "alt": "Of {{ %1$s }}",
         "fields": {"%1$s": {"kind": "text", "required": true}},
         "layers": [{"type": "text", "box": [0, 0, 60, 40], "text": "{{ %1$s }}"}]}
        """
            .formatted(field));
  }

  private static void publish() {
    assertThat(application.publisher().publish(new TemplateId("card")))
        .isInstanceOf(PublishResult.Published.class);
  }

  private static JsonNode image(String body) {
    ApiCalls.Reply reply = api.post(IMAGES, body);
    assertThat(reply.status()).as(reply.text()).isEqualTo(200);
    return reply.json();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"template\":\"card@1\"",
        "\"template_id\":\"card@1\",\"version\":1",
        "\"design_id\":\"card\",\"version\":1",
        "\"template\":\"card\",\"version\":\"1\""
      })
  void version_isNamedInEitherWay_andAnsweredWithItsUrl(String named) {
    JsonNode json = image("{" + named + ",\"layers\":{\"first\":\"A\"}}");
    assertThat(json.path("template").asText()).isEqualTo("card");
    assertThat(json.path("version").asInt()).isEqualTo(1);
    assertThat(json.path("template_version").asText()).matches("[0-9a-f]{16}");
    assertThat(json.path("image_url").asText()).endsWith("/i/card.png?_v=1&first=A");
    assertThat(json.path("alt").asText()).isEqualTo("Of A");
    assertThat(json.path("outcome").asText()).isEqualTo("personalised");
  }

  @Test
  void templateAsItIs_hasNoVersion_andEachItsOwnDigest() {
    JsonNode current = image("{\"template\":\"card\",\"layers\":{\"third\":\"A\"}}");
    assertThat(current.path("version").isNull()).isTrue();
    assertThat(current.path("image_url").asText()).endsWith("/i/card.png?third=A");
    JsonNode second = image("{\"template\":\"card@2\",\"version\":null,\"layers\":{\"second\":1}}");
    JsonNode first = image("{\"template\":\"card@1\",\"layers\":{\"first\":1}}");
    assertThat(List.of(digest(current), digest(second), digest(first))).doesNotHaveDuplicates();
  }

  private static String digest(JsonNode answer) {
    return answer.path("template_version").asText();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'template':'card@9','version':9}    | 404 | unknown_version     | $.version  | 2",
        "{'template':'card@9'}                | 404 | unknown_version     | $.template | 2",
        "{'template':'card@x'}                | 404 | unknown_version     | $.template | 2",
        "{'template':'card@'}                 | 404 | unknown_version     | $.template | 2",
        "{'design_id':'card@1@1'}             | 404 | unknown_version     | $.design_id | 2",
        "{'template':'card','version':0}      | 404 | unknown_version     | $.version  | 2",
        "{'template':'card','version':-1}     | 404 | unknown_version     | $.version  | 2",
        "{'template':'card','version':99999999999} | 404 | unknown_version | $.version | 2",
        "{'template':'card','version':'01'}   | 404 | unknown_version     | $.version  | 2",
        "{'template':'plain','version':1}     | 404 | unknown_version     | $.version  | ''",
        "{'template':'none@1'}                | 404 | unknown_template    | $.template | ''",
        "{'template':'card','version':1.5}    | 422 | invalid_value       | $.version  | ''",
        "{'template':'card','version':true}   | 422 | invalid_value       | $.version  | ''",
        "{'template':'card','version':[1]}    | 422 | invalid_value       | $.version  | ''",
        "{'template':'card@1','version':2}    | 400 | conflicting_aliases | $          | ''",
        "{'template':'card','versions':2}     | 422 | unsupported_property | $.versions | version"
      })
  void versionThatCannotBe_isAProblem(
      String body, int status, String code, String path, String nearest) {
    ApiCalls.Reply reply = api.post(IMAGES, body.replace('\'', '"'));
    assertThat(reply.status()).as(reply.text()).isEqualTo(status);
    assertThat(reply.code()).isEqualTo(code);
    assertThat(reply.json().at("/errors/0/path").asText()).isEqualTo(path);
    assertThat(reply.json().at("/errors/0/nearest").asText()).isEqualTo(nearest);
  }

  @Test
  void explanation_isOfTheVersion() {
    JsonNode json =
        api.post("/v1/explain", "{\"template\":\"card@2\",\"layers\":{\"second\":\"B\"}}").json();
    assertThat(json.at("/explanation/version").asInt()).isEqualTo(2);
    assertThat(json.at("/explanation/fields/second/state").asText()).isEqualTo("given");
    assertThat(json.path("version").asInt()).isEqualTo(2);
  }

  @Test
  void templatesFields_areThoseOfTheVersion_andTheVersionsAreListed() {
    JsonNode current = api.send("GET", "/v1/templates/card").json();
    assertThat(current.path("versions").toString()).isEqualTo("[1,2]");
    assertThat(current.path("published_version").isNull()).isTrue();
    JsonNode first = api.send("GET", "/v1/templates/card@1").json();
    assertThat(first.path("published_version").asInt()).isEqualTo(1);
    assertThat(first.at("/fields/0/name").asText()).isEqualTo("first");
    assertThat(api.send("GET", "/v1/templates/card@3").code()).isEqualTo("unknown_version");
    assertThat(api.send("GET", "/v1/templates/plain").json().path("versions").toString())
        .isEqualTo("[]");
  }

  @Test
  void list_keepsTheVersion_asTheCommandDoes() throws IOException {
    String list = "first\nA\n";
    for (String query : List.of("template=card@1", "template=card&version=1")) {
      ApiCalls.Reply reply = api.post("/v1/urls?" + query, list, "Content-Type", "text/csv");
      assertThat(reply.text()).as(query).contains("/i/card.png?_v=1&first=A,Of A,done");
    }
    ApiCalls.Reply unknown =
        api.post("/v1/urls?template=card&version=7", list, "Content-Type", "text/csv");
    assertThat(unknown.code()).isEqualTo("unknown_version");
    assertThat(unknown.json().at("/errors/0/path").asText()).isEqualTo("?version");
    Path file = Files.writeString(folder.resolve("list.csv"), list, StandardCharsets.UTF_8);
    CommandRun run =
        CommandRun.of(
            "batch", "card@1", file.toString(), "--templates", folder.toString(), "--out", "-");
    assertThat(run.out()).as(run.err()).contains("/i/card.png?_v=1&first=A,Of A,done");
  }

  @Test
  void job_keepsTheVersion_inItsUrlsAndItsFiles() {
    String[] type = {"Content-Type", "text/csv"};
    byte[] drawn = api.send("GET", "/i/card.png?_v=1&first=A").response().body();
    for (String query : List.of("template=card@1", "template=card&version=1")) {
      ApiCalls.Reply taken =
          api.post("/v1/batches?mode=files&" + query, "first\nA\n", type[0], type[1]);
      assertThat(taken.status()).as(taken.text()).isEqualTo(202);
      String path = taken.header("Location");
      assertThat(api.send("GET", path + "/events").text()).contains("event: end\nid: completed-1");
      assertThat(api.send("GET", path + "/results.csv").text())
          .as(query)
          .contains("/i/card.png?_v=1&first=A,Of A,done");
      assertThat(pixels(file(api.send("GET", path + "/files.zip").response().body())))
          .isEqualTo(pixels(drawn));
    }
    ApiCalls.Reply unknown =
        api.post("/v1/batches?template=card&version=7", "first\nA\n", type[0], type[1]);
    assertThat(unknown.code()).isEqualTo("unknown_version");
    assertThat(api.send("GET", "/t/card/batch").text())
        .contains("<option value=\"2\">Version 2</option>");
  }

  /** The first file of an archive. */
  private static byte[] file(byte[] zip) {
    try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
      assertThat(in.getNextEntry()).isNotNull();
      return in.readAllBytes();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  private static int[] pixels(byte[] png) {
    try {
      return Pictures.argb(ImageIO.read(new ByteArrayInputStream(png)));
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  @Test
  void page_showsTheVersion_andWhatKeepsIt() {
    String current = api.send("GET", "/t/card").text();
    assertThat(current)
        .contains("<option value=\"2\">Version 2</option>", "<option value=\"\" selected>")
        .doesNotContain("_v=");
    String first = api.send("GET", "/t/card?_v=1&first=A").text();
    assertThat(first)
        .contains("<option value=\"1\" selected>Version 1</option>", "name=\"first\"")
        .contains("/i/card@2x.png?_v=1&amp;first=A\"")
        .contains("/i/card@2x.png?_v=1&amp;amp;first=*|URL:FIRST|*");
    assertThat(api.send("GET", "/t/plain").text()).contains("nameplate publish plain");
    for (String unknown : List.of("3", "x", "0")) {
      ApiCalls.Reply missing = api.send("GET", "/t/card?_v=" + unknown);
      assertThat(missing.status()).isEqualTo(404);
      assertThat(missing.text()).contains("[1, 2]").doesNotContain("_v=" + unknown);
    }
    assertThat(api.send("GET", "/t/card/snippet?esp=klaviyo&_v=2&tag.second=x").text())
        .contains("?_v=2&amp;second={{ person|lookup:'x'|urlencode }}");
    assertThat(api.send("GET", "/t/card/snippet?esp=javascript&_v=2&tag.second=x").text())
        .contains("card@2x.png?_v=2\"", "'http://", "?_v=2&' + new URLSearchParams");
  }
}
