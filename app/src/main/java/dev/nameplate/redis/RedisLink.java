package dev.nameplate.redis;

import io.lettuce.core.ClientOptions;
import io.lettuce.core.ClientOptions.DisconnectedBehavior;
import io.lettuce.core.MaintNotificationsConfig;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisCommandExecutionException;
import io.lettuce.core.RedisURI;
import io.lettuce.core.SocketOptions;
import io.lettuce.core.TimeoutOptions;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.api.async.RedisAsyncCommands;
import io.lettuce.core.codec.ByteArrayCodec;
import io.lettuce.core.codec.RedisCodec;
import io.lettuce.core.codec.StringCodec;
import io.lettuce.core.resource.ClientResources;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One connection to one Redis, behind a circuit breaker. It connects in the background and again
 * after each loss; until then, and while the breaker is open, calls fail at once. Safe for many
 * threads.
 */
final class RedisLink implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(RedisLink.class);
  private static final int REQUEST_QUEUE = 1024;
  private static final RedisCodec<String, byte[]> CODEC =
      RedisCodec.of(new StringCodec(StandardCharsets.UTF_8), ByteArrayCodec.INSTANCE);

  private final String name;
  private final RedisURI uri;
  private final RedisTiming timing;
  private final RedisClient client;
  private final RedisBreaker breaker;
  private final List<RedisScript> scripts;
  private final AtomicBoolean connecting = new AtomicBoolean();
  private final AtomicBoolean reported = new AtomicBoolean();
  private final LongAdder answered = new LongAdder();
  private final LongAdder failures = new LongAdder();
  private volatile Optional<StatefulRedisConnection<String, byte[]>> connection = Optional.empty();
  private volatile long nextAttempt = System.nanoTime();

  /**
   * @param name for logs and metrics
   * @param uri as Lettuce reads it; it may hold a password and is never logged
   * @param resources closed by the caller
   * @param scripts loaded into Redis with each new connection
   * @throws IllegalArgumentException where the URI is none
   */
  RedisLink(
      String name,
      String uri,
      RedisTiming timing,
      ClientResources resources,
      List<RedisScript> scripts) {
    this.name = name;
    this.uri = RedisURI.create(uri);
    this.uri.setTimeout(timing.connect());
    this.timing = timing;
    this.scripts = List.copyOf(scripts);
    this.breaker = new RedisBreaker(name, timing);
    this.client = RedisClient.create(resources, this.uri);
    client.setOptions(options(timing));
  }

  private static ClientOptions options(RedisTiming timing) {
    return ClientOptions.builder()
        .autoReconnect(true)
        .disconnectedBehavior(DisconnectedBehavior.REJECT_COMMANDS)
        .requestQueueSize(REQUEST_QUEUE)
        .socketOptions(SocketOptions.builder().connectTimeout(timing.connect()).build())
        .timeoutOptions(
            TimeoutOptions.builder().timeoutCommands(true).fixedTimeout(timing.command()).build())
        .maintNotificationsConfig(MaintNotificationsConfig.disabled())
        .build();
  }

  /** A call of Redis. */
  @FunctionalInterface
  interface Command<T> extends Function<RedisAsyncCommands<String, byte[]>, CompletionStage<T>> {}

  /** The name for logs and metrics. */
  String name() {
    return name;
  }

  /** Whether calls are made. */
  boolean isUp() {
    return connection.isPresent() && breaker.isClosed();
  }

  /** The state of the circuit breaker: 0 closed, 1 half-open, 2 open or not connected yet. */
  int level() {
    return connection.isPresent() ? breaker.level() : 2;
  }

  /** How many calls were answered in time. */
  long answered() {
    return answered.sum();
  }

  /** How many calls failed, or took too long. */
  long failures() {
    return failures.sum();
  }

  /** The connection; empty before the first one. */
  Optional<StatefulRedisConnection<String, byte[]>> connection() {
    return connection;
  }

  /**
   * Makes a call that somebody may wait for.
   *
   * @return fails at once while Redis is slow or down, and otherwise after the time that counts as
   *     slow at the latest. What follows must not block
   */
  <T> CompletableFuture<T> ask(Command<T> command) {
    return isUp()
        ? called(command, timing.slow())
        : CompletableFuture.failedFuture(new RedisDownException());
  }

  /**
   * Makes a call that nobody waits for, or a thread of the background.
   *
   * @return fails at once while Redis is slow or down, and otherwise after the time that a command
   *     may take
   */
  <T> CompletableFuture<T> post(Command<T> command) {
    return isUp()
        ? called(command, timing.command())
        : CompletableFuture.failedFuture(new RedisDownException());
  }

  /**
   * Waits for a call's answer.
   *
   * @param call of {@link #ask} or {@link #post}
   * @throws IOException where it fails
   */
  static <T> T await(CompletableFuture<T> call) throws IOException {
    try {
      return call.get();
    } catch (ExecutionException failed) {
      throw new IOException("Redis: " + cause(failed).getClass().getSimpleName(), failed);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", stopped);
    }
  }

  private static Throwable cause(Throwable failed) {
    return Optional.ofNullable(failed.getCause()).orElse(failed);
  }

  private <T> CompletableFuture<T> called(Command<T> command, Duration limit) {
    long start = System.nanoTime();
    CompletableFuture<T> answer;
    try {
      answer =
          command
              .apply(connection.orElseThrow().async())
              .toCompletableFuture()
              .copy()
              .orTimeout(limit.toNanos(), TimeUnit.NANOSECONDS);
    } catch (RuntimeException rejected) {
      answer = CompletableFuture.failedFuture(rejected);
    }
    return answer.whenComplete((value, failure) -> count(start, failure));
  }

  private void count(long start, @Nullable Throwable failure) {
    long nanos = System.nanoTime() - start;
    if (failure == null) {
      answered.increment();
      breaker.succeeded(nanos);
    } else {
      failures.increment();
      breaker.failed(nanos, failure);
    }
  }

  /** Connects where it has to, or measures; called again and again by one thread. */
  void probe() {
    if (connection.isEmpty()) {
      connect();
    } else if (breaker.mayProbe()) {
      var unused = called(RedisAsyncCommands::ping, timing.slow());
    }
  }

  private void connect() {
    if (System.nanoTime() - nextAttempt < 0 || !connecting.compareAndSet(false, true)) {
      return;
    }
    nextAttempt = System.nanoTime() + timing.retry().toNanos();
    var unused =
        client
            .connectAsync(CODEC, uri)
            .toCompletableFuture()
            .thenCompose(this::prepared)
            .whenComplete(
                (opened, failure) -> {
                  if (failure == null) {
                    connection = Optional.of(opened);
                    log.info("Redis ({}) is connected", name);
                  } else {
                    report(failure);
                  }
                  connecting.set(false);
                });
  }

  /** Once, until there is a connection: what refuses it says why, all else only what it is. */
  private void report(Throwable failure) {
    if (reported.compareAndSet(false, true)) {
      Throwable root = failure;
      while (root.getCause() != null) {
        root = root.getCause();
      }
      log.warn(
          "Redis ({}) cannot be connected now and is tried again: {}; see app/docs/redis.md",
          name,
          root instanceof RedisCommandExecutionException
              ? root.getMessage()
              : root.getClass().getName());
    }
  }

  private CompletionStage<StatefulRedisConnection<String, byte[]>> prepared(
      StatefulRedisConnection<String, byte[]> opened) {
    opened.setTimeout(timing.command());
    CompletableFuture<?>[] loads =
        scripts.stream()
            .map(script -> opened.async().scriptLoad(script.text()).toCompletableFuture())
            .toArray(CompletableFuture<?>[]::new);
    return CompletableFuture.allOf(loads)
        .whenComplete(
            (loaded, failure) -> {
              if (failure != null) {
                var unused = opened.closeAsync();
              }
            })
        .thenApply(loaded -> opened);
  }

  /** Ends the connection, without waiting for calls. */
  @Override
  public void close() {
    try {
      client
          .shutdownAsync(0, timing.connect().toMillis(), TimeUnit.MILLISECONDS)
          .get(timing.connect().toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException | TimeoutException late) {
      log.debug("the connection to Redis ({}) ends late", name);
    }
  }
}
