package dev.nameplate.http.editor;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.nameplate.access.sign.KeyRing;
import dev.nameplate.access.token.Grant;
import dev.nameplate.access.token.JwtTokens;
import dev.nameplate.access.token.Scope;
import dev.nameplate.boot.Application;
import dev.nameplate.config.Settings;
import dev.nameplate.support.Applications;
import dev.nameplate.support.PreparedWork;
import dev.nameplate.support.RawSocket;
import dev.nameplate.support.TemplateCopies;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;

/** The whole program on copies of the project's templates, whose clock stands still unless told. */
final class EditorServer implements AutoCloseable {
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final String KEYS = "k1:11111111111111111111111111111111";
  private static final Instant NOW = Instant.parse("2026-06-01T00:00:00Z");

  /** The id of a template of one shape, which is drawn and checked in no time. */
  static final String PLAIN = "plain";

  private static final int PATIENCE_MILLIS = 30_000;

  private final AtomicReference<Instant> now = new AtomicReference<>(NOW);
  private final Application application;
  private final Path templates;

  /**
   * Starts one.
   *
   * @param folder empty; takes templates and the work folder
   * @param more settings beside the usual ones
   * @param ids the templates that are copied; none copies all
   */
  EditorServer(Path folder, Map<String, String> more, String... ids) {
    templates = TemplateCopies.make(folder.resolve("templates"), ids);
    writePlain(templates.resolve(PLAIN));
    Map<String, String> settings = new HashMap<>();
    settings.put("NAMEPLATE_HOST", "127.0.0.1");
    settings.put("PORT", "0");
    settings.put("NAMEPLATE_WARM_UP", "0");
    settings.put("NAMEPLATE_TEMPLATES", templates.toString());
    settings.put("NAMEPLATE_WORK", PreparedWork.in(folder).toString());
    settings.put("NAMEPLATE_DEADLINE", "60s");
    settings.put("NAMEPLATE_RATE_CLIENT", "off");
    settings.put("NAMEPLATE_RELOAD", "1h");
    settings.putAll(more);
    application = Applications.open(Settings.read(settings, Map.of()), now::get);
  }

  /** Settings with keys, and so with tokens. */
  static Map<String, String> keyed() {
    return Map.of("NAMEPLATE_KEYS", KEYS);
  }

  /** A token. */
  static String token(Set<Scope> scopes, List<String> ids, Duration life) {
    return JwtTokens.issue(
        KeyRing.parse(KEYS).orElseThrow(),
        new Grant(
            "t1",
            "shop",
            scopes,
            ids,
            NOW.plus(life),
            Optional.empty(),
            OptionalLong.empty(),
            false));
  }

  /** A token that may edit everything. */
  static String token() {
    return token(Set.of(Scope.TEMPLATES_WRITE), List.of(), Duration.ofDays(9));
  }

  private static void writePlain(Path folder) {
    try {
      Files.createDirectories(folder);
      Files.writeString(
          folder.resolve("template.json"),
          """
          {
            "title": "Plain",
            "width": 40,
            "height": 20,
            "alt": "Plain",
            "layers": [
              {"type": "shape", "shape": "rect", "box": [4, 4, 9, 9], "fill": "#135"}
            ]
          }
          """);
    } catch (IOException unwritable) {
      throw new UncheckedIOException(unwritable);
    }
  }

  /** The folder of its templates. */
  Path templates() {
    return templates;
  }

  /** The bytes of a template's file. */
  byte[] file(String id) {
    try {
      return Files.readAllBytes(templates.resolve(id).resolve("template.json"));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  int port() {
    return application.port();
  }

  /** Looks for changed files now. */
  void refresh() {
    application.templates().refresh();
  }

  /** Moves the clock. */
  void pass(Duration time) {
    now.updateAndGet(before -> before.plus(time));
  }

  /** The bytes that the endpoint answers. */
  byte[] image(String target) {
    RawSocket.Answer answer = get(target).answer();
    if (answer.status() != 200) {
      throw new IllegalStateException(target + ": " + answer.head());
    }
    return answer.body();
  }

  Reply get(String path, String... headers) {
    return send("GET", path, "", headers);
  }

  /** Posts JSON as a page of ours does. */
  Reply post(String path, String json, String... headers) {
    return send("POST", path, json, headers);
  }

  Reply put(String path, String json, String etag, String... headers) {
    String[] all = Arrays.copyOf(headers, headers.length + 2);
    all[headers.length] = "If-Match";
    all[headers.length + 1] = etag;
    return send("PUT", path, json, all);
  }

  /**
   * Sends a request from 127.0.0.1 to localhost.
   *
   * @param headers names and values in turn, which replace the usual ones
   */
  Reply send(String method, String path, String body, String... headers) {
    return sendFrom("127.0.0.1", method, path, body, headers);
  }

  /** Sends a request from an address of this machine. */
  Reply sendFrom(String from, String method, String path, String body, String... headers) {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    Map<String, String> all = new LinkedHashMap<>();
    all.put("Host", "localhost:" + port());
    all.put("Connection", "close");
    if (!method.equals("GET")) {
      all.put("Origin", "http://localhost:" + port());
      all.put("Content-Type", "application/json");
      all.put("Content-Length", Integer.toString(bytes.length));
    }
    for (int at = 0; at < headers.length; at += 2) {
      all.put(headers[at], headers[at + 1]);
    }
    StringBuilder head = new StringBuilder(method + " " + path + " HTTP/1.1\r\n");
    all.forEach((name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
    return new Reply(exchange(from, head.append("\r\n").toString(), bytes));
  }

  /** An address of 127.0.0.0/8, without a name server. */
  private static InetAddress address(String text) throws IOException {
    byte last = Byte.parseByte(text.substring(text.lastIndexOf('.') + 1));
    return InetAddress.getByAddress(new byte[] {127, 0, 0, last});
  }

  private RawSocket.Answer exchange(String from, String head, byte[] body) {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port(), address(from), 0)) {
      socket.setSoTimeout(PATIENCE_MILLIS);
      socket.getOutputStream().write(head.getBytes(StandardCharsets.ISO_8859_1));
      socket.getOutputStream().write(body);
      socket.getOutputStream().flush();
      ByteArrayOutputStream all = new ByteArrayOutputStream();
      socket.getInputStream().transferTo(all);
      byte[] bytes = all.toByteArray();
      String text = new String(bytes, StandardCharsets.ISO_8859_1);
      int end = text.indexOf("\r\n\r\n");
      return new RawSocket.Answer(
          text.substring(0, end), Arrays.copyOfRange(bytes, end + 4, bytes.length));
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /** What came back. */
  record Reply(RawSocket.Answer answer) {
    int status() {
      return answer.status();
    }

    String header(String name) {
      return answer.header(name);
    }

    byte[] body() {
      return answer.body();
    }

    String text() {
      return answer.text();
    }

    JsonNode json() {
      try {
        return MAPPER.readTree(answer.body());
      } catch (IOException broken) {
        throw new UncheckedIOException(answer.head(), broken);
      }
    }

    /** The body of a problem; empty for any other answer. */
    String head() {
      return status() < 400 ? "" : text();
    }

    /** The code of a problem. */
    String code() {
      return json().path("code").asText();
    }
  }

  @Override
  public void close() {
    application.close();
  }
}
