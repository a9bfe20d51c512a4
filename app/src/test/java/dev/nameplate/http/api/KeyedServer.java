package dev.nameplate.http.api;

import dev.nameplate.access.ratelimit.Rate;
import dev.nameplate.access.sign.KeyRing;
import dev.nameplate.access.token.Grant;
import dev.nameplate.access.token.JwtTokens;
import dev.nameplate.access.token.Scope;
import dev.nameplate.boot.Application;
import dev.nameplate.config.Settings;
import dev.nameplate.support.Applications;
import dev.nameplate.support.PreparedWork;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;

/** A server with keys, whose clock stands still unless told, and tokens for it. */
final class KeyedServer implements AutoCloseable {
  /** What its URLs begin with. */
  static final String BASE = "https://img.brand.example";

  private static final String KEYS = "k1:11111111111111111111111111111111";
  private static final Instant NOW = Instant.parse("2026-06-01T00:00:00Z");

  private final AtomicReference<Instant> now = new AtomicReference<>(NOW);
  private final Application application;

  /**
   * Starts one.
   *
   * @param folder takes the file of revoked tokens
   * @param more settings beside the usual ones
   */
  KeyedServer(Path folder, Map<String, String> more) {
    Map<String, String> settings =
        new HashMap<>(
            Map.of(
                "NAMEPLATE_HOST",
                "127.0.0.1",
                "PORT",
                "0",
                "NAMEPLATE_WARM_UP",
                "0",
                "NAMEPLATE_WORK",
                PreparedWork.in(folder).toString(),
                "NAMEPLATE_KEYS",
                KEYS,
                "NAMEPLATE_REVOKED",
                revoked(folder).toString(),
                "NAMEPLATE_BASE_URL",
                BASE));
    settings.putAll(more);
    application = Applications.open(Settings.read(settings, Map.of()), now::get);
  }

  private static Path revoked(Path folder) {
    try {
      return Files.writeString(folder.resolve("revoked"), "revoked\n");
    } catch (IOException unwritable) {
      throw new UncheckedIOException(unwritable);
    }
  }

  ApiCalls calls() {
    return new ApiCalls(application.port());
  }

  /** Moves the clock. */
  void pass(Duration time) {
    now.updateAndGet(before -> before.plus(time));
  }

  /** The header of a token that allows everything. */
  static String[] anything() {
    return header("anything", Set.of(Scope.values()), List.of(), NOW.plusSeconds(86_400 * 9));
  }

  /** That of one that ended a second ago. */
  static String[] expired() {
    return header("expired", Set.of(Scope.values()), List.of(), NOW.minusSeconds(1));
  }

  /** That of one that was revoked. */
  static String[] revokedToken() {
    return header("revoked", Set.of(Scope.values()), List.of(), NOW.plusSeconds(60));
  }

  /** That of one for nothing at all. */
  static String[] otherScope() {
    return header("none", Set.of(), List.of(), NOW.plusSeconds(60));
  }

  /** That of one for a template that there is not. */
  static String[] otherTemplate() {
    return header("other", Set.of(Scope.values()), List.of("acme/other"), NOW.plusSeconds(60));
  }

  /** That of one of another owner. */
  static String[] ofOwner(String subject) {
    return bearer(
        new Grant(
            "of-" + subject,
            subject,
            Set.of(Scope.values()),
            List.of(),
            NOW.plusSeconds(60),
            Optional.empty(),
            OptionalLong.empty(),
            false));
  }

  /** That of one with a call a second. */
  static String[] slow() {
    return bearer(
        new Grant(
            "slow",
            "shop",
            Set.of(Scope.values()),
            List.of(),
            NOW.plusSeconds(60),
            Optional.of(new Rate(1, 2)),
            OptionalLong.empty(),
            false));
  }

  /** That of one whose subject may have one URL made a month. */
  static String[] withQuota() {
    return bearer(
        new Grant(
            "quota",
            "small-shop",
            Set.of(Scope.values()),
            List.of(),
            NOW.plusSeconds(86_400 * 40),
            Optional.empty(),
            OptionalLong.of(1),
            false));
  }

  private static String[] header(
      String id, Set<Scope> scopes, List<String> templates, Instant expires) {
    return bearer(
        new Grant(
            id, "shop", scopes, templates, expires, Optional.empty(), OptionalLong.empty(), false));
  }

  private static String[] bearer(Grant grant) {
    String token = JwtTokens.issue(KeyRing.parse(KEYS).orElseThrow(), grant);
    return new String[] {"Authorization", "Bearer " + token};
  }

  @Override
  public void close() {
    application.close();
  }
}
