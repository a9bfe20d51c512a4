package dev.nameplate.boot;

import dev.nameplate.http.monitor.MetricSource;
import dev.nameplate.serve.RenderExecutor;
import java.util.List;
import java.util.Map;

/** How long pictures wait for a thread: by this, not by how busy cores are, a fleet is sized. */
final class QueueMetrics {
  private QueueMetrics() {}

  static List<MetricSource> of(RenderExecutor executor) {
    return List.of(
        new MetricSource(
            "nameplate.queue.waits",
            "Drawings that have started.",
            Map.of(),
            true,
            executor::waits),
        new MetricSource(
            "nameplate.queue.wait.seconds",
            "How long they had waited, all together.",
            Map.of(),
            true,
            executor::waitSeconds));
  }
}
