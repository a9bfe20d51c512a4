package dev.nameplate.access.ratelimit;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.Optional;

/** Whom a rate limit counts as one client. */
public sealed interface ClientKey {
  /**
   * One address of IPv4.
   *
   * @param bits in network byte order
   */
  record Ipv4(int bits) implements ClientKey {
    @Override
    public String text() {
      return "4:" + HexFormat.of().toHexDigits(bits);
    }
  }

  /**
   * A network of IPv6 with 64 bits of prefix, which is what one household or machine has.
   *
   * @param prefix the upper 64 bits in network byte order
   */
  record Ipv6Network(long prefix) implements ClientKey {
    @Override
    public String text() {
      return "6:" + HexFormat.of().toHexDigits(prefix);
    }
  }

  /**
   * All image proxies of one mail service together.
   *
   * @param name {@code google}
   */
  record MailService(String name) implements ClientKey {
    @Override
    public String text() {
      return "mail:" + name;
    }
  }

  /**
   * Whoever holds a token of the JSON API.
   *
   * @param id of the token, never the token itself
   * @param rate of its own; absent where it has that of any client
   */
  record ApiToken(String id, Optional<Rate> rate) implements ClientKey {
    @Override
    public String text() {
      return "token:" + id;
    }
  }

  /** A name for the client that no other has, the same in every process. */
  String text();

  /** The client of an address; an IPv4 address in IPv6's clothes is that IPv4 address. */
  static ClientKey of(InetAddress address) {
    ByteBuffer bytes = ByteBuffer.wrap(address.getAddress());
    if (address instanceof Inet4Address) {
      return new Ipv4(bytes.getInt());
    }
    long prefix = bytes.getLong();
    boolean mapped = prefix == 0 && bytes.getInt() == 0xffff;
    return mapped ? new Ipv4(bytes.getInt()) : new Ipv6Network(prefix);
  }
}
