package dev.nameplate.fetch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** A host that counts who connects and then does whatever a test likes with the socket. */
public final class RawHost implements AutoCloseable {
  private final ServerSocket listener;
  private final AtomicInteger connections = new AtomicInteger();
  private final List<Socket> sockets = new CopyOnWriteArrayList<>();

  /** What is done with a connection; when it ends the socket is closed. */
  public interface Talk {
    /** Talks. */
    void with(Socket socket) throws IOException, InterruptedException;
  }

  /**
   * Listens on a free port.
   *
   * @param address of this machine, any of 127.0.0.0/8
   */
  public RawHost(String address, Talk talk) {
    try {
      listener = new ServerSocket(0, 50, InetAddress.getByName(address));
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
    thread(() -> accept(talk));
  }

  /** A host that nobody must reach. */
  public static RawHost forbidden(String address) {
    return new RawHost(address, socket -> {});
  }

  private void accept(Talk talk) {
    try {
      while (true) {
        Socket socket = listener.accept();
        connections.incrementAndGet();
        sockets.add(socket);
        thread(() -> talk(talk, socket));
      }
    } catch (IOException closed) {
      // The test is over.
    }
  }

  private static void talk(Talk talk, Socket socket) {
    try (socket) {
      talk.with(socket);
    } catch (IOException | InterruptedException gone) {
      // The other side has had enough, which is what these tests are about.
    }
  }

  private static void thread(Runnable work) {
    Thread thread = new Thread(work, "raw-host");
    thread.setDaemon(true);
    thread.start();
  }

  String address() {
    return listener.getInetAddress().getHostAddress();
  }

  int port() {
    return listener.getLocalPort();
  }

  /** Its address. */
  public String url() {
    return "http://" + address() + ":" + port() + "/";
  }

  /** How many connected. */
  public int connections() {
    return connections.get();
  }

  @Override
  public void close() throws IOException {
    listener.close();
    for (Socket socket : sockets) {
      socket.close();
    }
  }
}
