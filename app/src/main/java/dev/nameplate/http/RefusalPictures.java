package dev.nameplate.http;

import dev.nameplate.serve.ImageService;
import dev.nameplate.serve.fault.Fault;
import dev.nameplate.template.Format;
import dev.nameplate.template.Once;
import java.nio.ByteBuffer;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;

/**
 * Gives a picture to requests that Jetty itself refuses: a raw space, a control byte, a long head.
 */
final class RefusalPictures extends ErrorHandler {
  private final Once<byte[]> made;
  private final Watch watch;

  RefusalPictures(ImageService images, Watch watch) {
    this.made =
        new Once<>(
            () -> images.picture(Fault.badRequest(400), Format.PNG, () -> true).toByteArray());
    this.watch = watch;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    byte[] picture = made.get();
    response.getHeaders().put(HttpHeader.CONTENT_TYPE, Format.PNG.mediaType());
    response.getHeaders().put(HttpHeader.CACHE_CONTROL, CachePolicy.NO_STORE);
    response.getHeaders().put(new HttpField("X-Content-Type-Options", "nosniff"));
    response.getHeaders().put(new HttpField("Server-Timing", "fault"));
    response.getHeaders().put(HttpHeader.CONTENT_LENGTH, picture.length);
    response.write(true, ByteBuffer.wrap(picture).asReadOnlyBuffer(), callback);
    watch.answered(
        request.getMethod(),
        Event.REFUSED,
        new Watch.Sent(response.getStatus(), picture.length, request.getBeginNanoTime()));
    return true;
  }
}
