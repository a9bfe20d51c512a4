package dev.nameplate.fleet;

import java.util.List;

/** The nodes that were seen lately. Safe for many threads; no method blocks. */
public interface NodeRegistry {
  /**
   * Returns what is known of the nodes: this one first, the others by their ids. A node that has
   * not been seen for a few seconds is left out. Never empty.
   */
  List<NodeStatus> nodes();

  /**
   * Returns whether nodes tell each other of themselves; if not, this node alone is known, however
   * many there are.
   */
  boolean isShared();
}
