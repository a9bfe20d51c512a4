package dev.nameplate.promise;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nameplate.support.TestApplication;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Promise 3: the ETag is known, and a 304 or a cached picture sent, before a pixel is touched. */
final class IdentityBeforePixelsTest {
  private static final String TARGET = "/i/welcome.png?name=Identity";

  @Test
  void secondRequest_isAHit_andDrawsNothing() {
    HttpResponse<byte[]> first = TestApplication.get(TARGET);
    long renders = TestApplication.application().images().renders();
    HttpResponse<byte[]> second = TestApplication.get(TARGET + "&utm_source=x");
    assertThat(header(second, "Cache-Status")).isEqualTo("nameplate; hit");
    assertThat(header(second, "Server-Timing")).isEqualTo("cache");
    assertThat(second.body()).isEqualTo(first.body());
    assertThat(TestApplication.application().images().renders()).isEqualTo(renders);
  }

  @ParameterizedTest
  @ValueSource(strings = {"%s", "W/%s", "\"other\", %s", "\"a,b\",W/\"c\" , W/%s", "*"})
  void heldTag_isAnsweredWith304_withoutBodyOrRender(String form) {
    String etag = header(TestApplication.get("/i/welcome.png?name=Held"), "ETag");
    long renders = TestApplication.application().images().renders();
    for (String target : List.of("/i/welcome.png?name=Held", "/i/welcome.png?name=%48eld&x=1")) {
      HttpResponse<byte[]> answer =
          TestApplication.get(target, "If-None-Match", form.formatted(etag));
      assertThat(answer.statusCode()).isEqualTo(304);
      assertThat(answer.body()).isEmpty();
      assertThat(header(answer, "ETag")).isEqualTo(etag);
      assertThat(header(answer, "Cache-Control")).startsWith("public, max-age=86400");
    }
    assertThat(TestApplication.application().images().renders()).isEqualTo(renders);
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"other\"", "W/\"x\"", "", "\"", "garbage", "\"unclosed"})
  void otherTag_isAnsweredWithThePicture(String tag) {
    assertThat(TestApplication.get(TARGET, "If-None-Match", tag).statusCode()).isEqualTo(200);
  }

  @Test
  void picture_neverSeen_isAnsweredWith304_withoutRender() {
    String etag = header(TestApplication.send("HEAD", "/i/pickup@3x.png?name=Never"), "ETag");
    long renders = TestApplication.application().images().renders();
    assertThat(
            TestApplication.get("/i/pickup@3x.png?name=Never", "If-None-Match", etag).statusCode())
        .isEqualTo(304);
    assertThat(TestApplication.application().images().renders()).isEqualTo(renders);
  }

  @Test
  void missingEmptyAndUnmerged_shareOneTag() {
    List<String> queries =
        List.of("", "?name=", "?name=*|FNAME|*", "?fname=%20", "?name=null", "?utm_source=x");
    assertThat(queries.stream().map(q -> header(TestApplication.get("/i/welcome.png" + q), "ETag")))
        .containsOnly(header(TestApplication.get("/i/welcome.png"), "ETag"));
  }

  @Test
  void whateverShows_changesTheTag() {
    assertThat(
            List.of(
                    "/i/welcome.png?name=Abb",
                    "/i/welcome.png?name=Abc",
                    "/i/welcome@2x.png?name=Abb",
                    "/i/welcome.jpg?name=Abb",
                    "/i/coupon.png?name=Abb")
                .stream()
                .map(target -> header(TestApplication.get(target), "ETag")))
        .doesNotHaveDuplicates();
  }

  @Test
  void scaleWrittenOtherwise_isTheSame() {
    assertThat(header(TestApplication.get("/i/welcome@2.0x.png"), "ETag"))
        .isEqualTo(header(TestApplication.get("/i/welcome@2x.png"), "ETag"));
    assertThat(header(TestApplication.get("/i/welcome.jpeg"), "ETag"))
        .isEqualTo(header(TestApplication.get("/i/welcome.jpg"), "ETag"));
  }

  private static String header(HttpResponse<byte[]> answer, String name) {
    return answer.headers().firstValue(name).orElse("(none)");
  }
}
