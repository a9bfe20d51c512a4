package dev.nameplate.fleet;

import java.util.List;
import java.util.function.Supplier;

/** Knows this node alone. */
public final class LocalNodeRegistry implements NodeRegistry {
  private final Supplier<NodeStatus> self;

  /**
   * @param self tells of this node as it is now; does not block
   */
  public LocalNodeRegistry(Supplier<NodeStatus> self) {
    this.self = self;
  }

  @Override
  public List<NodeStatus> nodes() {
    return List.of(self.get());
  }

  @Override
  public boolean isShared() {
    return false;
  }
}
