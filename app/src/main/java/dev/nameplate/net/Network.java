package dev.nameplate.net;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;

/**
 * A range of addresses (RFC 4632, RFC 4291), {@code 10.0.0.0/8}.
 *
 * @param high the first eight bytes of its address, 0 beyond the prefix; an IPv4 address is the
 *     IPv6 address that it is mapped to
 * @param low the other eight
 * @param length of the prefix in bits of the IPv6 address, 0 to 128
 */
public record Network(long high, long low, int length) {
  private static final int BITS = 128;
  private static final int MAPPED_BITS = 96;
  private static final long MAPPED = 0xffffL << 32;
  private static final int LONGEST = 45;

  /** Reads an address or an address with a length behind a slash; empty for all else. */
  static Optional<Network> parse(String text) {
    int slash = text.indexOf('/');
    Optional<InetAddress> address = address(slash < 0 ? text : text.substring(0, slash));
    String length = slash < 0 ? "" : text.substring(slash + 1);
    if (address.isEmpty() || (slash >= 0 && !length.matches("\\d{1,3}"))) {
      return Optional.empty();
    }
    int before = address.get().getAddress().length == 4 ? MAPPED_BITS : 0;
    int bits = slash < 0 ? BITS : before + Integer.parseInt(length);
    return bits <= BITS ? Optional.of(of(address.get(), bits)) : Optional.empty();
  }

  /** The network of some length that an address lies in. */
  public static Network of(InetAddress address, int length) {
    byte[] bytes = address.getAddress();
    long high = bytes.length == 4 ? 0 : number(bytes, 0, 8);
    long low = bytes.length == 4 ? MAPPED | number(bytes, 0, 4) : number(bytes, 8, 8);
    return new Network(high, low, BITS).cut(length);
  }

  /** The larger network around it. */
  public Network cut(int bits) {
    return new Network(high & mask(bits), low & mask(bits - 64), bits);
  }

  /** Whether it is of an IPv4 address. */
  public boolean isMapped() {
    return high == 0 && low >>> 32 == 0xffff;
  }

  /**
   * Reads an address as it is written in numbers, without ever asking a name server.
   *
   * @return empty for all else
   */
  public static Optional<InetAddress> address(String text) {
    boolean six = text.indexOf(':') >= 0;
    boolean letters = text.chars().allMatch(c -> isAddressCharacter(c, six));
    if (!letters || text.isEmpty() || text.length() > LONGEST || (!six && !isQuad(text))) {
      return Optional.empty();
    }
    try {
      return Optional.of(InetAddress.getByName(text));
    } catch (UnknownHostException wrong) {
      return Optional.empty();
    }
  }

  private static boolean isAddressCharacter(int c, boolean six) {
    return (c >= '0' && c <= '9')
        || c == '.'
        || (six && (c == ':' || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F')));
  }

  private static boolean isQuad(String text) {
    String[] parts = text.split("\\.", -1);
    for (String part : parts) {
      boolean small = part.length() >= 1 && part.length() <= 3 && Integer.parseInt(part) <= 255;
      if (!small || (part.length() > 1 && part.charAt(0) == '0')) {
        return false;
      }
    }
    return parts.length == 4;
  }

  private static long number(byte[] bytes, int from, int count) {
    long number = 0;
    for (int at = from; at < from + count; at++) {
      number = number << 8 | (bytes[at] & 0xff);
    }
    return number;
  }

  /** The first bits of 64. */
  private static long mask(int bits) {
    return bits <= 0 ? 0 : bits >= 64 ? -1L : -1L << (64 - bits);
  }
}
