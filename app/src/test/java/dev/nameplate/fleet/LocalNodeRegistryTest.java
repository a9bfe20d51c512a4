package dev.nameplate.fleet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.nameplate.fleet.NodeStatus.BreakerState;
import dev.nameplate.studio.FleetView;
import dev.nameplate.studio.StudioHtml;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class LocalNodeRegistryTest extends NodeRegistryContract {
  @Override
  protected NodeRegistry registry(NodeStatus self) {
    return new LocalNodeRegistry(() -> self);
  }

  @Test
  void thisNodeAlone_isKnown() {
    NodeRegistry registry = registry(node("a-1", Map.of(), false));
    assertThat(registry.isShared()).isFalse();
    assertThat(registry.nodes()).hasSize(1);
  }

  @Test
  void status_isBounded() {
    assertThatThrownBy(() -> node("no id", Map.of(), false))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("no id");
    Map<String, BreakerState> many = new HashMap<>();
    for (int host = 0; host <= NodeStatus.MOST_BREAKERS; host++) {
      many.put("host" + host, BreakerState.CLOSED);
    }
    assertThatThrownBy(() -> node("a-1", many, false))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("50");
  }

  @Test
  void page_showsEachNode_andWhereTheyDiffer() {
    NodeStatus one = node("a-1", Map.of("redis", BreakerState.HALF_OPEN), false);
    NodeStatus other =
        new NodeStatus(
            "b-2",
            new NodeStatus.Versions("e2", "t1"),
            one.machine(),
            one.work(),
            Map.of(),
            new NodeStatus.Life(START, START, true));
    String page =
        new StudioHtml("/studio/", true)
            .fleet(FleetView.of(List.of(one, other), true, START.plus(Duration.ofHours(3))));
    assertThat(page)
        .contains("a-1", "b-2", "2, 240 MiB", "1 of 2, 5 wait", "75.0 % of 4", "redis half open")
        .contains("for 3 h", "none has been needed", "2 engines draw")
        .contains("class=\"status draining\"")
        .doesNotContain("different states", "This node alone");
  }
}
