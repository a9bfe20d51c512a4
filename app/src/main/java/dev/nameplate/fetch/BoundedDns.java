package dev.nameplate.fetch;

import dev.nameplate.util.DaemonThreads;
import dev.nameplate.util.SingleFlight;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import okhttp3.Dns;

/**
 * Resolves names on a few threads of its own, one look-up at a time for each name. The platform's
 * look-up cannot be interrupted and may hang for minutes; the caller then stops waiting, and at
 * most one thread for each name stays blocked.
 */
final class BoundedDns implements Dns, AutoCloseable {
  private static final int THREADS = 16;
  private static final int QUEUE = 64;

  private final Dns resolver;
  private final Duration timeout;
  private final SingleFlight<String, List<InetAddress>> running = new SingleFlight<>();
  private final ThreadPoolExecutor threads;

  /**
   * @param timeout how long a caller waits for an answer
   */
  BoundedDns(Dns resolver, Duration timeout) {
    this.resolver = resolver;
    this.timeout = timeout;
    this.threads =
        new ThreadPoolExecutor(
            THREADS,
            THREADS,
            30,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(QUEUE),
            DaemonThreads.numbered("remote-names"));
    threads.allowCoreThreadTimeOut(true);
  }

  @Override
  public List<InetAddress> lookup(String host) throws UnknownHostException {
    try {
      return running.run(host, () -> start(host)).get(timeout.toNanos(), TimeUnit.NANOSECONDS);
    } catch (TimeoutException | ExecutionException failed) {
      throw new UnknownHostException("a name could not be looked up");
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new UnknownHostException("a look-up was stopped");
    }
  }

  private CompletableFuture<List<InetAddress>> start(String host) {
    CompletableFuture<List<InetAddress>> result = new CompletableFuture<>();
    threads.execute(() -> resolve(host, result));
    return result;
  }

  private void resolve(String host, CompletableFuture<List<InetAddress>> result) {
    try {
      result.complete(resolver.lookup(host));
    } catch (UnknownHostException | RuntimeException failed) {
      result.completeExceptionally(failed);
    }
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }
}
