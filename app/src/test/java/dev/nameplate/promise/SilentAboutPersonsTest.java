package dev.nameplate.promise;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nameplate.http.HttpServer;
import dev.nameplate.support.RawSocket;
import dev.nameplate.support.TestApplication;
import dev.nameplate.support.TestSettings;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Promise 8: no value of a recipient's stands in a log or a header. */
final class SilentAboutPersonsTest {
  private static final String CANARY = "Zyxwolfgang";

  @Test
  void canaryName_isNowhere_butInItsPicture() {
    PrintStream errBefore = System.err;
    PrintStream outBefore = System.out;
    ByteArrayOutputStream log = new ByteArrayOutputStream();
    PrintStream both = new PrintStream(log, true, StandardCharsets.UTF_8);
    System.setErr(both);
    System.setOut(both);
    StringBuilder heads = new StringBuilder();
    try (HttpServer server = server()) {
      for (int i = 0; i < 50; i++) {
        for (String target : targets(i)) {
          for (int repeat = 0; repeat < 3; repeat++) {
            RawSocket.Answer answer = RawSocket.get(server.port(), target);
            heads.append(answer.head());
            if (!answer.head().contains("image/")) {
              heads.append(answer.text());
            }
          }
        }
      }
    } finally {
      System.setErr(errBefore);
      System.setOut(outBefore);
    }
    assertThat(log.toString(StandardCharsets.UTF_8))
        .contains("INFO access - GET welcome 200")
        .doesNotContain(CANARY);
    assertThat(heads.toString()).contains("Nameplate-Fields").doesNotContain(CANARY);
  }

  private static HttpServer server() {
    return new HttpServer(
            TestApplication.application().templates(),
            TestApplication.application().images(),
            TestSettings.http(false, 1 << 20),
            () -> new byte[] {1})
        .start();
  }

  @Test
  void values_areNotInTheTextOfTheirTypes() {
    var pipeline = TestApplication.application().pipeline();
    var query = new dev.nameplate.merge.query.RawQuery("name=" + CANARY);
    var fields = pipeline.merge(TestApplication.template("welcome"), query);
    assertThat(query.toString() + fields + fields.byName() + fields.value("name"))
        .doesNotContain(CANARY);
  }

  private static List<String> targets(int i) {
    String name = CANARY + i;
    return List.of(
        "/i/welcome.png?name=" + name,
        "/i/event-ticket.jpg?name=" + name + "&date=" + name + "&ticket=" + name + "&photo=" + name,
        "/i/welcome.exe?name=" + name,
        "/i/nope.png?name=" + name,
        "/i/welcome@9x.png?name=" + name,
        "/i/welcome.png?name=" + name + " raw",
        "/i/welcome.png?name=" + name + "x".repeat(17_000),
        "/nowhere?name=" + name);
  }
}
