package dev.nameplate.fetch;

import dev.nameplate.net.CidrSet;
import java.net.InetAddress;
import java.net.InetSocketAddress;

/**
 * Decides which addresses may be connected to. It is called when a socket is about to connect, with
 * the address that the name resolved to, so that DNS rebinding gains nothing.
 *
 * @param allowed ranges that the operator allows, on any port and without TLS
 */
record AddressGuard(CidrSet allowed) {
  private static final int HTTPS_PORT = 443;

  /**
   * Returns where the address is allowed or public.
   *
   * @param secure whether the connection will use TLS
   * @throws RefusedAddressException for a special-purpose address, an unresolved name, or a public
   *     address without TLS on port 443
   */
  void check(InetSocketAddress target, boolean secure) throws RefusedAddressException {
    InetAddress address = target.getAddress();
    if (address == null) {
      throw new RefusedAddressException("a name that leads nowhere");
    }
    if (allowed.contains(address)) {
      return;
    }
    var special = SpecialRange.of(address);
    if (special.isPresent()) {
      throw new RefusedAddressException(special.get().name() + ", " + special.get().rfc());
    }
    if (!secure || target.getPort() != HTTPS_PORT) {
      throw new RefusedAddressException("a public address, but not https on port 443");
    }
  }
}
