package dev.nameplate.batch.progress;

import dev.nameplate.batch.BatchPosition;
import java.util.function.Consumer;

/** Shows how far a run is. Closed when the run ends, in whatever way. */
public interface RunProgress extends Consumer<BatchPosition>, AutoCloseable {
  /** Ends the display. Called once, after the last position. */
  @Override
  void close();
}
