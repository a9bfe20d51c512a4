package dev.nameplate.http.api;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.nameplate.support.TestApplication;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Optional;

/**
 * What programs of clients call: the real server behind one that remembers what it was sent, and an
 * address that answers anything with a URL.
 */
public final class CodeServer implements AutoCloseable {
  private static final byte[] ANY = "{\"image_url\": \"https://img.example.com/\"}".getBytes(UTF_8);

  private final HttpServer server;
  private final ApiCalls api = new ApiCalls(TestApplication.application().port());
  private volatile byte[] body = new byte[0];
  private volatile String authorization = "";

  /** Starts it on a free port of this machine. */
  public CodeServer() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
    server.createContext("/v1/images", exchange -> answer(exchange, false));
    server.createContext("/echo", exchange -> answer(exchange, true));
    server.start();
  }

  private void answer(HttpExchange exchange, boolean any) throws IOException {
    byte[] sent = exchange.getRequestBody().readAllBytes();
    body = sent;
    authorization =
        Optional.ofNullable(exchange.getRequestHeaders().getFirst("Authorization")).orElse("");
    int status = 200;
    byte[] reply = ANY;
    if (!any) {
      ApiCalls.Reply real =
          api.post(
              "/v1/images",
              sent,
              "Content-Type",
              Optional.ofNullable(exchange.getRequestHeaders().getFirst("Content-Type"))
                  .orElse(""));
      status = real.status();
      String own = "http://127.0.0.1:" + TestApplication.application().port();
      reply = real.text().replace(own, base()).getBytes(UTF_8);
    }
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(status, reply.length);
    exchange.getResponseBody().write(reply);
    exchange.close();
  }

  /** What a call of the real API begins with. */
  public String base() {
    return "http://localhost:" + server.getAddress().getPort();
  }

  /** The same for an address that answers anything. */
  public String echo() {
    return base() + "/echo";
  }

  /** The body that came last. */
  public byte[] lastBody() {
    return body;
  }

  /** The header {@code Authorization} that came last. */
  public String authorization() {
    return authorization;
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
