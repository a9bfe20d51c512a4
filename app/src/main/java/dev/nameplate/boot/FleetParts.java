package dev.nameplate.boot;

import dev.nameplate.access.ratelimit.RateLimiter;
import dev.nameplate.access.ratelimit.RateLimits;
import dev.nameplate.access.ratelimit.RateSettings;
import dev.nameplate.access.sign.Key;
import dev.nameplate.access.token.RevokedTokens;
import dev.nameplate.access.token.RevokedTokensFile;
import dev.nameplate.batch.job.JobPlace;
import dev.nameplate.batch.job.JobSettings;
import dev.nameplate.batch.job.JobTools;
import dev.nameplate.batch.share.SharedPlace;
import dev.nameplate.batch.share.SharedTiming;
import dev.nameplate.config.Settings;
import dev.nameplate.fleet.LocalNodeRegistry;
import dev.nameplate.fleet.NodeRegistry;
import dev.nameplate.fleet.NodeStatus;
import dev.nameplate.http.monitor.MetricSource;
import dev.nameplate.pipeline.background.SharedStrips;
import dev.nameplate.redis.Fleet;
import dev.nameplate.store.LayeredResultStore;
import dev.nameplate.store.ResultStore;
import dev.nameplate.store.WorkArea;
import dev.nameplate.store.WorkFolder;
import dev.nameplate.usage.JournalUsageStore;
import dev.nameplate.usage.MemoryUsageStore;
import dev.nameplate.usage.UsageStore;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * Chooses for each part that nodes can share: through Redis where it is set, else in this process
 * alone. Without the setting no class of the Redis client is loaded.
 */
final class FleetParts implements AutoCloseable {
  private static final String NODE_FILE = "node";

  private final Optional<Fleet> fleet;

  private FleetParts(Optional<Fleet> fleet) {
    this.fleet = fleet;
  }

  /** Parts of this process alone. */
  static FleetParts alone() {
    return new FleetParts(Optional.empty());
  }

  /** Parts by the settings; begins to connect. */
  static FleetParts of(Settings settings, InstantSource clock) {
    return settings.redis().main().isEmpty()
        ? alone()
        : new FleetParts(
            Optional.of(
                Fleet.open(
                    settings.redis(), settings.access().keys().first().map(Key::fleet), clock)));
  }

  /** The store of pictures beyond the process's own cache, after what jobs have drawn. */
  ResultStore results(ResultStore prerendered) {
    return fleet
        .<ResultStore>map(shared -> new LayeredResultStore(prerendered, shared.results()))
        .orElse(prerendered);
  }

  /** The strips of backgrounds that other nodes have encoded. */
  SharedStrips strips() {
    return fleet.map(Fleet::strips).orElse(SharedStrips.NONE);
  }

  /** The limits on drawings; each node has the whole of them while it cannot share them. */
  RateLimits pictureRates(RateSettings settings) {
    return fleet
        .map(shared -> shared.rates("pictures", settings, false))
        .orElseGet(() -> new RateLimiter(settings, System::nanoTime));
  }

  /** The limits on calls of the API; nodes divide them among them while they cannot share them. */
  RateLimits apiRates(RateSettings settings) {
    return fleet
        .map(shared -> shared.rates("api", settings, true))
        .orElseGet(() -> new RateLimiter(settings, System::nanoTime));
  }

  /** The revoked tokens, of a file and of other nodes. */
  RevokedTokens revoked(Optional<RevokedTokensFile> file) {
    return fleet
        .map(shared -> shared.revoked(() -> file.map(RevokedTokensFile::ids).orElse(Set.of())))
        .or(() -> file.map(listed -> (RevokedTokens) listed))
        .orElse(RevokedTokens.NONE);
  }

  /** The store of counts; it does file I/O. */
  UsageStore usage(WorkFolder work) {
    UsageStore own = work.isUsable() ? new JournalUsageStore(work) : new MemoryUsageStore();
    return fleet.map(shared -> shared.usage(own, node(work))).orElse(own);
  }

  /** A name for what the work folder keeps; a new one where it cannot be kept there. */
  private static String node(WorkFolder work) {
    Optional<String> known =
        work.read(WorkArea.USAGE, NODE_FILE)
            .map(bytes -> new String(bytes, StandardCharsets.US_ASCII).strip());
    if (known.isPresent() && known.get().matches("[0-9a-f-]{36}")) {
      return known.get();
    }
    String fresh = UUID.randomUUID().toString();
    boolean unused =
        work.write(WorkArea.USAGE, NODE_FILE, fresh.getBytes(StandardCharsets.US_ASCII));
    return fresh;
  }

  /** Begins to tell the other nodes of this one, which answers requests from now on. */
  void start() {
    fleet.ifPresent(Fleet::start);
  }

  /** The nodes that the fleet page shows. */
  NodeRegistry registry(Supplier<NodeStatus> self) {
    return fleet.map(shared -> shared.registry(self)).orElseGet(() -> new LocalNodeRegistry(self));
  }

  /**
   * Where jobs lie that all nodes work on; empty where each node has its own.
   *
   * @param work must be usable
   */
  Optional<JobPlace> jobs(
      WorkFolder work, JobTools tools, JobSettings settings, InstantSource clock) {
    return fleet.flatMap(
        shared ->
            shared
                .jobs()
                .map(
                    board ->
                        new SharedPlace(
                            new SharedPlace.Parts(
                                work, tools, board, shared.results(), settings.keep(), clock),
                            SharedTiming.DEFAULT)));
  }

  /** The numbers for the metrics. */
  List<MetricSource> metrics() {
    return fleet.map(Fleet::readings).orElse(List.of()).stream()
        .map(
            reading ->
                new MetricSource(
                    reading.name(),
                    reading.meaning(),
                    reading.labels(),
                    reading.growing(),
                    reading.value()))
        .toList();
  }

  @Override
  public void close() {
    fleet.ifPresent(Fleet::close);
  }
}
