package dev.nameplate.fetch;

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
 * Looks names up on a few threads of its own. The platform's look-up cannot be interrupted and may
 * hang for minutes: then the caller goes on without it, and one thread a name is all that is lost.
 */
final class BoundedDns implements Dns, AutoCloseable {
  private static final int THREADS = 16;
  private static final int QUEUE = 64;

  private final Dns resolver;
  private final Duration patience;
  private final SingleFlight<String, List<InetAddress>> running = new SingleFlight<>();
  private final ThreadPoolExecutor threads;

  /**
   * @param patience how long a caller waits
   */
  BoundedDns(Dns resolver, Duration patience) {
    this.resolver = resolver;
    this.patience = patience;
    this.threads =
        new ThreadPoolExecutor(
            THREADS,
            THREADS,
            30,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(QUEUE),
            DaemonThreads.named("names"));
    threads.allowCoreThreadTimeOut(true);
  }

  @Override
  public List<InetAddress> lookup(String host) throws UnknownHostException {
    try {
      return running.run(host, () -> started(host)).get(patience.toNanos(), TimeUnit.NANOSECONDS);
    } catch (TimeoutException | ExecutionException failed) {
      throw new UnknownHostException("a name could not be looked up");
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new UnknownHostException("a look-up was stopped");
    }
  }

  private CompletableFuture<List<InetAddress>> started(String host) {
    CompletableFuture<List<InetAddress>> result = new CompletableFuture<>();
    threads.execute(() -> look(host, result));
    return result;
  }

  private void look(String host, CompletableFuture<List<InetAddress>> result) {
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
