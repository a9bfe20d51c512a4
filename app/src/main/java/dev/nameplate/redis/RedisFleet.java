package dev.nameplate.redis;

import dev.nameplate.access.ratelimit.RateLimits;
import dev.nameplate.access.ratelimit.RateSettings;
import dev.nameplate.access.token.RevokedTokens;
import dev.nameplate.batch.share.JobBoard;
import dev.nameplate.fleet.NodeRegistry;
import dev.nameplate.fleet.NodeStatus;
import dev.nameplate.fleet.NodeStatus.BreakerState;
import dev.nameplate.pipeline.background.SharedStrips;
import dev.nameplate.store.ResultStore;
import dev.nameplate.usage.UsageStore;
import dev.nameplate.util.DaemonThreads;
import io.github.bucket4j.TimeMeter;
import io.lettuce.core.resource.ClientResources;
import io.lettuce.core.resource.DefaultClientResources;
import io.lettuce.core.resource.Delay;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The parts on two Redis connections at most, with the two threads that keep them up. */
final class RedisFleet implements Fleet {
  private static final Logger log = LoggerFactory.getLogger(RedisFleet.class);
  private static final int IO_THREADS = 2;
  private static final long SETTLE_MILLIS = 20;
  private static final long REPORT_MILLIS = 1000;

  private final ClientResources resources;
  private final List<RedisLink> links = new CopyOnWriteArrayList<>();
  private final RedisLink main;
  private final Optional<RedisJobBoard> board;
  private final RedisCache cache;
  private final NodeCount nodeCount;
  private final SharedBuckets buckets;
  private final KeyNames names;
  private final InstantSource clock;
  private final List<Runnable> whenEmptied = new CopyOnWriteArrayList<>();
  private final List<Runnable> whenStarted = new CopyOnWriteArrayList<>();

  /** For calls that return at once. */
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(DaemonThreads.named("redis"));

  /** For work that reads files or waits for answers. */
  private final ScheduledExecutorService worker =
      Executors.newSingleThreadScheduledExecutor(DaemonThreads.named("redis-work"));

  /**
   * @param settings with a Redis
   * @param secret names what is counted of clients; empty where there are no keys
   * @param clock tells the day
   */
  RedisFleet(RedisSettings settings, Optional<byte[]> secret, InstantSource clock) {
    RedisTiming timing = RedisTiming.of(settings.slow());
    this.clock = clock;
    this.names = new KeyNames(secret);
    this.resources =
        DefaultClientResources.builder()
            .ioThreadPoolSize(IO_THREADS)
            .computationThreadPoolSize(IO_THREADS)
            .reconnectDelay(Delay.constant(timing.retry()))
            .build();
    boolean alone = settings.cache().isPresent();
    List<RedisScript> scripts = List.of(RedisCache.PUT, NodeCount.REPORT, RedisNodeRegistry.TELL);
    this.main = link("main", settings.main().orElseThrow(), timing, scripts);
    RedisLink second =
        settings.cache().map(uri -> link("cache", uri, timing, scripts)).orElse(main);
    this.cache =
        new RedisCache(
            second, alone ? OptionalLong.empty() : OptionalLong.of(settings.cacheBytes()));
    this.board =
        settings.batches()
            ? Optional.of(
                new RedisJobBoard(
                    link("jobs", settings.main().orElseThrow(), RedisTiming.JOBS, JobScripts.ALL)))
            : Optional.empty();
    this.nodeCount =
        new NodeCount(main, System::nanoTime, () -> whenEmptied.forEach(Runnable::run));
    this.buckets = new SharedBuckets(main, TimeMeter.SYSTEM_MILLISECONDS);
    every(timing.probe().toMillis(), timer, () -> links.forEach(RedisLink::probe));
    every(REPORT_MILLIS, timer, nodeCount::report);
    board.ifPresent(shared -> every(REPORT_MILLIS, timer, shared::measure));
  }

  private RedisLink link(String name, String uri, RedisTiming timing, List<RedisScript> scripts) {
    RedisLink link = new RedisLink(name, uri, timing, resources, scripts);
    links.add(link);
    return link;
  }

  /** A failure is not to end the calls that follow. */
  private static void every(long millis, ScheduledExecutorService thread, Runnable task) {
    var unused =
        thread.scheduleWithFixedDelay(
            () -> {
              try {
                task.run();
              } catch (RuntimeException bug) {
                log.error("a task for Redis failed: {}", bug.getClass().getName());
              }
            },
            0,
            millis,
            TimeUnit.MILLISECONDS);
  }

  @Override
  public ResultStore results() {
    return new RedisResultStore(cache);
  }

  @Override
  public SharedStrips strips() {
    return new RedisStrips(cache);
  }

  @Override
  public RateLimits rates(String name, RateSettings settings, boolean divided) {
    SharedRateLimits limits =
        new SharedRateLimits(
            buckets,
            new SharedRateLimits.Scope(name, names, divided),
            settings,
            System::nanoTime,
            nodeCount::nodes);
    every(SETTLE_MILLIS, timer, limits::settle);
    return limits;
  }

  @Override
  public UsageStore usage(UsageStore own, String node) {
    RedisUsageStore store = new RedisUsageStore(main, own, node, clock);
    whenEmptied.add(() -> worker.execute(store::republish));
    every(REPORT_MILLIS, worker, store::publish);
    return store;
  }

  @Override
  public RevokedTokens revoked(Supplier<Set<String>> listed) {
    RedisRevokedTokens tokens = new RedisRevokedTokens(main, listed);
    every(
        REPORT_MILLIS,
        timer,
        () -> {
          var unused = tokens.refresh();
        });
    return tokens;
  }

  @Override
  public NodeRegistry registry(Supplier<NodeStatus> self) {
    RedisNodeRegistry registry =
        new RedisNodeRegistry(main, () -> withBreakers(self.get()), System::nanoTime);
    whenStarted.add(() -> every(REPORT_MILLIS, timer, registry::tell));
    return registry;
  }

  @Override
  public Optional<JobBoard> jobs() {
    return board.map(shared -> shared);
  }

  @Override
  public void start() {
    whenStarted.forEach(Runnable::run);
  }

  private NodeStatus withBreakers(NodeStatus node) {
    Map<String, BreakerState> breakers = new LinkedHashMap<>();
    for (RedisLink link : links) {
      breakers.put(
          link == main ? "redis" : "redis " + link.name(),
          switch (link.level()) {
            case 0 -> BreakerState.CLOSED;
            case 1 -> BreakerState.HALF_OPEN;
            default -> BreakerState.OPEN;
          });
    }
    node.breakers().entrySet().stream()
        .limit(NodeStatus.MOST_BREAKERS - breakers.size())
        .forEach(breaker -> breakers.put(breaker.getKey(), breaker.getValue()));
    return new NodeStatus(
        node.id(), node.versions(), node.machine(), node.work(), breakers, node.life());
  }

  @Override
  public int nodes() {
    return nodeCount.nodes();
  }

  @Override
  public List<FleetReading> readings() {
    List<FleetReading> readings = new ArrayList<>();
    for (RedisLink link : links) {
      Map<String, String> labels = Map.of("redis", link.name());
      readings.add(
          new FleetReading(
              "nameplate.redis.breaker",
              "The circuit breaker: 0 closed, 1 half-open, 2 open or not connected.",
              labels,
              false,
              link::level));
      readings.add(calls(link, "answered", link::answered));
      readings.add(calls(link, "failed", link::failures));
    }
    readings.add(lookUps("hit", cache::hits));
    readings.add(lookUps("miss", cache::misses));
    readings.add(
        new FleetReading(
            "nameplate.fleet.nodes",
            "Nodes that were seen in Redis last.",
            Map.of(),
            false,
            nodeCount::nodes));
    board.ifPresent(shared -> readings.addAll(units(shared)));
    return List.copyOf(readings);
  }

  private static List<FleetReading> units(RedisJobBoard board) {
    return List.of(
        units("waiting", "Units of shared jobs that no node has taken.", board::waiting),
        units("taken", "Units of shared jobs that nodes have taken.", board::taken),
        units("working", "Units of shared jobs that this node works on.", board::working));
  }

  private static FleetReading units(String state, String meaning, LongSupplier count) {
    return new FleetReading(
        "nameplate.batch.units." + state, meaning, Map.of(), false, count::getAsLong);
  }

  private static FleetReading calls(RedisLink link, String outcome, LongSupplier count) {
    return new FleetReading(
        "nameplate.redis.calls",
        "Calls of Redis, by whether it answered in time.",
        Map.of("redis", link.name(), "outcome", outcome),
        true,
        count::getAsLong);
  }

  private static FleetReading lookUps(String outcome, LongSupplier count) {
    return new FleetReading(
        "nameplate.shared.lookups",
        "Look-ups of pictures and backgrounds in the shared cache.",
        Map.of("outcome", outcome),
        true,
        count::getAsLong);
  }

  @Override
  public void close() {
    timer.shutdownNow();
    worker.shutdownNow();
    links.forEach(RedisLink::close);
    var unused = resources.shutdown(0, 1, TimeUnit.SECONDS);
  }
}
