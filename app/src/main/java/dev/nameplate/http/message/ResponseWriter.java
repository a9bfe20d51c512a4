package dev.nameplate.http.message;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CompletionException;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.BufferUtil;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.IteratingNestedCallback;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes a response at the speed at which the client reads it, without occupying a thread
 * meanwhile.
 */
public final class ResponseWriter extends IteratingNestedCallback {
  private static final Logger log = LoggerFactory.getLogger(ResponseWriter.class);

  /** The largest body, in bytes, whose parts are copied together and written at once. */
  private static final int MAX_JOINED = 64 * 1024;

  private final Response response;
  private final Iterator<ByteBuffer> pieces;

  private ResponseWriter(Response response, List<ByteBuffer> pieces, Callback callback) {
    super(callback);
    this.response = response;
    this.pieces = pieces.iterator();
  }

  /**
   * Starts to write a response and returns at once. A 304, a 204 and the response to HEAD have no
   * body.
   *
   * @param callback completed when everything is written, failed when the client is gone
   */
  public static void write(
      HttpResponse httpResponse, Request request, Response response, Callback callback) {
    response.setStatus(httpResponse.status());
    HttpFields.Mutable fields = response.getHeaders();
    httpResponse.headers().forEach((name, value) -> fields.put(new HttpField(name, value)));
    if (httpResponse.status() == 304 || httpResponse.status() == 204) {
      // Not the last write, or a length of 0 would be sent as the picture's (RFC 9110, 8.6).
      response.write(false, BufferUtil.EMPTY_BUFFER, callback);
      return;
    }
    fields.put(HttpHeader.CONTENT_LENGTH, httpResponse.length());
    if (HttpMethod.HEAD.is(request.getMethod())) {
      response.write(true, BufferUtil.EMPTY_BUFFER, callback);
      return;
    }
    new ResponseWriter(response, pieces(httpResponse), callback).iterate();
  }

  /**
   * Answers a request whose processing failed with a 500, or aborts the response if its headers are
   * already sent. The exception's message may hold a recipient's data, so only its type is logged,
   * and Jetty does not get it.
   *
   * @param failed the cause, which may be wrapped in a {@code CompletionException}
   * @param callback completed by the answer, or failed if the response is aborted
   */
  public static void fail(Throwable failed, Request request, Response response, Callback callback) {
    Throwable cause =
        failed instanceof CompletionException && failed.getCause() != null
            ? failed.getCause()
            : failed;
    log.error("a request failed: {}", cause.getClass().getName());
    if (response.isCommitted()) {
      callback.failed(new IOException("the response was broken off"));
    } else {
      Response.writeError(request, response, callback, HttpStatus.INTERNAL_SERVER_ERROR_500);
    }
  }

  @Override
  protected Action process() {
    if (!pieces.hasNext()) {
      return Action.SUCCEEDED;
    }
    ByteBuffer piece = pieces.next();
    response.write(!pieces.hasNext(), piece, this);
    return Action.SCHEDULED;
  }

  private static List<ByteBuffer> pieces(HttpResponse httpResponse) {
    int length = httpResponse.length();
    if (length > MAX_JOINED || httpResponse.parts().size() == 1) {
      return httpResponse.parts().stream()
          .map(part -> ByteBuffer.wrap(part).asReadOnlyBuffer())
          .toList();
    }
    ByteBuffer joined = ByteBuffer.allocate(length);
    httpResponse.parts().forEach(joined::put);
    return List.of(joined.flip());
  }
}
