package dev.nameplate.http;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpHeaderValue;
import org.eclipse.jetty.http.PreEncodedHttpField;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.component.Graceful;

/**
 * Lets connections end while the server drains and stops: each answer says {@code Connection:
 * close} (RFC 9112, section 9.6), so that clients send their next requests elsewhere and none is on
 * its way when the connections are closed.
 *
 * <p>A stop waits until no request is in flight. Jetty's own handler for that refuses requests that
 * still come on open connections with 503; here they are answered as before.
 */
final class DrainHandler extends Handler.Wrapper implements Graceful {
  private static final HttpField CLOSE =
      new PreEncodedHttpField(HttpHeader.CONNECTION, HttpHeaderValue.CLOSE.asString());

  private final BooleanSupplier draining;
  private final AtomicInteger inFlight = new AtomicInteger();
  private final Shutdown shutdown =
      new Shutdown(this) {
        @Override
        public boolean isShutdownDone() {
          return inFlight.get() == 0;
        }
      };

  DrainHandler(Handler next, BooleanSupplier draining) {
    super(next);
    this.draining = draining;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    inFlight.incrementAndGet();
    Request.addCompletionListener(request, failed -> ended());
    if (draining.getAsBoolean()) {
      response.getHeaders().put(CLOSE);
    }
    return super.handle(request, response, callback);
  }

  private void ended() {
    inFlight.decrementAndGet();
    if (shutdown.isShutdown()) {
      shutdown.check();
    }
  }

  @Override
  public CompletableFuture<Void> shutdown() {
    return shutdown.shutdown();
  }

  @Override
  public boolean isShutdown() {
    return shutdown.isShutdown();
  }
}
