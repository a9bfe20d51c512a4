package dev.nameplate.bench.letters;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;

/** One page and the fonts that it uses, on a free port of this machine. */
final class SheetServer implements AutoCloseable {
  private final HttpServer server;

  SheetServer(String page) throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/fonts/", PairServer::font);
    byte[] body = page.getBytes(StandardCharsets.UTF_8);
    server.createContext(
        "/", exchange -> PairServer.answer(exchange, "text/html; charset=utf-8", body));
    server.start();
  }

  String address() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/";
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
