package dev.nameplate;

import dev.nameplate.template.Sample;
import dev.nameplate.template.Template;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/**
 * Serves each template once, over the network as a recipient would ask for it. A virtual machine
 * that watches sees every class that serving needs, and can keep them in an archive.
 */
final class Rehearsal {
  /** What stands in the environment of a rehearsal, whatever the real one says. */
  static final Map<String, String> ENVIRONMENT =
      Map.of("NAMEPLATE_HOST", "127.0.0.1", "NAMEPLATE_PORT", "0", "NAMEPLATE_DEADLINE", "20s");

  private static final List<String> ENDINGS = List.of("", ".png", "@2x.png", ".jpg", ".json");
  private static final List<String> PAGES =
      List.of("/", "/health/ready", "/favicon.ico", "/i/no-such-template.png", "/i/a//b.png");

  private Rehearsal() {}

  /** Asks for every template with its first sample in several ways, twice, and for each page. */
  static void play(House house) {
    for (Template template : house.templates().all()) {
      String query = Sample.read(house.templateFolder(), template.id()).get(0).query();
      for (String ending : ENDINGS) {
        String target = "/i/" + template.id() + ending + "?" + query;
        ask(house.port(), target);
        ask(house.port(), target);
      }
    }
    PAGES.forEach(page -> ask(house.port(), page));
  }

  private static void ask(int port, String target) {
    String head = "GET " + target + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
        OutputStream out = socket.getOutputStream();
        InputStream in = socket.getInputStream()) {
      out.write(head.getBytes(StandardCharsets.UTF_8));
      out.flush();
      in.transferTo(OutputStream.nullOutputStream());
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
