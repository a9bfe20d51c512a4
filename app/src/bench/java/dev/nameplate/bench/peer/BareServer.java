package dev.nameplate.bench.peer;

import java.nio.ByteBuffer;
import java.util.function.BiFunction;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.Fields;

/** Jetty with one handler and nothing between. */
final class BareServer {
  private BareServer() {}

  /** Serves PNG pictures that a function makes of the path and the query. */
  static void start(int port, BiFunction<String, Fields, byte[]> pictures) {
    start(
        port,
        new Handler.Abstract() {
          @Override
          public boolean handle(Request request, Response response, Callback callback) {
            byte[] picture =
                pictures.apply(
                    Request.getPathInContext(request), Request.extractQueryParameters(request));
            response.getHeaders().put(HttpHeader.CONTENT_TYPE, "image/png");
            response.getHeaders().put(HttpHeader.CONTENT_LENGTH, picture.length);
            response.write(true, ByteBuffer.wrap(picture), callback);
            return true;
          }
        });
  }

  /** Serves by a handler on the loopback address. */
  static void start(int port, Handler handler) {
    Server server = new Server();
    HttpConfiguration configuration = new HttpConfiguration();
    configuration.setSendServerVersion(false);
    ServerConnector connector =
        new ServerConnector(server, new HttpConnectionFactory(configuration));
    connector.setHost("127.0.0.1");
    connector.setPort(port);
    server.addConnector(connector);
    server.setHandler(handler);
    try {
      server.start();
    } catch (Exception failed) {
      throw new IllegalStateException("the server did not start", failed);
    }
  }
}
