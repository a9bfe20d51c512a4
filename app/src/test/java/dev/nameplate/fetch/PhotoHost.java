package dev.nameplate.fetch;

import dev.nameplate.asset.PictureFiles;
import dev.nameplate.asset.RemoteImageAddress;
import java.awt.Color;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okio.Buffer;

/** A host of photographs on a free port of this machine, which answers as a test tells it. */
public final class PhotoHost implements AutoCloseable {
  /** What it shows by default. */
  public static final Color TEAL = new Color(20, 140, 130);

  private final MockWebServer server = new MockWebServer();
  private final CountDownLatch asked = new CountDownLatch(1);

  /** Answers each path by a function, on a thread of its own each. */
  public PhotoHost(Function<String, MockResponse> answers) {
    server.setDispatcher(
        new Dispatcher() {
          @Override
          public MockResponse dispatch(RecordedRequest request) {
            asked.countDown();
            return answers.apply(request.getTarget());
          }
        });
    try {
      server.start(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), 0);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /** Answers everything with a teal square. */
  public static PhotoHost ofSquares() {
    return new PhotoHost(path -> picture(square(TEAL)).build());
  }

  /** A file that answers with a colour. */
  public static byte[] square(Color colour) {
    return PictureFiles.plain("png", 64, 64, colour);
  }

  /** An answer with a file. */
  public static MockResponse.Builder picture(byte[] file) {
    return new MockResponse.Builder().addHeader("Content-Type", "image/png").body(buffer(file));
  }

  /** An answer of a status alone. */
  public static MockResponse status(int status) {
    return new MockResponse.Builder().code(status).build();
  }

  /** An answer that leads elsewhere. */
  public static MockResponse redirect(String to) {
    return new MockResponse.Builder().code(302).addHeader("Location", to).build();
  }

  static Buffer buffer(byte[] file) {
    return new Buffer().write(file);
  }

  /** The address of a path. */
  public String url(String path) {
    return "http://127.0.0.1:" + server.getPort() + path;
  }

  /** The address of a path for a template that lists the host. */
  public RemoteImageAddress address(String path) {
    return new RemoteImageAddress(url(path), List.of("127.0.0.1"));
  }

  int port() {
    return server.getPort();
  }

  /** How often it was asked. */
  public int requests() {
    return server.getRequestCount();
  }

  /** The next request in order. */
  RecordedRequest next() {
    try {
      return server.takeRequest();
    } catch (InterruptedException stopped) {
      throw new IllegalStateException(stopped);
    }
  }

  /** Waits until somebody asks. */
  public void awaitRequest() throws InterruptedException {
    asked.await();
  }

  @Override
  public void close() {
    server.close();
  }
}
