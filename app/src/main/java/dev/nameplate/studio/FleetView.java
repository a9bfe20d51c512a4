package dev.nameplate.studio;

import dev.nameplate.fleet.NodeStatus;
import dev.nameplate.fleet.NodeStatus.BreakerState;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What the page of the fleet shows.
 *
 * @param shared whether nodes tell each other of themselves; if not, this node alone is shown
 * @param nodes this one first
 * @param engines how many engines they draw with; more than 1 while a new build is rolled out
 * @param templates how many states of the templates they serve; more than 1 while templates are
 *     copied
 */
public record FleetView(boolean shared, List<Node> nodes, long engines, long templates) {
  private static final long MEBIBYTE = 1 << 20;

  /** A row: all texts as they are shown. */
  public record Node(
      String id,
      String state,
      String age,
      NodeStatus.Versions versions,
      String machine,
      String drawing,
      String hitRate,
      List<String> breakers) {}

  /**
   * Makes the view.
   *
   * @param nodes at least one
   * @param now what ages are counted to
   */
  public static FleetView of(List<NodeStatus> nodes, boolean shared, Instant now) {
    return new FleetView(
        shared,
        nodes.stream().map(node -> row(node, now)).toList(),
        nodes.stream().map(node -> node.versions().engine()).distinct().count(),
        nodes.stream().map(node -> node.versions().templates()).distinct().count());
  }

  private static Node row(NodeStatus node, Instant now) {
    NodeStatus.Work work = node.work();
    return new Node(
        node.id(),
        node.life().draining() ? "draining" : "ready",
        age(Duration.between(node.life().started(), now)),
        node.versions(),
        node.machine().cores() + ", " + node.machine().heapBytes() / MEBIBYTE + " MiB",
        work.drawing() + " of " + work.permits() + ", " + work.queued() + " wait",
        String.format(
            Locale.ROOT, "%.1f %% of %d", 100 * work.hitRate(), work.drawn() + work.hits()),
        node.breakers().entrySet().stream()
            .sorted(Map.Entry.comparingByKey())
            .map(breaker -> breaker.getKey() + " " + words(breaker.getValue()))
            .toList());
  }

  private static String words(BreakerState state) {
    return state.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  /** In the largest unit of which there are two: 90 s, 119 min, 47 h, 3 d. */
  private static String age(Duration age) {
    if (age.toMinutes() < 2) {
      return Math.max(0, age.toSeconds()) + " s";
    }
    if (age.toHours() < 2) {
      return age.toMinutes() + " min";
    }
    return age.toDays() < 2 ? age.toHours() + " h" : age.toDays() + " d";
  }
}
