package dev.nameplate.serve;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nameplate.support.KeepAlive;
import dev.nameplate.support.RawSocket;
import dev.nameplate.support.TestApplication;
import dev.nameplate.template.library.TemplateLibrary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is answered as a repeat, and what is not; {@link HotPathContractTest} compares them. */
final class HotPathTest {
  private final CountingServers servers =
      new CountingServers(TestApplication.application().templates());

  @TempDir
  @SuppressWarnings("NullAway.Init")
  private Path folder;

  @AfterEach
  void stop() {
    servers.close();
  }

  @Test
  void otherValue_isReadAgain() {
    try (KeepAlive hotly = new KeepAlive(servers.hotPort())) {
      heat(hotly, "/i/welcome.png?name=Ada");
      int read = servers.merges();
      assertThat(hotly.get("/i/welcome.png?name=Adb").status()).isEqualTo(200);
      assertThat(servers.merges()).isEqualTo(read + 1);
    }
  }

  @Test
  void notModified_isAnsweredAgain_beforeThePictureWasEverDrawn() {
    try (KeepAlive hotly = new KeepAlive(servers.hotPort())) {
      String target = "/i/welcome.png?name=Held";
      for (int i = 0; i < 2; i++) {
        assertThat(hotly.ask("GET", target, "If-None-Match: *").status()).isEqualTo(304);
      }
      assertThat(servers.merges()).isEqualTo(1);
      assertThat(hotly.get(target).status()).isEqualTo(200);
      assertThat(servers.images().renders()).isEqualTo(1);
    }
  }

  @Test
  void whatIsNoWholePicture_isNeverHot() {
    try (KeepAlive hotly = new KeepAlive(servers.hotPort())) {
      for (String target : List.of("/i/welcome.json?name=A", "/i/nope.png", "/i/welcome@9x.png")) {
        RawSocket.Answer first = hotly.get(target);
        hotly.get(target);
        assertThat(hotly.get(target).body()).isEqualTo(first.body());
        assertThat(first.head()).contains("no-store");
      }
      assertThat(servers.merges()).isEqualTo(3);
    }
  }

  @Test
  void editedTemplate_isSeenAtOnce() throws IOException {
    Path welcome = Files.createDirectories(folder.resolve("plain"));
    Path file = welcome.resolve("template.json");
    Files.writeString(file, template("#ffffff"));
    TemplateLibrary templates = new TemplateLibrary(folder, List.of());
    try (CountingServers own = new CountingServers(templates);
        KeepAlive hotly = new KeepAlive(own.hotPort())) {
      heat(hotly, "/i/plain.png");
      RawSocket.Answer white = hotly.get("/i/plain.png");
      Files.writeString(file, template("#000"));
      templates.refresh();
      RawSocket.Answer black = hotly.get("/i/plain.png");
      assertThat(black.header("ETag")).isNotEqualTo(white.header("ETag"));
      assertThat(black.body()).isNotEqualTo(white.body());
    }
  }

  private static String template(String background) {
    return """
    {"title": "Plain", "width": 64, "height": 64, "background": "%s", "layers": []}
    """
        .formatted(background);
  }

  /** Asks until the answer is known: drawn, then found in the cache. */
  private static void heat(KeepAlive server, String target) {
    server.get(target);
    server.get(target);
  }
}
