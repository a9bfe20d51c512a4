package dev.nameplate.http.image;

import dev.nameplate.http.message.CachePolicy;
import dev.nameplate.http.message.RequestOutcome;
import dev.nameplate.http.monitor.RequestTelemetry;
import dev.nameplate.serve.ImageService;
import dev.nameplate.serve.fault.Fault;
import dev.nameplate.template.Format;
import dev.nameplate.util.Lazy;
import java.nio.ByteBuffer;
import java.util.Optional;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;

/**
 * Answers requests that Jetty cannot parse with a picture: a raw space, a control character, a long
 * head.
 */
public final class JettyErrorImages extends ErrorHandler {
  private final Lazy<byte[]> image;
  private final RequestTelemetry requestTelemetry;

  /**
   * @param images draws the picture, once
   * @param requestTelemetry counts the requests
   */
  public JettyErrorImages(ImageService images, RequestTelemetry requestTelemetry) {
    this.image =
        new Lazy<>(
            () -> images.picture(Fault.badRequest(400), Format.PNG, () -> true).toByteArray());
    this.requestTelemetry = requestTelemetry;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    byte[] picture = image.get();
    response.getHeaders().put(HttpHeader.CONTENT_TYPE, Format.PNG.mediaType());
    response.getHeaders().put(HttpHeader.CACHE_CONTROL, CachePolicy.NO_STORE);
    response.getHeaders().put(new HttpField("X-Content-Type-Options", "nosniff"));
    response.getHeaders().put(new HttpField("Server-Timing", "fault"));
    response.getHeaders().put(HttpHeader.CONTENT_LENGTH, picture.length);
    response.write(true, ByteBuffer.wrap(picture).asReadOnlyBuffer(), callback);
    requestTelemetry.answered(
        request.getMethod(),
        RequestOutcome.REFUSED,
        new RequestTelemetry.Sent(
            response.getStatus(), picture.length, request.getBeginNanoTime(), Optional.empty()));
    return true;
  }
}
