package dev.nameplate.boot;

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
 * A training run for class data sharing (JEP 350): serves each template over the network as a
 * recipient would ask for it, so that the virtual machine loads every class that serving needs and
 * can write them to an archive when it ends.
 */
public final class CdsTrainingRun {
  /** The settings of a training run; the environment of the process is not read. */
  public static final Map<String, String> ENVIRONMENT =
      Map.of("NAMEPLATE_HOST", "127.0.0.1", "NAMEPLATE_PORT", "0", "NAMEPLATE_DEADLINE", "20s");

  private static final List<String> ENDINGS = List.of("", ".jpg", ".json");
  private static final List<String> PAGES =
      List.of("/", "/health/ready", "/favicon.ico", "/i/no-such-template.png", "/i/a//b.png");

  private CdsTrainingRun() {}

  /**
   * Requests each template with its first sample, twice with each ending of its URL, and then each
   * page once. The content of the responses is not checked.
   *
   * @param application listens on the loopback interface
   * @throws java.io.UncheckedIOException where the server cannot be reached or a connection breaks
   */
  public static void run(Application application) {
    for (Template template : application.templates().all()) {
      String query = Sample.read(application.templateFolder(), template.id()).get(0).query();
      for (String ending : ENDINGS) {
        String target = "/i/" + template.id() + ending + "?" + query;
        request(application.port(), target);
        request(application.port(), target);
      }
    }
    PAGES.forEach(page -> request(application.port(), page));
  }

  private static void request(int port, String target) {
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
