package dev.nameplate.net;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Parses literal IP addresses: IPv4 as four decimal octets without leading zeros (RFC 6943, section
 * 3.1.1, "strict"), IPv6 in the forms of RFC 4291, section 2.2, without a zone. No text is handed
 * to a resolver, so a host name is no address.
 */
public final class IpLiteral {
  private static final int LONGEST = 45;
  private static final int GROUPS = 8;
  private static final int IPV6 = 16;

  private IpLiteral() {}

  /**
   * Parses an address. Surrounding spaces, brackets and a zone are not allowed.
   *
   * @return the address; an {@link java.net.Inet4Address} for an IPv4-mapped IPv6 address too, as
   *     {@link InetAddress#getByAddress(byte[])} does; empty where the text is no address
   */
  public static Optional<InetAddress> parse(String text) {
    return bytes(text).map(IpLiteral::address);
  }

  /**
   * The bytes of an address: 4 for IPv4 notation, 16 for IPv6 notation; empty where the text is no
   * address.
   */
  static Optional<byte[]> bytes(String text) {
    if (text.length() > LONGEST) {
      return Optional.empty();
    }
    return text.indexOf(':') < 0 ? four(text) : six(text);
  }

  private static InetAddress address(byte[] bytes) {
    try {
      return InetAddress.getByAddress(bytes);
    } catch (UnknownHostException impossible) {
      throw new IllegalStateException("an address has 4 or 16 bytes", impossible);
    }
  }

  private static Optional<byte[]> four(String text) {
    String[] parts = text.split("\\.", -1);
    byte[] bytes = new byte[parts.length];
    for (int at = 0; at < parts.length; at++) {
      String part = parts[at];
      if (!part.matches("0|[1-9][0-9]{0,2}") || Integer.parseInt(part) > 255) {
        return Optional.empty();
      }
      bytes[at] = (byte) Integer.parseInt(part);
    }
    return parts.length == 4 ? Optional.of(bytes) : Optional.empty();
  }

  /** Groups before and after one {@code ::}, which stands for one group of zeros or more. */
  private static Optional<byte[]> six(String text) {
    int gap = text.indexOf("::");
    Optional<List<Integer>> head = groups(gap < 0 ? text : text.substring(0, gap), gap < 0);
    Optional<List<Integer>> tail = groups(gap < 0 ? "" : text.substring(gap + 2), true);
    if (head.isEmpty() || tail.isEmpty()) {
      return Optional.empty();
    }
    int given = head.get().size() + tail.get().size();
    if (gap < 0 ? given != GROUPS : given >= GROUPS) {
      return Optional.empty();
    }
    ByteBuffer bytes = ByteBuffer.allocate(IPV6);
    head.get().forEach(group -> bytes.putShort(group.shortValue()));
    bytes.position(IPV6 - 2 * tail.get().size());
    tail.get().forEach(group -> bytes.putShort(group.shortValue()));
    return Optional.of(bytes.array());
  }

  /**
   * The groups of 16 bits in a part of an address.
   *
   * @param last whether the part ends the address, where an IPv4 address may stand for two groups
   */
  private static Optional<List<Integer>> groups(String text, boolean last) {
    List<Integer> groups = new ArrayList<>();
    String[] parts = text.isEmpty() ? new String[0] : text.split(":", -1);
    for (int at = 0; at < parts.length; at++) {
      String part = parts[at];
      if (part.matches("[0-9a-fA-F]{1,4}")) {
        groups.add(Integer.parseInt(part, 16));
        continue;
      }
      Optional<byte[]> four =
          last && at == parts.length - 1 && part.indexOf('.') > 0 ? four(part) : Optional.empty();
      if (four.isEmpty()) {
        return Optional.empty();
      }
      ByteBuffer pair = ByteBuffer.wrap(four.get());
      groups.add((int) pair.getShort());
      groups.add((int) pair.getShort());
    }
    return Optional.of(groups);
  }
}
