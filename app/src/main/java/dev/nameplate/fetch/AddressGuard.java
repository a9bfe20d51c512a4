package dev.nameplate.fetch;

import dev.nameplate.net.CidrSet;
import java.net.InetAddress;
import java.net.InetSocketAddress;

/**
 * Says which addresses may be called. It is asked when a socket is about to connect, with the
 * address that the name led to: so a name that leads elsewhere the second time gains nothing.
 *
 * @param named ranges that the operator allows, on any port and without encryption
 */
record AddressGuard(CidrSet named) {
  private static final int HTTPS_PORT = 443;

  /**
   * Lets an address pass, or throws.
   *
   * @param secure whether the call is encrypted
   */
  void check(InetSocketAddress target, boolean secure) throws RefusedAddressException {
    InetAddress address = target.getAddress();
    if (address == null) {
      throw new RefusedAddressException("a name that leads nowhere");
    }
    if (named.contains(address)) {
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
