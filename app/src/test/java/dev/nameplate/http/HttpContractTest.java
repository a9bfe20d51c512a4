package dev.nameplate.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.nameplate.support.Pictures;
import dev.nameplate.support.TestApplication;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The contract of the URL and its headers, against the real server. */
final class HttpContractTest {
  @Test
  void picture_hasTheWholeHeaderSet() {
    HttpResponse<byte[]> answer = TestApplication.get("/i/welcome.png?name=Header");
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(header(answer, "Content-Type")).isEqualTo("image/png");
    assertThat(header(answer, "Content-Length")).isEqualTo("" + answer.body().length);
    assertThat(header(answer, "ETag")).matches("W/\"[0-9a-f]{32}\"");
    assertThat(header(answer, "Cache-Control"))
        .isEqualTo(
            "public, max-age=86400, s-maxage=86400, stale-while-revalidate=86400,"
                + " stale-if-error=604800, no-transform");
    assertThat(header(answer, "Cache-Status")).isEqualTo("nameplate; fwd=miss");
    assertThat(header(answer, "Server-Timing"))
        .matches("parse;dur=[0-9.]+, fit;dur=[0-9.]+, paint;dur=[0-9.]+, encode;dur=[0-9.]+");
    assertThat(header(answer, "Nameplate-Fields")).isEqualTo("name=given");
    assertThat(header(answer, "X-Content-Type-Options")).isEqualTo("nosniff");
    assertThat(header(answer, "Cross-Origin-Resource-Policy")).isEqualTo("cross-origin");
    assertThat(header(answer, "Access-Control-Allow-Origin")).isEqualTo("*");
    assertThat(header(answer, "X-Robots-Tag")).isEqualTo("noindex");
    assertThat(header(answer, "Cache-Tag")).isEqualTo("welcome");
    assertThat(header(answer, "Vary")).isEqualTo("(none)");
    assertThat(header(answer, "Server")).isEqualTo("(none)");
  }

  @Test
  void notModified_saysNothingOfTheBody_butItsTag() {
    String etag = header(TestApplication.get("/i/welcome.png?name=Held"), "ETag");
    for (int i = 0; i < 3; i++) {
      HttpResponse<byte[]> answer =
          TestApplication.get("/i/welcome.png?name=Held", "If-None-Match", "W/" + etag);
      assertThat(answer.statusCode()).isEqualTo(304);
      assertThat(header(answer, "ETag")).isEqualTo(etag);
      assertThat(header(answer, "Cache-Control")).startsWith("public, max-age=86400");
      assertThat(header(answer, "Cache-Tag")).isEqualTo("welcome");
      assertThat(header(answer, "Content-Type")).isEqualTo("(none)");
      assertThat(header(answer, "Content-Length")).isEqualTo("(none)");
      assertThat(header(TestApplication.get("/i/welcome.png?name=Held"), "Cache-Tag"))
          .isEqualTo("welcome");
    }
  }

  @Test
  void unmergedTag_isKeptForFiveMinutes_andSaysSo() {
    HttpResponse<byte[]> answer = TestApplication.get("/i/welcome.png?name=*|FNAME|*");
    assertThat(header(answer, "Cache-Control"))
        .isEqualTo("public, max-age=300, s-maxage=300, no-transform");
    assertThat(header(answer, "Nameplate-Fields")).isEqualTo("name=absent;unmerged");
  }

  @Test
  void head_hasTheHeadersOfGet_andNoBody() {
    TestApplication.get("/i/welcome.png?name=Head");
    HttpResponse<byte[]> get = TestApplication.get("/i/welcome.png?name=Head");
    HttpResponse<byte[]> head = TestApplication.send("HEAD", "/i/welcome.png?name=Head");
    assertThat(head.body()).isEmpty();
    for (String name : get.headers().map().keySet()) {
      if (!name.equalsIgnoreCase("date") && !name.equalsIgnoreCase("server-timing")) {
        assertThat(header(head, name)).as(name).isEqualTo(header(get, name));
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "/i/nope.png, 404, unknown-template",
    "/i/welcome@9x.png, 400, scale-not-offered",
    "/i/welcome@0x.png, 400, scale-not-offered",
    "/i/welcome@99x.png, 400, scale-not-offered",
    "/i/welcome.exe, 406, format-not-offered",
    "/i/welcome.gif, 406, format-not-offered",
    "/i/Welcome.png, 404, bad-path",
    "/i/welcome/.png, 404, bad-path",
    "/i/welcome.png%2F..%2Fx, 404, bad-path",
    "/i/welcome%25402x.png, 404, bad-path",
    "/i/welcome/versions/1.png, 404, bad-path",
    "/i/sheet/welcome.png, 404, bad-path",
    "/i/welcome~blue.png, 404, unknown-template",
    "/i/welcome%7Eblue%402x.png, 404, unknown-template",
    "/i/welcome%409x.png, 400, scale-not-offered"
  })
  void authorsMistake_isAPicture_thatIsNotKept(String target, int status, String kind) {
    HttpResponse<byte[]> answer = TestApplication.get(target);
    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(header(answer, "Nameplate-Fault")).isEqualTo(kind);
    assertThat(header(answer, "Cache-Control")).isEqualTo("no-store");
    assertThat(header(answer, "Vary")).isEqualTo("Accept");
    assertThat(Pictures.decode(answer.body()).getWidth()).isEqualTo(600);
  }

  @ParameterizedTest
  @CsvSource({
    "/i/welcome%402x.png?name=Ann, /i/welcome@2x.png?name=Ann",
    "/i/welcome%401.5x.jpg, /i/welcome@1.5x.jpg",
    "/i/welcome%402x.json, /i/welcome@2x.json"
  })
  void escapedAt_inThePath_isThePlainOne(String escaped, String plain) {
    HttpResponse<byte[]> answer = TestApplication.get(escaped);
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).isEqualTo(TestApplication.get(plain).body());
  }

  @Test
  void authorsMistake_inJpeg_isAJpeg() {
    HttpResponse<byte[]> answer = TestApplication.get("/i/nope.jpg");
    assertThat(header(answer, "Content-Type")).isEqualTo("image/jpeg");
    assertThat(Arrays.copyOf(answer.body(), 2)).isEqualTo(new byte[] {(byte) 0xff, (byte) 0xd8});
  }

  @Test
  void authorsMistake_asProblem_whereAcceptAsks() throws IOException {
    HttpResponse<byte[]> answer =
        TestApplication.get("/i/welcome@9x.png", "Accept", "application/problem+json");
    assertThat(header(answer, "Content-Type")).isEqualTo("application/problem+json");
    JsonNode problem = new ObjectMapper().readTree(answer.body());
    assertThat(problem.path("status").asInt()).isEqualTo(400);
    assertThat(problem.path("detail").asText()).contains("@1x, @1.5x, @2x, @3x");
  }

  @ParameterizedTest
  @ValueSource(strings = {"POST", "PUT", "DELETE", "PATCH"})
  void otherMethod_is405_withAPicture(String method) {
    HttpResponse<byte[]> answer = TestApplication.send(method, "/i/welcome.png");
    assertThat(answer.statusCode()).isEqualTo(405);
    assertThat(header(answer, "Allow")).isEqualTo("GET, HEAD, OPTIONS");
    assertThat(Pictures.decode(answer.body()).getWidth()).isPositive();
  }

  @Test
  void options_tellsWhatIsAllowed() {
    HttpResponse<byte[]> answer = TestApplication.send("OPTIONS", "/i/welcome.png");
    assertThat(answer.statusCode()).isEqualTo(204);
    assertThat(header(answer, "Allow")).isEqualTo("GET, HEAD, OPTIONS");
  }

  @ParameterizedTest
  @ValueSource(strings = {"image/jpeg", "image/png;q=0.5, image/jpeg", "image/png;q=0, */*"})
  void formatLeftOut_isChosenByAccept(String accept) {
    HttpResponse<byte[]> answer =
        TestApplication.get("/i/welcome?name=Negotiated", "Accept", accept);
    assertThat(header(answer, "Content-Type")).isEqualTo("image/jpeg");
    assertThat(header(answer, "Vary")).isEqualTo("Accept");
  }

  @ParameterizedTest
  @ValueSource(strings = {"*/*", "image/avif,image/webp,*/*;q=0.8", "text/html", "", "garbage;q=x"})
  void formatLeftOut_isPng_whereNothingIsPreferred(String accept) {
    assertThat(header(TestApplication.get("/i/welcome", "Accept", accept), "Content-Type"))
        .isEqualTo("image/png");
  }

  @Test
  void compression_isNotAppliedToPictures() {
    assertThat(
            header(
                TestApplication.get("/i/welcome.png", "Accept-Encoding", "gzip"),
                "Content-Encoding"))
        .isEqualTo("(none)");
  }

  @Test
  void pagesBesidePictures_areThere() {
    assertThat(TestApplication.get("/health/live").statusCode()).isEqualTo(200);
    assertThat(text("/robots.txt")).contains("Disallow: /i/");
    assertThat(Pictures.decode(TestApplication.get("/favicon.ico").body()).getWidth())
        .isEqualTo(64);
    assertThat(text("/")).contains("/i/welcome.png?name=Maria").contains("Event ticket");
    assertThat(TestApplication.get("/nowhere").statusCode()).isEqualTo(404);
  }

  @Test
  void pictureFile_statesNoDensity() {
    byte[] png = TestApplication.get("/i/welcome.png").body();
    assertThat(new String(png, StandardCharsets.ISO_8859_1)).doesNotContain("pHYs");
    byte[] jpeg = TestApplication.get("/i/welcome.jpg").body();
    assertThat(jpeg[13]).as("JFIF density unit: none").isZero();
  }

  private static String text(String target) {
    return new String(TestApplication.get(target).body(), StandardCharsets.UTF_8);
  }

  private static String header(HttpResponse<byte[]> answer, String name) {
    return answer.headers().firstValue(name).orElse("(none)");
  }
}
