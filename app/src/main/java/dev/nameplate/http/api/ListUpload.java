package dev.nameplate.http.api;

import dev.nameplate.api.ApiException;
import dev.nameplate.api.ErrorCode;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;

/**
 * A list on its way into a {@link BodySink}, without a thread that waits for it. What is wrong is
 * told after the body was read, within bounds, so that a sender that writes before it reads sees
 * the answer; unless the sender waits for a word before it writes.
 */
final class ListUpload implements Runnable {
  /** How much of a body that is not wanted is read and thrown away, in bytes. */
  private static final long DRAINED = 8L << 20;

  /** How long the rest of a body that is not wanted is waited for. */
  private static final Duration DRAINING = Duration.ofSeconds(2);

  private final Request request;
  private final BodySink body;
  private final Executor disk;
  private final BodyProgress progress;
  private final CompletableFuture<Void> done = new CompletableFuture<>();
  private volatile Optional<Throwable> wrong = Optional.empty();
  private long unwanted;

  /**
   * @param disk runs what writes to the disk
   */
  ListUpload(Request request, BodySink body, Executor disk) {
    this.request = request;
    this.body = body;
    this.disk = disk;
    this.progress = new BodyProgress(request, () -> done.completeExceptionally(brokenOff()));
  }

  /**
   * Reads the body.
   *
   * @return done when all of it is in the sink; fails with what is wrong
   */
  CompletableFuture<Void> read() {
    progress.start();
    disk.execute(this);
    return done;
  }

  /**
   * Reads the body of a call that is refused, and throws it away.
   *
   * @return fails with the reason when there is nothing left to read, or has been read enough
   */
  CompletableFuture<Void> refuse(Throwable reason) {
    boolean waits = request.getHeaders().contains(HttpHeader.EXPECT, "100-continue");
    if (waits || request.getLength() == 0) {
      return CompletableFuture.failedFuture(reason);
    }
    unwanted(reason);
    return read();
  }

  private void unwanted(Throwable reason) {
    wrong = Optional.of(reason);
    body.close();
    var unused =
        request
            .getComponents()
            .getScheduler()
            .schedule(() -> end(wrong), DRAINING.toMillis(), TimeUnit.MILLISECONDS);
  }

  @Override
  public void run() {
    while (!progress.isOver()) {
      Content.Chunk chunk = request.read();
      if (chunk == null) {
        request.demand(() -> disk.execute(this));
        return;
      }
      if (Content.Chunk.isFailure(chunk)) {
        end(Optional.of(brokenOff()));
        return;
      }
      take(chunk);
      chunk.release();
      if (chunk.isLast()) {
        finish();
      } else if (unwanted > DRAINED) {
        end(wrong);
      }
    }
  }

  private void take(Content.Chunk chunk) {
    int length = chunk.remaining();
    progress.add(length);
    if (wrong.isPresent()) {
      unwanted += length;
      return;
    }
    try {
      body.write(chunk.getByteBuffer());
    } catch (RuntimeException refused) {
      unwanted(refused);
    }
  }

  private void finish() {
    try {
      if (wrong.isEmpty()) {
        body.finish();
      }
      end(wrong);
    } catch (RuntimeException refused) {
      end(Optional.of(refused));
    }
  }

  /** Goes on with a thread of the server, since this one is to write to the disk alone. */
  private void end(Optional<Throwable> reason) {
    if (progress.end()) {
      request
          .getContext()
          .execute(
              () -> reason.ifPresentOrElse(done::completeExceptionally, () -> done.complete(null)));
    }
  }

  private static ApiException brokenOff() {
    return ApiException.of(ErrorCode.UNUSABLE_LIST, "the list broke off before its end");
  }
}
