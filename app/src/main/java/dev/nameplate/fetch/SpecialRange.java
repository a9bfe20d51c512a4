package dev.nameplate.fetch;

import dev.nameplate.net.Cidr;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A block of addresses that no public host has.
 *
 * <p>The table holds the IANA IPv4 and IPv6 Special-Purpose Address Registries completely, the
 * multicast blocks, and every form that embeds an IPv4 address in an IPv6 one. An IPv6 address
 * outside 2000::/3, the assigned global unicast space, is refused too.
 *
 * @param rfc where the block is reserved
 */
record SpecialRange(Cidr block, String name, String rfc) {
  private static final List<SpecialRange> TABLE =
      List.of(
          of("0.0.0.0/8", "this network", "RFC 791"),
          of("10.0.0.0/8", "private use", "RFC 1918"),
          of("100.64.0.0/10", "shared between carriers (CGNAT)", "RFC 6598"),
          of("127.0.0.0/8", "loopback", "RFC 1122"),
          of("169.254.0.0/16", "link local", "RFC 3927"),
          of("172.16.0.0/12", "private use", "RFC 1918"),
          of("192.0.0.0/24", "protocol assignments", "RFC 6890"),
          of("192.0.2.0/24", "documentation", "RFC 5737"),
          of("192.31.196.0/24", "AS112", "RFC 7535"),
          of("192.52.193.0/24", "multicast tunnels (AMT)", "RFC 7450"),
          of("192.88.99.0/24", "6to4 relays", "RFC 7526"),
          of("192.168.0.0/16", "private use", "RFC 1918"),
          of("192.175.48.0/24", "AS112", "RFC 7534"),
          of("198.18.0.0/15", "benchmarks", "RFC 2544"),
          of("198.51.100.0/24", "documentation", "RFC 5737"),
          of("203.0.113.0/24", "documentation", "RFC 5737"),
          of("224.0.0.0/4", "multicast", "RFC 5771"),
          of("240.0.0.0/4", "reserved", "RFC 1112"),
          of("255.255.255.255/32", "broadcast", "RFC 8190"),
          of("::/128", "unspecified", "RFC 4291"),
          of("::1/128", "loopback", "RFC 4291"),
          of("::/96", "IPv4-compatible", "RFC 4291"),
          of("::ffff:0:0/96", "IPv4-mapped", "RFC 4291"),
          of("::ffff:0:0:0/96", "IPv4-translated", "RFC 2765"),
          of("64:ff9b::/96", "IPv4 behind NAT64", "RFC 6052"),
          of("64:ff9b:1::/48", "IPv4 behind local NAT64", "RFC 8215"),
          of("100::/64", "discard only", "RFC 6666"),
          of("100:0:0:1::/64", "dummy", "RFC 9780"),
          of("2001::/32", "IPv4 in Teredo", "RFC 4380"),
          of("2001::/23", "protocol assignments", "RFC 2928"),
          of("2001:db8::/32", "documentation", "RFC 3849"),
          of("2002::/16", "IPv4 in 6to4", "RFC 3056"),
          of("2620:4f:8000::/48", "AS112", "RFC 7534"),
          of("3fff::/20", "documentation", "RFC 9637"),
          of("5f00::/16", "segment routing", "RFC 9602"),
          of("fc00::/7", "unique local", "RFC 4193"),
          of("fe80::/10", "link local", "RFC 4291"),
          of("fec0::/10", "site local", "RFC 3879"),
          of("ff00::/8", "multicast", "RFC 4291"));

  private static final SpecialRange ISATAP = of("::/0", "IPv4 in ISATAP", "RFC 5214");
  private static final SpecialRange UNASSIGNED = of("::/0", "no global unicast", "RFC 4291");
  private static final Cidr GLOBAL_UNICAST = block("2000::/3");

  /** The block that an address lies in; empty for one that a public host may have. */
  static Optional<SpecialRange> of(InetAddress address) {
    Optional<SpecialRange> listed =
        TABLE.stream().filter(range -> range.block.contains(address)).findFirst();
    if (listed.isPresent() || address.getAddress().length == 4) {
      return listed;
    }
    if (isIsatap(address.getAddress())) {
      return Optional.of(ISATAP);
    }
    return GLOBAL_UNICAST.contains(address) ? Optional.empty() : Optional.of(UNASSIGNED);
  }

  /**
   * Whether the interface identifier is ISATAP's, {@code ::0:5efe:a.b.c.d}, with or without the
   * universal bit (RFC 5214).
   */
  private static boolean isIsatap(byte[] address) {
    byte[] mark = Arrays.copyOfRange(address, 8, 12);
    mark[0] &= (byte) 0xfd;
    return Arrays.equals(mark, new byte[] {0, 0, 0x5e, (byte) 0xfe});
  }

  private static SpecialRange of(String block, String name, String rfc) {
    return new SpecialRange(block(block), name, rfc);
  }

  private static Cidr block(String text) {
    return Cidr.parse(text).orElseThrow(() -> new IllegalStateException("no block: " + text));
  }
}
