package dev.nameplate.net;

import java.net.InetAddress;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * A set of ranges of addresses, however many, that is quickly asked whether an address is in it.
 */
public final class Networks {
  /** None. */
  public static final Networks NONE = new Networks(List.of());

  private static final int BITS = 128;

  private final Set<Network> all;
  private final int[] lengths;

  Networks(Collection<Network> networks) {
    all = Set.copyOf(networks);
    TreeSet<Integer> found = new TreeSet<>();
    all.forEach(network -> found.add(network.length()));
    lengths = found.stream().mapToInt(Integer::intValue).toArray();
  }

  /** Reads ranges such as {@code 10.0.0.0/8}; empty where one is none. */
  public static Optional<Networks> parse(Collection<String> ranges) {
    Set<Network> networks = new HashSet<>();
    for (String range : ranges) {
      Optional<Network> network = Network.parse(range.strip());
      if (network.isEmpty()) {
        return Optional.empty();
      }
      networks.add(network.get());
    }
    return Optional.of(new Networks(networks));
  }

  /** Whether one of them holds an address. */
  public boolean contain(InetAddress address) {
    if (lengths.length == 0) {
      return false;
    }
    Network exact = Network.of(address, BITS);
    for (int length : lengths) {
      if (all.contains(exact.cut(length))) {
        return true;
      }
    }
    return false;
  }
}
