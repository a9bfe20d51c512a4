package dev.nameplate.fleet;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Some stops; {@code app/load/stop-nodes.sh} does fifty. */
final class StoppedNodesTest {
  private static final int ROUNDS = Integer.getInteger("nameplate.stops", 2);
  private static final long SEED = Long.getLong("nameplate.seed", 1);

  @TempDir
  @SuppressWarnings("NullAway.Init") // JUnit sets it.
  Path folder;

  @Test
  void nodeThatIsStopped_inTheMiddleOfAnything_losesNothing() {
    try (StoppedNodes nodes = new StoppedNodes(folder, SEED)) {
      for (int round = 1; round <= ROUNDS; round++) {
        nodes.round(round);
      }
    }
  }
}
