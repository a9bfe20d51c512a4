package dev.nameplate.http.api;

import dev.nameplate.api.ApiException;
import dev.nameplate.api.ErrorCode;
import dev.nameplate.batch.job.Job;
import dev.nameplate.util.DaemonThreads;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;
import org.eclipse.jetty.io.Connection;

/**
 * Jobs as Server-Sent Events (WHATWG HTML, section 9.2), each stream written by a thread of its
 * own, so that no thread of requests waits for a reader.
 */
public final class EventStreams implements AutoCloseable {
  /** How many streams are open at a time; others are told to poll. */
  static final int MOST = 64;

  private static final int EVERY_MILLIS = 500;

  private final Semaphore places = new Semaphore(MOST);
  private final Set<Connection> connections = ConcurrentHashMap.newKeySet();
  private final ExecutorService writers =
      Executors.newCachedThreadPool(DaemonThreads.named("events"));
  private final Object changes = new Object();
  private long signals;
  private volatile boolean closed;

  /** Tells that a job has changed. */
  public void changed(Job job) {
    synchronized (changes) {
      signals++;
      changes.notifyAll();
    }
  }

  /**
   * Returns whether a connection carries a stream, which may last for hours as long as its reader
   * reads.
   */
  public boolean isStream(Connection connection) {
    return connections.contains(connection);
  }

  /** What of a job a stream tells: empty when it is gone. */
  interface Source extends Function<Integer, Optional<Job>> {}

  /**
   * Begins a stream.
   *
   * @param look finds the job as it is now
   * @param base scheme and host that links begin with
   * @return done when the stream has ended
   * @throws ApiException where there are too many
   */
  CompletableFuture<Void> start(Context context, Source look, String base) {
    if (closed || !places.tryAcquire()) {
      throw ApiException.of(
          ErrorCode.OVERLOADED,
          "there are " + MOST + " streams of events already; ask for the job itself now and then");
    }
    Connection connection =
        ServletContextRequest.getServletContextRequest(context.req())
            .getConnectionMetaData()
            .getConnection();
    connections.add(connection);
    CompletableFuture<Void> done = new CompletableFuture<>();
    String seen = Optional.ofNullable(context.header("Last-Event-ID")).orElse("");
    writers.execute(
        () -> {
          try {
            write(context, look, base, seen);
          } catch (IOException gone) {
            // The reader has left.
          } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
          } finally {
            places.release();
            connections.remove(connection);
            done.complete(null);
          }
        });
    return done;
  }

  private void write(Context context, Source look, String base, String last)
      throws IOException, InterruptedException {
    context.status(200);
    ApiRoutes.common(context);
    context.contentType("text/event-stream");
    context.header("X-Accel-Buffering", "no");
    OutputStream out = context.res().getOutputStream();
    send(out, "retry: 3000\n\n");
    EventFeed feed = new EventFeed(base, last, System.nanoTime());
    long before = -1;
    Optional<Job> job = look.apply(0);
    while (job.isPresent() && !closed) {
      Optional<String> text = feed.next(job.get(), System.nanoTime());
      if (text.isPresent()) {
        send(out, text.get());
      }
      if (job.get().status().isEnded()) {
        return;
      }
      // Other processes may work on the job, so it is looked at without a change too.
      synchronized (changes) {
        if (!closed && signals == before) {
          changes.wait(EVERY_MILLIS);
        }
        before = signals;
      }
      job = look.apply(0);
    }
  }

  private static void send(OutputStream out, String text) throws IOException {
    out.write(text.getBytes(StandardCharsets.UTF_8));
    out.flush();
  }

  /** Ends all streams; their readers come again to another node. */
  @Override
  public void close() {
    closed = true;
    synchronized (changes) {
      signals++;
      changes.notifyAll();
    }
    writers.shutdown();
  }
}
