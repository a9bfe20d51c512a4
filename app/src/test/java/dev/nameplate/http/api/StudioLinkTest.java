package dev.nameplate.http.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nameplate.support.TestApplication;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A problem leads to the page of its template, with values that nobody reads out of the link. */
final class StudioLinkTest {
  private static final String NAME = "Zo\u00eb Kanarienvogel";
  private static final String FAULTY =
      "{\"template\":\"coupon\",\"layers\":{\"FNAME\":\"" + NAME + "\",\"percent\":17,\"no\":1}}";

  @TempDir
  @SuppressWarnings("NullAway.Init") // JUnit sets it.
  static Path folder;

  @SuppressWarnings("NullAway.Init") // Before all tests.
  private static KeyedServer server;

  @BeforeAll
  static void open() {
    server = new KeyedServer(folder, Map.of());
  }

  @AfterAll
  static void close() {
    server.close();
  }

  @Test
  void link_opensThePageWithTheValues_andHoldsNoneInPlain() {
    String link = link(FAULTY);
    assertThat(link).matches("\\Q" + KeyedServer.BASE + "\\E/t/coupon\\?_x=k1\\.[A-Za-z0-9_-]+");
    String page = page(link);
    assertThat(input(page, "name")).isEqualTo(NAME);
    assertThat(input(page, "percent")).isEqualTo("17");
    assertThat(input(page, "code")).isEmpty();
    ApiCalls.Reply problem = post(FAULTY);
    assertThat(problem.text()).doesNotContain("Kanarienvogel", "\"17\"");
  }

  @Test
  void link_ofAFailureOfOurs_isThereToo() {
    String tooLong =
        "{\"template\":\"welcome\",\"layers\":{\"name\":\""
            + "A".repeat(4_000)
            + "\"},"
            + "\"scale\":9}";
    assertThat(input(page(link(tooLong)), "name")).hasSize(4_000);
    assertThat(post(tooLong.replace("A", "AAAA")).json().has("studio"))
        .as("a link that no server takes")
        .isFalse();
  }

  @Test
  void link_endsAfterADay() {
    try (KeyedServer aging = new KeyedServer(folder, Map.of())) {
      String link =
          aging
              .calls()
              .post("/v1/images", FAULTY, KeyedServer.anything())
              .json()
              .path("studio")
              .asText();
      String target = link.substring(KeyedServer.BASE.length());
      aging.pass(Duration.ofHours(24).minusSeconds(1));
      assertThat(input(aging.calls().send("GET", target).text(), "name")).isEqualTo(NAME);
      aging.pass(Duration.ofSeconds(1));
      assertThat(input(aging.calls().send("GET", target).text(), "name")).isEmpty();
    }
  }

  @Test
  void link_drawsNoPicture_andAPicturesUrlOpensNoPage() {
    String sealed = link(FAULTY).replaceFirst("^.*_x=", "");
    assertThat(server.calls().send("GET", "/i/coupon.png?_x=" + sealed).header("Nameplate-Fields"))
        .doesNotContain("name=given", "percent=given");
    assertThat(input(page("/t/welcome?_x=" + sealed), "name")).isEmpty();
    String url =
        post("{\"template\":\"coupon\",\"layers\":{\"name\":\"" + NAME + "\"},\"url\":\"sealed\"}")
            .json()
            .path("url")
            .asText();
    assertThat(url).contains("_x=k1.");
    String opened = page("/t/coupon?_x=" + url.replaceFirst("^.*_x=", "").replaceFirst("&.*", ""));
    assertThat(input(opened, "name")).isEmpty();
  }

  @Test
  void link_isAbsent_withoutKeys_withoutATemplate_andOfASignedOne() {
    ApiCalls local = new ApiCalls(TestApplication.application().port());
    assertThat(local.post("/v1/images", FAULTY).json().path("code").asText())
        .isEqualTo("unknown_layer");
    assertThat(local.post("/v1/images", FAULTY).json().has("studio")).isFalse();
    for (String body : List.of("{", "{}", "{\"template\":\"no-such-one\"}")) {
      assertThat(post(body).json().has("studio")).as(body).isFalse();
    }
    try (KeyedServer signed = new KeyedServer(folder, Map.of("NAMEPLATE_ACCESS", "signed"))) {
      ApiCalls.Reply reply = signed.calls().post("/v1/images", FAULTY, KeyedServer.anything());
      assertThat(reply.code()).isEqualTo("unknown_layer");
      assertThat(reply.json().has("studio")).isFalse();
    }
  }

  private static ApiCalls.Reply post(String body) {
    return server.calls().post("/v1/images", body, KeyedServer.anything());
  }

  private static String link(String body) {
    ApiCalls.Reply reply = post(body);
    assertThat(reply.status()).as(reply.text()).isEqualTo(422);
    return reply.json().path("studio").asText();
  }

  private static String page(String link) {
    ApiCalls.Reply page = server.calls().send("GET", link.replace(KeyedServer.BASE, ""));
    assertThat(page.status()).isEqualTo(200);
    return page.text();
  }

  /** What stands in the input of a field. */
  private static String input(String page, String field) {
    java.util.regex.Matcher input =
        java.util.regex.Pattern.compile("<input[^>]*id=\"f-" + field + "\"[^>]*>").matcher(page);
    assertThat(input.find()).as(field).isTrue();
    String value = input.group().replaceFirst("(?s)^.*?\\svalue=\"([^\"]*)\".*$", "$1");
    return value.startsWith("<input") ? "" : value;
  }
}
