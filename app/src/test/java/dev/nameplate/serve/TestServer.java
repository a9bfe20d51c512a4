package dev.nameplate.serve;

import dev.nameplate.http.HttpServer;
import dev.nameplate.support.RawSocket;
import dev.nameplate.support.TestSettings;
import dev.nameplate.template.library.TemplateLibrary;
import java.nio.file.Path;
import java.util.List;

/** The real server over a drawing that is none. */
final class TestServer {
  private TestServer() {}

  /** Starts one with the project's templates. */
  static HttpServer over(ImageService images) {
    return over(images, new TemplateLibrary(Path.of("templates"), List.of()), 1 << 20);
  }

  /** Starts one. */
  static HttpServer over(ImageService images, TemplateLibrary templates, long responseCacheBytes) {
    return new HttpServer(
            templates, images, TestSettings.http(false, responseCacheBytes), () -> new byte[] {1})
        .start();
  }

  /**
   * Asks it.
   *
   * @param header a whole line without its end, or nothing
   */
  static RawSocket.Answer get(HttpServer server, String target, String header) {
    return RawSocket.exchange(
        server.port(),
        "GET "
            + target
            + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
            + (header.isEmpty() ? "" : header + "\r\n")
            + "\r\n");
  }
}
