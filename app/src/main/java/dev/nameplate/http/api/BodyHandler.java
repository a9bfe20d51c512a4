package dev.nameplate.http.api;

import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * Reads the bodies of calls before the framework sees them, without a thread that waits. A body
 * that is too large is read to its end, within bounds, so that its sender sees the answer and no
 * reset; one that comes too slowly ends its connection.
 */
public final class BodyHandler extends Handler.Wrapper {
  /** What a body may have, in bytes. */
  public static final int MOST = 1 << 20;

  /** What a body for the editor may have, in bytes: a draft, and values beside it. */
  public static final int EDITOR_MOST = 3 << 20;

  /** How much of a body that is too large is read and thrown away, in bytes. */
  private static final long DRAINED = 8L << 20;

  /** How long the rest of a body that is too large is waited for. */
  private static final Duration DRAINING = Duration.ofSeconds(2);

  private static final String BODY = "dev.nameplate.body";
  private static final String PREFIX = "/v1/";
  private static final Pattern EDITOR = Pattern.compile("/t/.+/edit/.+|/new|/login|/logout");

  private final Predicate<Request> mayEdit;

  /**
   * @param mayEdit whether a request may use the editor; the bodies of others are not kept
   * @param next gets the requests with their bodies
   */
  public BodyHandler(Predicate<Request> mayEdit, Handler next) {
    super(next);
    this.mayEdit = mayEdit;
  }

  /**
   * What came.
   *
   * @param complete whether that is all of it
   */
  @SuppressWarnings("ArrayRecordComponent") // Read once, never compared.
  public record Body(byte[] bytes, boolean complete) {
    @Override
    public String toString() {
      return "Body[" + bytes.length + " bytes]";
    }
  }

  /** Returns the body of a request; one without has an empty one. */
  public static Body of(Object attribute) {
    return attribute instanceof Body body ? body : new Body(new byte[0], true);
  }

  /** Returns the name of the request's attribute that holds the body. */
  public static String attribute() {
    return BODY;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    String path = Request.getPathInContext(request);
    boolean editor = EDITOR.matcher(path).matches();
    if (!(editor || path.startsWith(PREFIX))
        || request.getLength() == 0
        || ListRoute.readsBodyOf(request)) {
      return super.handle(request, response, callback);
    }
    int most = !editor ? MOST : mayEdit.test(request) ? EDITOR_MOST : 0;
    new Reader(request, response, callback, most).start();
    return true;
  }

  private void next(Request request, Response response, Callback callback) {
    try {
      if (!super.handle(request, response, callback)) {
        Response.writeError(request, response, callback, 404);
      }
    } catch (Throwable failed) {
      Response.writeError(request, response, callback, 500);
    }
  }

  /** One body on its way. */
  private final class Reader implements Runnable {
    private final Request request;
    private final Response response;
    private final Callback callback;
    private final int most;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private volatile Optional<Thread> starter = Optional.empty();
    private final BodyProgress progress;
    private volatile long since = System.nanoTime();

    Reader(Request request, Response response, Callback callback, int most) {
      this.most = most;
      this.request = request;
      this.response = response;
      this.callback = callback;
      this.progress =
          new BodyProgress(
              request, () -> callback.failed(new java.io.IOException("a body came too slowly")));
    }

    /** Most bodies came with their request's head, and are answered by the thread at hand. */
    void start() {
      starter = Optional.of(Thread.currentThread());
      run();
      starter = Optional.empty();
      if (!progress.isOver()) {
        progress.start();
      }
    }

    @Override
    public void run() {
      while (!progress.isOver()) {
        Content.Chunk chunk = request.read();
        if (chunk == null) {
          request.demand(this);
          return;
        }
        if (Content.Chunk.isFailure(chunk)) {
          end(false);
          return;
        }
        take(chunk);
        chunk.release();
        if (chunk.isLast()) {
          end(progress.came() <= most);
        } else if (progress.came() > DRAINED
            || (progress.came() > most && System.nanoTime() - since > DRAINING.toNanos())) {
          response.getHeaders().put("Connection", "close");
          end(false);
        }
      }
    }

    private void take(Content.Chunk chunk) {
      int length = chunk.remaining();
      long before = progress.came();
      long now = progress.add(length);
      if (before <= most && now > most) {
        since = System.nanoTime();
        bytes.reset();
      }
      if (now <= most) {
        byte[] part = new byte[length];
        chunk.getByteBuffer().get(part);
        bytes.writeBytes(part);
      }
    }

    private void end(boolean complete) {
      if (progress.end()) {
        request.setAttribute(
            BODY, new Body(complete ? bytes.toByteArray() : new byte[0], complete));
        if (starter.equals(Optional.of(Thread.currentThread()))) {
          next(request, response, callback);
        } else {
          request.getContext().execute(() -> next(request, response, callback));
        }
      }
    }
  }
}
