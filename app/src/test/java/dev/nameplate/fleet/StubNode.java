package dev.nameplate.fleet;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** A node whose answers the test decides, one after the other or when it says so. */
final class StubNode implements AutoCloseable {
  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final AtomicInteger requests = new AtomicInteger();
  private volatile CountDownLatch gate = new CountDownLatch(0);
  private final Set<String> traces = ConcurrentHashMap.newKeySet();
  private volatile Reply reply = new Reply(200, "public, max-age=60", "first");

  /** What is answered: a status, {@code Cache-Control} and a body. */
  @SuppressWarnings("ArrayRecordComponent") // Never compared.
  record Reply(int status, String cacheControl, byte[] body) {
    Reply(int status, String cacheControl, String body) {
      this(status, cacheControl, body.getBytes(StandardCharsets.UTF_8));
    }
  }

  StubNode() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 64);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
    server.setExecutor(threads);
    server.createContext("/", this::answer);
    server.start();
  }

  private void answer(HttpExchange exchange) throws IOException {
    traces.addAll(exchange.getRequestHeaders().getOrDefault("traceparent", List.of()));
    requests.incrementAndGet();
    try {
      gate.await();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
    Reply now = reply;
    byte[] body = now.body();
    exchange.getResponseHeaders().set("Cache-Control", now.cacheControl());
    exchange.getResponseHeaders().set("Content-Type", "image/png");
    exchange.sendResponseHeaders(now.status(), body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  int port() {
    return server.getAddress().getPort();
  }

  /** How many requests have come so far. */
  int requests() {
    return requests.get();
  }

  /** The values of {@code traceparent} that have come so far. */
  Set<String> traces() {
    return Set.copyOf(traces);
  }

  void replies(Reply next) {
    reply = next;
  }

  /** Lets requests wait until the gate that is returned is opened. */
  CountDownLatch shut() {
    CountDownLatch closed = new CountDownLatch(1);
    gate = closed;
    return closed;
  }

  @Override
  public void close() {
    gate.countDown();
    server.stop(0);
    threads.shutdownNow();
  }
}
