package dev.nameplate.promise;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nameplate.house.RawSocket;
import dev.nameplate.house.TestHouse;
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
    int port = TestHouse.house().port();
    PrintStream before = System.err;
    ByteArrayOutputStream log = new ByteArrayOutputStream();
    System.setErr(new PrintStream(log, true, StandardCharsets.UTF_8));
    StringBuilder heads = new StringBuilder();
    try {
      for (int i = 0; i < 50; i++) {
        for (String target : targets(i)) {
          RawSocket.Answer answer = RawSocket.get(port, target);
          heads.append(answer.head());
          if (!answer.head().contains("image/")) {
            heads.append(new String(answer.body(), StandardCharsets.UTF_8));
          }
        }
      }
    } finally {
      System.setErr(before);
    }
    assertThat(log.toString(StandardCharsets.UTF_8)).contains("GET").doesNotContain(CANARY);
    assertThat(heads.toString()).contains("Nameplate-Fields").doesNotContain(CANARY);
  }

  @Test
  void values_areNotInTheTextOfTheirTypes() {
    var pipeline = TestHouse.house().pipeline();
    var query = new dev.nameplate.merge.RawQuery("name=" + CANARY);
    var fields = pipeline.merge(TestHouse.template("welcome"), query);
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
