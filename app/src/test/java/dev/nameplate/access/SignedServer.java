package dev.nameplate.access;

import dev.nameplate.access.sign.AccessSettings;
import dev.nameplate.access.sign.KeyRing;
import dev.nameplate.access.sign.UrlSpec;
import dev.nameplate.access.sign.UrlVerifier;
import dev.nameplate.access.sign.UrlWriter;
import dev.nameplate.geometry.Scale;
import dev.nameplate.http.HttpServer;
import dev.nameplate.support.RawSocket;
import dev.nameplate.support.TestApplication;
import dev.nameplate.support.TestSettings;
import dev.nameplate.template.Access;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/** The real server with keys, over a folder of small templates, at a time that a test sets. */
public final class SignedServer implements AutoCloseable {
  /** When it starts. */
  public static final Instant START = Instant.parse("2026-06-01T00:00:00Z");

  private final AtomicReference<Instant> now = new AtomicReference<>(START);
  private final KeyRing keys = KeyRing.parse(SignedTemplates.KEYS).orElseThrow();
  private final HttpServer server;

  /** Starts one. */
  public SignedServer(Path root, Access defaultAccess, boolean faultStatusOk) {
    InstantSource clock = now::get;
    server =
        new HttpServer(
                SignedTemplates.in(root),
                TestApplication.application().images(),
                TestSettings.http(faultStatusOk, 1 << 20),
                () -> new byte[] {1},
                new UrlVerifier(new AccessSettings(keys, defaultAccess), clock))
            .start();
  }

  /** Sets its clock. */
  public void at(Instant instant) {
    now.set(instant);
  }

  public int port() {
    return server.port();
  }

  /** Asks for a target that goes onto the wire unchanged. */
  public RawSocket.Answer get(String target) {
    return RawSocket.get(server.port(), target);
  }

  /** An address of a PNG whose values are locked and whose {@code name} is open. */
  public String locked(String template, Map<String, String> values, Optional<Instant> end) {
    return written(template, values, end, false);
  }

  /** An address of a PNG whose values are sealed and whose {@code name} is open. */
  public String sealed(String template, Map<String, String> values, Optional<Instant> end) {
    return written(template, values, end, true);
  }

  private String written(
      String template, Map<String, String> values, Optional<Instant> end, boolean seal) {
    List<String> open = values.containsKey("name") ? List.of() : List.of("name");
    return new UrlWriter(keys)
        .write(new UrlSpec(template, "png", Scale.ONE, values, open, end, seal));
  }

  @Override
  public void close() {
    server.close();
  }
}
