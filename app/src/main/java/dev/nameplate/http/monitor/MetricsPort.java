package dev.nameplate.http.monitor;

import dev.nameplate.http.message.CachePolicy;
import java.nio.ByteBuffer;
import java.util.function.Supplier;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.BufferUtil;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/**
 * A small server on a port of its own that answers {@code /metrics} alone; every other path is a
 * 404.
 */
public final class MetricsPort implements AutoCloseable {
  private static final int THREADS = 8;

  private final Server server;
  private final ServerConnector connector;

  /**
   * @param host the address to listen on
   * @param port 0 takes a free one
   * @param text the metrics, called at every scrape
   */
  public MetricsPort(String host, int port, Supplier<byte[]> text) {
    QueuedThreadPool threads = new QueuedThreadPool(THREADS, 1);
    threads.setName("metrics");
    threads.setDaemon(true);
    server = new Server(threads);
    HttpConfiguration http = new HttpConfiguration();
    http.setSendServerVersion(false);
    connector = new ServerConnector(server, 1, 1, new HttpConnectionFactory(http));
    connector.setHost(host);
    connector.setPort(port);
    server.addConnector(connector);
    server.setHandler(new Page(text));
  }

  /**
   * Starts to listen.
   *
   * @throws java.io.UncheckedIOException where the port cannot be listened on
   */
  public void start() {
    Listening.start(server, connector.getHost(), connector.getPort(), "NAMEPLATE_METRICS_PORT");
  }

  /**
   * Returns the TCP port that the started server listens on. If the setting is 0, this is the free
   * port that the operating system chose.
   */
  public int port() {
    return connector.getLocalPort();
  }

  /**
   * Stops the server of the metrics.
   *
   * @throws IllegalStateException where it does not stop
   */
  @Override
  public void close() {
    try {
      server.stop();
    } catch (Exception failed) {
      throw new IllegalStateException("the metrics' server does not stop", failed);
    }
  }

  private static final class Page extends Handler.Abstract {
    private final Supplier<byte[]> text;

    Page(Supplier<byte[]> text) {
      this.text = text;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
      if (!"/metrics".equals(request.getHttpURI().getPath())) {
        // Not Jetty's own page, which quotes the path.
        response.setStatus(HttpStatus.NOT_FOUND_404);
        response.write(true, BufferUtil.EMPTY_BUFFER, callback);
        return true;
      }
      byte[] body = text.get();
      response.getHeaders().put(HttpHeader.CONTENT_TYPE, Metrics.TYPE);
      response.getHeaders().put(HttpHeader.CACHE_CONTROL, CachePolicy.NO_STORE);
      response.getHeaders().put(HttpHeader.CONTENT_LENGTH, body.length);
      response.write(true, ByteBuffer.wrap(body), callback);
      return true;
    }
  }
}
