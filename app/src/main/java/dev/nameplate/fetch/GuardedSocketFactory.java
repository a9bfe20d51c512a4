package dev.nameplate.fetch;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.Socket;
import java.net.SocketAddress;
import javax.net.SocketFactory;

/** Makes sockets that ask the guard before they connect and ignore the system's proxy settings. */
final class GuardedSocketFactory extends SocketFactory {
  private final AddressGuard guard;
  private final boolean secure;

  /**
   * @param secure whether TLS will be used over the sockets
   */
  GuardedSocketFactory(AddressGuard guard, boolean secure) {
    this.guard = guard;
    this.secure = secure;
  }

  @Override
  public Socket createSocket() {
    return new Guarded(guard, secure);
  }

  @Override
  public Socket createSocket(String host, int port) throws IOException {
    throw connectedAtOnce();
  }

  @Override
  public Socket createSocket(String host, int port, InetAddress local, int localPort)
      throws IOException {
    throw connectedAtOnce();
  }

  @Override
  public Socket createSocket(InetAddress host, int port) throws IOException {
    throw connectedAtOnce();
  }

  @Override
  public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort)
      throws IOException {
    throw connectedAtOnce();
  }

  private static IOException connectedAtOnce() {
    return new RefusedAddressException("a socket that would connect before it is checked");
  }

  private static final class Guarded extends Socket {
    private final AddressGuard guard;
    private final boolean secure;

    Guarded(AddressGuard guard, boolean secure) {
      super(Proxy.NO_PROXY);
      this.guard = guard;
      this.secure = secure;
    }

    @Override
    public void connect(SocketAddress target) throws IOException {
      connect(target, 0);
    }

    @Override
    public void connect(SocketAddress target, int timeout) throws IOException {
      if (!(target instanceof InetSocketAddress address)) {
        throw new RefusedAddressException("an address of another kind");
      }
      guard.check(address, secure);
      super.connect(target, timeout);
    }
  }
}
