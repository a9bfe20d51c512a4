package dev.nameplate.http.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nameplate.support.RawSocket;
import dev.nameplate.support.TestApplication;
import dev.nameplate.support.Waiting;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The routes of pages: methods, paths that no route takes, static files, escaping. */
final class PageRoutesTest {
  private static final int PORT = TestApplication.application().port();
  private static final Pattern ASSET =
      Pattern.compile("\"(/studio/[0-9a-f]+/)([a-z]+[.](?:css|js))\"");

  @ParameterizedTest
  @ValueSource(
      strings = {"/t/%zz", "/t/100%", "/t/welcome/%", "/%", "/t/%zz/sheet", "/t/%/snippet"})
  void brokenEscape_inAPath_isRefused_andNoFailure(String path) {
    RawSocket.Answer answer = RawSocket.get(PORT, path);
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.header("Content-Type")).isEqualTo("image/png");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/t/welcome?name=50%",
        "/t/welcome?name=%zz&_esp=%",
        "/t/welcome?&&=&name",
        "/t/welcome/sheet?%",
        "/?%ff=%"
      })
  void brokenEscape_inAQuery_isAsIfItWereNotThere(String target) {
    assertThat(RawSocket.get(PORT, target).status()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/t/welcome", "/t/welcome/sheet", "/health/live", "/robots.txt"})
  void otherMethod_is405_andSaysWhatIsAllowed(String path) {
    for (String method : List.of("POST", "PUT", "PATCH", "DELETE")) {
      RawSocket.Answer answer = ask(method, path);
      assertThat(answer.status()).as(method).isEqualTo(405);
      assertThat(answer.header("Allow")).as(method).isEqualTo("GET, HEAD");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/", "/t/welcome", "/t/nope", "/t/welcome/sheet", "/health/live", "/favicon.ico"})
  void head_hasTheHeadersOfGet_andNoBody(String path) {
    Waiting.until(path, () -> !RawSocket.get(PORT, path).text().contains("formats counting"));
    RawSocket.Answer get = RawSocket.get(PORT, path);
    RawSocket.Answer head = ask("HEAD", path);
    assertThat(head.body()).isEmpty();
    assertThat(head.linesWithout(Set.of("Date"))).isEqualTo(get.linesWithout(Set.of("Date")));
    assertThat(get.header("Content-Length")).isEqualTo("" + get.body().length);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/", "/t/welcome", "/t/nope", "/t/welcome/sheet", "/t/nope/sheet", "/t/%3Cb%3E"})
  void page_allowsNothingInline_andIsNotKept(String path) {
    RawSocket.Answer answer = RawSocket.get(PORT, path);
    assertThat(answer.header("Content-Security-Policy"))
        .startsWith("default-src 'none'")
        .doesNotContain("unsafe");
    assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
    assertThat(answer.text())
        .doesNotContain("<style", " onclick=", "<script>")
        .doesNotContainPattern("<[a-z][^>]*\\sstyle=");
  }

  @Test
  void assets_haveTheirTypes_andAreKeptForGood() {
    String page = RawSocket.get(PORT, "/t/welcome").text();
    Matcher link = ASSET.matcher(page);
    int found = 0;
    while (link.find()) {
      RawSocket.Answer asset = RawSocket.get(PORT, link.group(1) + link.group(2));
      assertThat(asset.status()).as(link.group()).isEqualTo(200);
      assertThat(asset.header("Content-Type"))
          .matches("text/(css|javascript); ?charset=(utf|UTF)-8");
      assertThat(asset.header("Cache-Control")).isEqualTo("public, max-age=31536000, immutable");
      assertThat(asset.header("X-Content-Type-Options")).isEqualTo("nosniff");
      assertThat(RawSocket.get(PORT, "/studio/0123456789ab/" + link.group(2)).status())
          .isEqualTo(404);
      assertThat(RawSocket.get(PORT, link.group(1) + "../" + link.group(2)).status())
          .isEqualTo(404);
      found++;
    }
    assertThat(found).as("a stylesheet and a script").isEqualTo(2);
  }

  @Test
  void value_isEscaped_whereverItStands() {
    String value = "%22%3E%3Cscript%3Ealert(1)%3C/script%3E%27%26amp;";
    String page = RawSocket.get(PORT, "/t/welcome?name=" + value + "&_esp=html").text();
    assertThat(page)
        .doesNotContain("<script>alert", "\"><script")
        .contains("value=\"&#34;>&lt;script>alert(1)&lt;/script>&#39;&amp;amp;\"");
  }

  private static RawSocket.Answer ask(String method, String path) {
    return RawSocket.exchange(
        PORT,
        method
            + " "
            + path
            + " HTTP/1.1\r\nHost: localhost\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
  }
}
