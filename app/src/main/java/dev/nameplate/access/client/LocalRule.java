package dev.nameplate.access.client;

import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The local rule: whether a request may be answered without a token because it comes from the
 * author's own machine. A pure function; {@link LocalMode} says whether it holds at all.
 *
 * <p>No token is needed where all of these hold:
 *
 * <ol>
 *   <li>the peer is exactly 127.0.0.1 or ::1;
 *   <li>no {@code X-Forwarded-*}, {@code Forwarded} (RFC 7239), {@code X-Real-IP} or {@code Via}
 *       (RFC 9110) shows that a proxy handed the request on;
 *   <li>it is HTTP/1.1: proxies that write no such header speak HTTP/1.0 by default;
 *   <li>there is one {@code Host}, and it is {@code localhost}, {@code 127.0.0.1} or {@code [::1]}
 *       with any port or none: any other name was rebound to this machine;
 *   <li>{@code Sec-Fetch-Site} (Fetch Metadata) is absent, {@code same-origin} or {@code none};
 *   <li>the method is GET or HEAD, or {@code Origin} (RFC 6454) is absent or that of the {@code
 *       Host}.
 * </ol>
 *
 * <p>A request from this machine with a foreign {@code Host} or {@code Origin} is answered with
 * 403, every other that the rule does not allow with 401.
 */
public final class LocalRule {
  private static final Pattern HOST =
      Pattern.compile("(?:localhost|127\\.0\\.0\\.1|\\[::1])(?::[0-9]{1,5})?");

  private static final byte[] IPV4_LOOPBACK = {127, 0, 0, 1};
  private static final byte[] IPV6_LOOPBACK = {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1};
  private static final Set<String> READING = Set.of("GET", "HEAD");
  private static final Set<String> OWN_SITE = Set.of("same-origin", "none");

  private LocalRule() {}

  /** Returns the decision of the rule on a request that has no token. */
  public static LocalDecision decide(RequestFacts request) {
    if (!isLoopback(request.peer())
        || request.isForwarded()
        || !request.protocol().equals("HTTP/1.1")) {
      return LocalDecision.UNAUTHORIZED;
    }
    if (host(request).isEmpty()
        || (!READING.contains(request.method()) && !hasOurOrigin(request))) {
      return LocalDecision.FORBIDDEN;
    }
    return isOfOurSite(request) ? LocalDecision.ALLOWED : LocalDecision.UNAUTHORIZED;
  }

  /** Whether an address is exactly 127.0.0.1 or ::1; the rest of 127.0.0.0/8 is not. */
  static boolean isLoopback(InetAddress peer) {
    byte[] address = peer.getAddress();
    return Arrays.equals(address, IPV4_LOOPBACK) || Arrays.equals(address, IPV6_LOOPBACK);
  }

  private static boolean isOfOurSite(RequestFacts request) {
    return !request.has("sec-fetch-site")
        || request.single("sec-fetch-site").filter(OWN_SITE::contains).isPresent();
  }

  /** Our origin is the one that the request was sent to: same scheme, same host, same port. */
  private static boolean hasOurOrigin(RequestFacts request) {
    List<String> origins = request.headers().getOrDefault("origin", List.of());
    Optional<String> ours = host(request).map(host -> request.scheme() + "://" + host);
    return origins.isEmpty()
        || (origins.size() == 1
            && ours.equals(Optional.of(origins.get(0).strip().toLowerCase(Locale.ROOT))));
  }

  /** The host in small letters; empty where it is another than this machine's. */
  private static Optional<String> host(RequestFacts request) {
    return request
        .single("host")
        .map(host -> host.toLowerCase(Locale.ROOT))
        .filter(host -> HOST.matcher(host).matches());
  }
}
