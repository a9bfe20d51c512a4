package dev.nameplate.net;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A block of addresses (RFC 4632, RFC 4291): those that share their first bits.
 *
 * @param length of an address in bytes: 4 or 16
 * @param high the first eight bytes of an IPv6 block; 0 for IPv4
 * @param low the rest; an IPv4 block's four bytes
 * @param bits how many of the first bits count
 */
public record Cidr(int length, long high, long low, int bits) {
  private static final int IPV4 = 4;
  private static final int IPV6 = 16;
  private static final Pattern TEXT =
      Pattern.compile("((?:\\d{1,3}\\.){3}\\d{1,3}|(?=[^/]*:)[0-9a-fA-F:.]{2,45})(?:/(\\d{1,3}))?");

  /**
   * Reads {@code 10.1.0.0/16}, {@code fd00::/8}, or an address alone. Asks no name server.
   *
   * @return empty where the text is no block
   */
  public static Optional<Cidr> parse(String text) {
    Matcher matcher = TEXT.matcher(text);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    boolean four = matcher.group(1).indexOf(':') < 0;
    return literal(matcher.group(1), four)
        .flatMap(
            address -> {
              int most = address.length * Byte.SIZE;
              int bits = Optional.ofNullable(matcher.group(2)).map(Integer::parseInt).orElse(most);
              return bits > most ? Optional.empty() : Optional.of(of(address, bits));
            });
  }

  /** Whether an address lies in the block; never where it is of the other family. */
  public boolean contains(InetAddress address) {
    byte[] bytes = address.getAddress();
    if (bytes.length != length) {
      return false;
    }
    Cidr same = of(bytes, bits);
    return same.high == high && same.low == low;
  }

  private static Optional<byte[]> literal(String text, boolean four) {
    try {
      byte[] address = InetAddress.getByName(text).getAddress();
      return Optional.of(four || address.length == IPV6 ? address : mapped(address));
    } catch (UnknownHostException wrong) {
      return Optional.empty();
    }
  }

  /** {@code ::ffff:0:0}, which the platform reads as an address of four bytes. */
  private static byte[] mapped(byte[] four) {
    byte[] address = new byte[IPV6];
    Arrays.fill(address, 10, 12, (byte) 0xff);
    System.arraycopy(four, 0, address, 12, IPV4);
    return address;
  }

  private static Cidr of(byte[] address, int bits) {
    ByteBuffer bytes = ByteBuffer.wrap(address);
    if (address.length == IPV4) {
      long word = Integer.toUnsignedLong(bytes.getInt());
      return new Cidr(IPV4, 0, word & first(bits + 32), bits);
    }
    return new Cidr(
        IPV6, bytes.getLong() & first(bits), bytes.getLong() & first(bits - Long.SIZE), bits);
  }

  /** A word whose first bits are set. */
  private static long first(int bits) {
    return bits <= 0 ? 0 : bits >= Long.SIZE ? -1L : -1L << (Long.SIZE - bits);
  }
}
