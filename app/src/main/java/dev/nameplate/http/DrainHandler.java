package dev.nameplate.http;

import java.util.function.BooleanSupplier;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpHeaderValue;
import org.eclipse.jetty.http.PreEncodedHttpField;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * Lets connections end while the server drains: each answer says {@code Connection: close} (RFC
 * 9112, section 9.6), so that clients send their next requests elsewhere and none is on its way
 * when the connections are closed.
 */
final class DrainHandler extends Handler.Wrapper {
  private static final HttpField CLOSE =
      new PreEncodedHttpField(HttpHeader.CONNECTION, HttpHeaderValue.CLOSE.asString());

  private final BooleanSupplier draining;

  DrainHandler(Handler next, BooleanSupplier draining) {
    super(next);
    this.draining = draining;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    if (draining.getAsBoolean()) {
      response.getHeaders().put(CLOSE);
    }
    return super.handle(request, response, callback);
  }
}
