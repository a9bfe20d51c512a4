package dev.nameplate.batch;

import dev.nameplate.batch.csv.RecordSplitter;
import dev.nameplate.util.DaemonThreads;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;

/**
 * Splits a list into chunks, works on several at once, and hands the results on in the list's
 * order. No more chunks are held than twice the threads and two, so that memory does not grow with
 * the list.
 */
public final class ChunkLoop {
  private static final int ROWS = 256;

  private final ChunkReader chunks;
  private final int threads;

  /**
   * @param firstRow the number of the first row, as a spreadsheet counts rows
   */
  public ChunkLoop(RecordSplitter splitter, int threads, long firstRow) {
    this.chunks = new ChunkReader(splitter, firstRow, ROWS);
    this.threads = threads;
  }

  /** Takes what a chunk came to. */
  public interface Sink<R> {
    /**
     * Receives the result of a chunk. It is called in the list's order, on the thread that runs the
     * loop.
     *
     * @throws IOException if the result cannot be written, which ends the loop
     */
    void accept(Chunk chunk, R result) throws IOException;
  }

  private record Running<R>(Chunk chunk, Future<R> result) {}

  /**
   * Runs to the end of the list and returns when the last result was handed to the sink.
   *
   * @param work makes the result of a chunk; called on several threads at once
   * @param sink receives the results in the list's order, on the calling thread
   * @throws IOException if reading or the sink fails, or if the thread is interrupted; results
   *     handed to the sink before that remain valid
   * @throws dev.nameplate.batch.csv.ListException if too many quotes in the list are not closed
   * @throws RuntimeException what {@code work} throws
   */
  public <R> void run(Function<Chunk, R> work, Sink<R> sink) throws IOException {
    ExecutorService workers = Executors.newFixedThreadPool(threads, DaemonThreads.numbered("rows"));
    ArrayDeque<Running<R>> running = new ArrayDeque<>();
    try {
      Optional<Chunk> next = chunks.next();
      while (next.isPresent() || !running.isEmpty()) {
        if (next.isPresent()) {
          Chunk chunk = next.get();
          running.add(new Running<>(chunk, workers.submit(() -> work.apply(chunk))));
          next = chunks.next();
        }
        while (!running.isEmpty() && (next.isEmpty() || running.size() > 2 * threads + 1)) {
          Running<R> first = running.remove();
          sink.accept(first.chunk(), result(first.result()));
        }
      }
    } finally {
      workers.shutdownNow();
    }
  }

  private static <R> R result(Future<R> future) throws IOException {
    try {
      return future.get();
    } catch (ExecutionException failed) {
      if (failed.getCause() instanceof RuntimeException wrong) {
        throw wrong;
      }
      throw new IllegalStateException(failed.getCause());
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IOException("the run was interrupted", stopped);
    }
  }
}
