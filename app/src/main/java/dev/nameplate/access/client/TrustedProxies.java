package dev.nameplate.access.client;

import dev.nameplate.net.CidrSet;
import dev.nameplate.net.IpLiteral;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Who asks, where proxies ask for others.
 *
 * <p>A header that names the client is believed only as far as configured proxies wrote it: its
 * entries are read from the last, each by the proxy that the one behind it names, and the first
 * address that is no proxy of ours is the client. So nobody can pretend to be another. Only the one
 * configured header is read: a proxy that writes one hands the other through as it came.
 *
 * @param proxies the addresses of our own proxies
 * @param header which they write
 */
public record TrustedProxies(CidrSet proxies, Header header) {
  /** No proxy is believed. */
  public static final TrustedProxies NONE =
      new TrustedProxies(CidrSet.NONE, Header.X_FORWARDED_FOR);

  /** How many entries are looked at. */
  private static final int MOST = 50;

  /** A header that names clients. */
  public enum Header {
    X_FORWARDED_FOR("X-Forwarded-For"),
    /** Of RFC 7239. */
    FORWARDED("Forwarded");

    private final String field;

    Header(String field) {
      this.field = field;
    }

    /** The header's name. */
    public String field() {
      return field;
    }
  }

  /**
   * The client of a request.
   *
   * @param peer at the other end of the connection
   * @param lines of the header, in their order
   */
  public InetAddress client(InetAddress peer, List<String> lines) {
    if (!proxies.contains(peer)) {
      return peer;
    }
    InetAddress client = peer;
    List<String> entries = entries(lines);
    int last = Math.max(0, entries.size() - MOST);
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
