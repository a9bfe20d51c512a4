package dev.nameplate.http.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nameplate.support.TestApplication;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Values of bodies stand in no log line, no metric, no header and no problem. */
final class ApiCanaryTest {
  private static final String CANARY = "Kanarienvogel";

  @Test
  void valuesOfBodies_stayInBodies() {
    ApiCalls api = new ApiCalls(TestApplication.application().port());
    List<String> heard = new ArrayList<>();
    PrintStream out = System.out;
    PrintStream err = System.err;
    ByteArrayOutputStream logged = new ByteArrayOutputStream();
    PrintStream both = new PrintStream(logged, true, StandardCharsets.UTF_8);
    System.setOut(both);
    System.setErr(both);
    try {
      for (String body : bodies()) {
        for (String path : List.of("/v1/images", "/v1/explain", "/v1/nothing")) {
          for (String accept : List.of("application/json", "image/png", "text/html")) {
            ApiCalls.Reply reply = api.post(path, body, "Accept", accept);
            heard.add(reply.response().headers().map().toString());
            if (reply.status() >= 400) {
              heard.add(reply.text());
            }
          }
        }
      }
      // A request that is answered later than all others, so that their lines are written.
      api.send("GET", "/health/live");
    } finally {
      System.setOut(out);
      System.setErr(err);
    }
    heard.add(logged.toString(StandardCharsets.UTF_8));
    heard.add(new String(TestApplication.get("/metrics").body(), StandardCharsets.UTF_8));
    assertThat(heard).noneMatch(text -> text.contains(CANARY));
    assertThat(logged.toString(StandardCharsets.UTF_8)).contains("unknown_layer at $.layers");
  }

  private static List<String> bodies() {
    return List.of(
        "{\"template\":\"welcome\",\"layers\":{\"name\":\"" + CANARY + "\"}}",
        "{\"template\":\"welcome\",\"layers\":{\"nmae\":\"" + CANARY + "\"}}",
        "{\"template\":\"" + CANARY + "\"}",
        "{\"template\":\"welcome\",\"format\":\"" + CANARY + "\"}",
        "{\"template\":\"welcome\",\"scale\":\"" + CANARY + "\",\"expires\":\"" + CANARY + "\"}",
        "{\"template\":\"welcome\",\"open\":[\"" + CANARY + "\"],\"render\":\"" + CANARY + "\"}",
        "{\"template\":\"welcome\",\"metadata\":{\"who\":\"" + CANARY + "\"},\"x\":1}",
        "{\"template\":\"welcome\",\"layers\":{\"name\":\"" + CANARY + "\",\"fname\":\"B\"}}",
        "{\"template\":\"welcome\",\"layers\":{\"name\":\"" + CANARY,
        "{\"template\":\"welcome\",\"layers\":{\"name\":\"" + CANARY.repeat(2_000) + "\"}}");
  }
}
