package dev.nameplate.net;

import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A block of IP addresses with a common prefix (RFC 4632 for IPv4, RFC 4291, section 2.3 for IPv6).
 * A block contains only addresses of its own family; an IPv4-mapped IPv6 address belongs to the
 * family in which Java represents it, IPv4.
 *
 * @param length of an address in bytes: 4 or 16
 * @param high the first eight bytes of an IPv6 block; 0 for IPv4
 * @param low the last eight bytes of an IPv6 block, or the four of an IPv4 block; the constructor
 *     clears all bits beyond the prefix
 * @param bits length of the prefix, from 0 to 32 or 128
 */
public record Cidr(int length, long high, long low, int bits) {
  private static final int IPV4 = 4;
  private static final int IPV6 = 16;
  private static final Pattern TEXT = Pattern.compile("([0-9a-fA-F:.]+)(?:/([0-9]{1,3}))?");

  /**
   * @throws IllegalArgumentException where the length or the prefix is out of its range
   */
  public Cidr {
    if ((length != IPV4 && length != IPV6) || bits < 0 || bits > length * Byte.SIZE) {
      throw new IllegalArgumentException("a prefix has up to 32 or 128 bits: " + bits);
    }
    high &= length == IPV4 ? 0 : first(bits);
    low &= first(length == IPV4 ? bits + Integer.SIZE : bits - Long.SIZE);
  }

  /**
   * Parses {@code 10.1.0.0/16}, {@code fd00::/8}, or an address alone, which is a block of one. The
   * text is read by {@link IpLiteral} and never handed to a resolver.
   *
   * @return the block, without the address's bits beyond the prefix; empty where the text is no
   *     block, for instance because an octet has a leading zero or is above 255
   */
  public static Optional<Cidr> parse(String text) {
    Matcher matcher = TEXT.matcher(text);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    return IpLiteral.bytes(matcher.group(1))
        .flatMap(
            address -> {
              int most = address.length * Byte.SIZE;
              int bits = Optional.ofNullable(matcher.group(2)).map(Integer::parseInt).orElse(most);
              return bits > most ? Optional.empty() : Optional.of(of(address, bits));
            });
  }

  /**
   * Returns the block of an address. The address's bits beyond the prefix are cleared.
   *
   * @param bits length of the prefix: 0 to 32 for IPv4, 0 to 128 for IPv6
   * @throws IllegalArgumentException where the prefix is out of its range
   */
  public static Cidr of(InetAddress address, int bits) {
    return of(address.getAddress(), bits);
  }

  /** Returns whether an address lies in the block; false where it is of the other family. */
  public boolean contains(InetAddress address) {
    byte[] bytes = address.getAddress();
    return bytes.length == length && of(bytes, bits).equals(this);
  }

  private static Cidr of(byte[] address, int bits) {
    ByteBuffer bytes = ByteBuffer.wrap(address);
    return address.length == IPV4
        ? new Cidr(IPV4, 0, Integer.toUnsignedLong(bytes.getInt()), bits)
        : new Cidr(IPV6, bytes.getLong(), bytes.getLong(), bits);
  }

  /** A word whose first bits are set. */
  private static long first(int bits) {
    return bits <= 0 ? 0 : bits >= Long.SIZE ? -1L : -1L << (Long.SIZE - bits);
  }
}
