package dev.nameplate.access.ratelimit;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.Optional;

/** What a rate limit counts as one client. */
public sealed interface ClientKey {
  /**
   * One IPv4 address.
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
   * The first 64 bits of an IPv6 address: the network of one household or machine (RFC 4291,
   * section 2.5.4).
   *
   * @param prefix these 64 bits in network byte order
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
   * The holder of a token of the JSON API.
   *
   * @param id of the token, never the token itself
   * @param rate the token's own limit; empty for that of any client
   */
  record ApiToken(String id, Optional<Rate> rate) implements ClientKey {
    @Override
    public String text() {
      return "token:" + id;
    }
  }

  /** Returns a name for the client that is unique and the same in every process. */
  String text();

  /**
   * Returns the key of an address: an {@link Ipv4}, also for an IPv4-mapped IPv6 address (RFC 4291,
   * section 2.5.5.2), or an {@link Ipv6Network}.
   */
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
