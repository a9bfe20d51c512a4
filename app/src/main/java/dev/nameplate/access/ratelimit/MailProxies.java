package dev.nameplate.access.ratelimit;

import dev.nameplate.net.CidrSet;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The address ranges of mail services' image proxies: few addresses, each of which fetches pictures
 * for millions of readers.
 *
 * <p>Built in are the ranges that the services publish as their own. The user agent ({@code
 * GoogleImageProxy}, {@code YahooMailProxy}) is ignored, since anyone can send it. Yahoo publishes
 * no ranges, and those of Apple's Mail Privacy Protection belong to partners and change; an
 * operator adds them with the setting.
 */
public final class MailProxies {
  /** No service. */
  public static final MailProxies NONE = new MailProxies(Map.of());

  /** Google: DNS record {@code _spf.google.com}. */
  private static final List<String> GOOGLE =
      List.of(
          "35.190.247.0/24",
          "64.233.160.0/19",
          "66.102.0.0/20",
          "66.249.80.0/20",
          "72.14.192.0/18",
          "74.125.0.0/16",
          "108.177.8.0/21",
          "108.177.96.0/19",
          "172.217.0.0/19",
          "172.217.32.0/20",
          "172.217.128.0/19",
          "172.217.160.0/20",
          "172.217.192.0/19",
          "172.253.56.0/21",
          "172.253.112.0/20",
          "173.194.0.0/16",
          "209.85.128.0/17",
          "216.58.192.0/19",
          "216.239.32.0/19",
          "2001:4860:4000::/36",
          "2404:6800:4000::/36",
          "2607:f8b0:4000::/36",
          "2800:3f0:4000::/36",
          "2a00:1450:4000::/36",
          "2c0f:fb50:4000::/36");

  /** Exchange Online and Outlook: Microsoft's list "Microsoft 365 endpoints". */
  private static final List<String> MICROSOFT =
      List.of(
          "13.107.6.152/31",
          "13.107.18.10/31",
          "13.107.128.0/22",
          "23.103.160.0/20",
          "40.92.0.0/15",
          "40.96.0.0/13",
          "40.104.0.0/15",
          "40.107.0.0/16",
          "52.96.0.0/14",
          "52.100.0.0/14",
          "104.47.0.0/17",
          "131.253.33.215/32",
          "132.245.0.0/16",
          "150.171.32.0/22",
          "204.79.197.215/32",
          "2603:1006::/40",
          "2603:1016::/36",
          "2603:1026::/36",
          "2603:1036::/36",
          "2603:1046::/36",
          "2603:1056::/36",
          "2a01:111:f400::/48",
          "2a01:111:f403::/48");

  /** Apple's own network. */
  private static final List<String> APPLE = List.of("17.0.0.0/8");

  private static final Map<String, List<String>> BUILT_IN =
      Map.of("google", GOOGLE, "microsoft", MICROSOFT, "apple", APPLE);

  /** The services with built-in ranges: Google, Microsoft and Apple. */
  public static final MailProxies KNOWN = of(List.of("google", "microsoft", "apple")).orElse(NONE);

  private final Map<String, CidrSet> byName;

  private MailProxies(Map<String, CidrSet> byName) {
    this.byName = byName;
  }

  /**
   * Parses the setting {@code NAMEPLATE_MAIL_PROXIES}.
   *
   * @param entries {@code google}, {@code microsoft}, {@code apple}, or CIDR ranges, which together
   *     count as one more service
   * @return the services in the order of the entries, the ranges last; empty where an entry is
   *     neither
   */
  public static Optional<MailProxies> of(List<String> entries) {
    Map<String, CidrSet> byName = new LinkedHashMap<>();
    List<String> others = new ArrayList<>();
    for (String entry : entries) {
      List<String> ranges = BUILT_IN.getOrDefault(entry, List.of());
      if (ranges.isEmpty()) {
        others.add(entry);
      } else {
        byName.put(entry, CidrSet.parse(ranges).orElse(CidrSet.NONE));
      }
    }
    return CidrSet.parse(others)
        .map(
            networks -> {
              byName.put("other", networks);
              return new MailProxies(byName);
            });
  }

  /**
   * Returns the names of those services that have built-in ranges, in the order of the setting;
   * empty if it names none. The list is unmodifiable.
   */
  public List<String> services() {
    return byName.keySet().stream().filter(BUILT_IN::containsKey).toList();
  }

  /** Returns the names of all services; {@code other} stands for the ranges in the setting. */
  public List<String> names() {
    return List.copyOf(byName.keySet());
  }

  /**
   * Returns the client that an address counts as: the first mail service whose ranges hold it,
   * otherwise the address itself as {@link ClientKey#of} gives it.
   */
  public ClientKey client(InetAddress address) {
    return service(address)
        .<ClientKey>map(ClientKey.MailService::new)
        .orElseGet(() -> ClientKey.of(address));
  }

  /** The name of the service that an address belongs to; empty for any other address. */
  Optional<String> service(InetAddress address) {
    for (Map.Entry<String, CidrSet> entry : byName.entrySet()) {
      if (entry.getValue().contains(address)) {
        return Optional.of(entry.getKey());
      }
    }
    return Optional.empty();
  }
}
