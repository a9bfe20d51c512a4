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

/** A small server beside the main one that tells metrics and nothing else. */
public final class MetricsPort implements AutoCloseable {
  private static final int THREADS = 8;

  private final Server server;
  private final ServerConnector connector;

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

  public void start() {
    try {
      server.start();
    } catch (Exception failed) {
      throw new IllegalStateException("NAMEPLATE_METRICS_PORT cannot be listened on", failed);
    }
  }

  public int port() {
    return connector.getLocalPort();
  }

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
        // Not Jetty's own page, which quotes the address.
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
