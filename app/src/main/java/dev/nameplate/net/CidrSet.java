package dev.nameplate.net;

import java.net.InetAddress;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * An immutable set of address blocks. A look-up takes one step for each distinct prefix length,
 * however many blocks there are.
 */
public final class CidrSet {
  /** The empty set. */
  public static final CidrSet NONE = new CidrSet(List.of());

  private final Set<Cidr> blocks;
  private final int[] ipv4;
  private final int[] ipv6;

  /** Makes a set of these blocks; duplicates count once. */
  public CidrSet(Collection<Cidr> blocks) {
    this.blocks = Set.copyOf(blocks);
    this.ipv4 = lengths(this.blocks, 4);
    this.ipv6 = lengths(this.blocks, 16);
  }

  /**
   * Parses blocks as {@link Cidr#parse} does; white space around each is ignored.
   *
   * @return the set, which has no block where there are no texts; empty where one of the texts is
   *     no block
   */
  public static Optional<CidrSet> parse(Collection<String> texts) {
    Set<Cidr> blocks = new HashSet<>();
    for (String text : texts) {
      Optional<Cidr> block = Cidr.parse(text.strip());
      if (block.isEmpty()) {
        return Optional.empty();
      }
      blocks.add(block.get());
    }
    return Optional.of(new CidrSet(blocks));
  }

  /** Returns whether the set has no block. */
  public boolean isEmpty() {
    return blocks.isEmpty();
  }

  /** Returns whether one of the blocks contains an address. */
  public boolean contains(InetAddress address) {
    for (int bits : address.getAddress().length == 4 ? ipv4 : ipv6) {
      if (blocks.contains(Cidr.of(address, bits))) {
        return true;
      }
    }
    return false;
  }

  private static int[] lengths(Set<Cidr> blocks, int family) {
    TreeSet<Integer> lengths = new TreeSet<>();
    blocks.stream().filter(block -> block.length() == family).forEach(b -> lengths.add(b.bits()));
    return lengths.stream().mapToInt(Integer::intValue).toArray();
  }
}
