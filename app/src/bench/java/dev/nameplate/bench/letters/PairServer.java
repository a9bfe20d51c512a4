package dev.nameplate.bench.letters;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Gives a page its pairs, a batch at a time, and takes its verdicts. On a free port of this
 * machine.
 */
final class PairServer implements AutoCloseable {
  private static final JsonMapper JSON = new JsonMapper();
  private static final Path PAGE = Path.of("app/load/text/page.html");
  private static final Path FONTS = Path.of("fonts");

  private final HttpServer server;
  private final String css;
  private final Iterator<List<Pair>> batches;
  private final Sink sink;
  private final ExecutorService threads = Executors.newFixedThreadPool(2);
  private final CountDownLatch done = new CountDownLatch(1);
  private List<Pair> open = List.of();

  /** Takes a verdict. */
  interface Sink {
    /**
     * Takes one.
     *
     * @param worst the most pixels that differ in a spot of seven by seven
     * @param picture both as a PNG, theirs above ours; empty if they are alike
     */
    void take(Pair pair, Verdict verdict, int worst, byte[] picture);
  }

  PairServer(String css, Iterator<List<Pair>> batches, Sink sink) throws IOException {
    this.css = css;
    this.batches = batches;
    this.sink = sink;
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext("/", this::page);
    server.createContext("/fonts/", PairServer::font);
    server.createContext("/next", this::next);
    server.start();
  }

  String address() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/";
  }

  /** Waits until every batch has its verdicts. */
  void await() throws InterruptedException {
    done.await();
  }

  private void page(HttpExchange exchange) throws IOException {
    String page = Files.readString(PAGE).replace("/* fonts */", css);
    answer(exchange, "text/html; charset=utf-8", page.getBytes(StandardCharsets.UTF_8));
  }

  /** Gives a font; out of a collection if a member is asked for. */
  static void font(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath().substring("/fonts/".length());
    byte[] file = Files.readAllBytes(FONTS.resolve(path));
    String member = exchange.getRequestURI().getQuery();
    answer(
        exchange,
        "font/ttf",
        member == null ? file : CollectionMember.of(file, Integer.parseInt(member)));
  }

  /** Takes the verdicts of the last batch and gives the next one; an empty one at the end. */
  private synchronized void next(HttpExchange exchange) throws IOException {
    JsonNode verdicts = JSON.readTree(exchange.getRequestBody());
    for (int at = 0; at < open.size(); at++) {
      JsonNode verdict = verdicts.path(at);
      sink.take(
          open.get(at),
          Verdict.of(verdict.path("verdict").asText()),
          verdict.path("worst").asInt(),
          verdict.path("picture").binaryValue());
    }
    open = batches.hasNext() ? batches.next() : List.of();
    ArrayNode batch = JSON.createArrayNode();
    open.forEach(pair -> batch.add(json(pair)));
    answer(exchange, "application/json", JSON.writeValueAsBytes(batch));
    if (open.isEmpty()) {
      done.countDown();
    }
  }

  private static ObjectNode json(Pair pair) {
    ObjectNode json = JSON.createObjectNode();
    ArrayNode pieces = json.putArray("pieces");
    pair.pieces()
        .forEach(piece -> pieces.addObject().put("text", piece.text()).put("fonts", piece.fonts()));
    return json.put("lang", pair.line().locale().toLanguageTag())
        .put("rtl", pair.rightToLeft())
        .put("path", pair.path())
        .put("advance", pair.advance());
  }

  static void answer(HttpExchange exchange, String type, byte[] body) throws IOException {
    exchange.getResponseHeaders().set("Content-Type", type);
    exchange.getResponseHeaders().set("Cache-Control", "max-age=3600");
    exchange.sendResponseHeaders(200, body.length);
    try (exchange) {
      exchange.getResponseBody().write(body);
    }
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdown();
  }
}
