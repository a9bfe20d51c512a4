package dev.nameplate.access.client;

import dev.nameplate.net.CidrSet;
import dev.nameplate.net.IpLiteral;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Finds the client of a request that came through reverse proxies.
 *
 * <p>The header that names the client is trusted only as far as configured proxies wrote it: its
 * entries are read from the last to the first, and the first address that is not a trusted proxy is
 * the client. So a client cannot forge its address. Only the configured header is read, since a
 * proxy that writes one passes the other through unchanged.
 *
 * @param proxies the addresses of the operator's own proxies
 * @param header the one that they write
 */
public record TrustedProxies(CidrSet proxies, Header header) {
  /** No proxy is trusted: the client is always the peer. */
  public static final TrustedProxies NONE =
      new TrustedProxies(CidrSet.NONE, Header.X_FORWARDED_FOR);

  /** How many entries are read, from the last. */
  private static final int MAX_ENTRIES = 50;

  /** A header that names clients. */
  public enum Header {
    /** The conventional header: addresses with commas between them. */
    X_FORWARDED_FOR("X-Forwarded-For"),
    /** The standard header with {@code for=} parameters (RFC 7239). */
    FORWARDED("Forwarded");

    private final String field;

    Header(String field) {
      this.field = field;
    }

    /** Returns the header's name as it is usually written. */
    public String field() {
      return field;
    }
  }

  /**
   * Finds the address of a request's client. No name server is asked.
   *
   * @param peer the address at the other end of the connection
   * @param lines the values of the header's lines, in their order
   * @return the peer where that is not a trusted proxy; otherwise the first address, read from the
   *     last entry to the first, that is not one. An entry that is no address ends the reading, and
   *     at most {@value #MAX_ENTRIES} entries are read: where all addresses read are trusted
   *     proxies, the one read last, or the peer where none was read
   */
  public InetAddress client(InetAddress peer, List<String> lines) {
    if (!proxies.contains(peer)) {
      return peer;
    }
    InetAddress client = peer;
    List<String> entries = entries(lines);
    int last = Math.max(0, entries.size() - MAX_ENTRIES);
    for (int at = entries.size() - 1; at >= last; at--) {
      Optional<InetAddress> named = named(entries.get(at));
      if (named.isEmpty()) {
        return client;
      }
      client = named.get();
      if (!proxies.contains(client)) {
        return client;
      }
    }
    return client;
  }

  private static List<String> entries(List<String> lines) {
    List<String> entries = new ArrayList<>();
    lines.forEach(line -> entries.addAll(List.of(line.split(",", -1))));
    return entries;
  }

  private Optional<InetAddress> named(String entry) {
    return header == Header.FORWARDED ? forwardedFor(entry) : node(entry.strip());
  }

  /** The address of {@code for=192.0.2.60;proto=http}. */
  private static Optional<InetAddress> forwardedFor(String entry) {
    for (String pair : entry.split(";", -1)) {
      String text = pair.strip();
      if (text.toLowerCase(Locale.ROOT).startsWith("for=")) {
        return node(text.substring("for=".length()).replace("\"", "").strip());
      }
    }
    return Optional.empty();
  }

  /** An address with or without a port; one of IPv6 may stand in brackets. */
  private static Optional<InetAddress> node(String text) {
    int close = text.indexOf(']');
    if (text.startsWith("[") && close > 0) {
      return IpLiteral.parse(text.substring(1, close));
    }
    int colon = text.indexOf(':');
    boolean port = colon > 0 && text.indexOf(':', colon + 1) < 0;
    return IpLiteral.parse(port ? text.substring(0, colon) : text);
  }
}
