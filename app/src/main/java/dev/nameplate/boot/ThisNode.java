package dev.nameplate.boot;

import dev.nameplate.fetch.RemoteImageFetcher;
import dev.nameplate.fleet.NodeSettings;
import dev.nameplate.fleet.NodeStatus;
import dev.nameplate.http.HttpServer;
import dev.nameplate.scene.EngineIdentity;
import dev.nameplate.serve.ImageService;
import dev.nameplate.serve.RenderLoad;
import dev.nameplate.template.library.TemplateLibrary;
import dev.nameplate.util.Sha256;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Tells of this node. Safe for many threads; never blocks. */
final class ThisNode implements Supplier<NodeStatus> {
  private static final int DIGITS = 12;
  private static final int LONGEST_NAME = 64;

  private final String id;
  private final Parts parts;
  private final String engine;
  private final Instant started;
  private volatile Optional<Listed> listed = Optional.empty();
  private volatile boolean reading;

  /**
   * What the status is read from.
   *
   * @param background digests the templates, which may have to be read
   */
  record Parts(
      TemplateLibrary templates,
      ImageService images,
      Supplier<HttpServer> server,
      RemoteImageFetcher remoteImages,
      Executor background,
      InstantSource clock) {}

  /** The digest of the templates in one of their generations. */
  private record Listed(long generation, String digest) {}

  ThisNode(NodeSettings settings, EngineIdentity engine, Parts parts) {
    this.id = name(settings.name()) + "-" + random();
    this.parts = parts;
    this.engine = digest(engine.toString());
    this.started = parts.clock().instant();
  }

  @Override
  public NodeStatus get() {
    RenderLoad load = parts.images().load();
    Runtime runtime = Runtime.getRuntime();
    HttpServer server = parts.server().get();
    return new NodeStatus(
        id,
        new NodeStatus.Versions(engine, templates()),
        new NodeStatus.Machine(runtime.availableProcessors(), runtime.maxMemory()),
        new NodeStatus.Work(
            load.active(),
            load.permits(),
            load.queued(),
            parts.images().renders(),
            server.cacheHits()),
        parts.remoteImages().breakers(NodeStatus.MOST_BREAKERS),
        new NodeStatus.Life(started, parts.clock().instant(), server.isDraining()));
  }

  /** The digest that is known; it is made anew in the background where templates have changed. */
  private String templates() {
    long generation = parts.templates().generation();
    Optional<Listed> known = listed;
    if (!reading && known.filter(now -> now.generation() == generation).isEmpty()) {
      reading = true;
      try {
        parts.background().execute(() -> read(generation));
      } catch (RejectedExecutionException busy) {
        reading = false;
      }
    }
    return listed.map(Listed::digest).orElse("reading");
  }

  private void read(long generation) {
    try {
      String all =
          parts.templates().all().stream()
              .map(template -> template.id() + " " + template.digest())
              .collect(Collectors.joining("\n"));
      listed = Optional.of(new Listed(generation, digest(all)));
    } finally {
      reading = false;
    }
  }

  private static String digest(String text) {
    return Sha256.hex(text.getBytes(StandardCharsets.UTF_8)).substring(0, DIGITS);
  }

  private static String name(String host) {
    String safe = host.replaceAll("[^A-Za-z0-9._-]", "");
    return safe.isEmpty() ? "node" : safe.substring(0, Math.min(LONGEST_NAME, safe.length()));
  }

  /** Another one for each process, so that a restart is another node. */
  private static String random() {
    return String.format(Locale.ROOT, "%06x", ThreadLocalRandom.current().nextInt(1 << 24));
  }
}
