package dev.nameplate.config;

import dev.nameplate.access.client.TrustedProxies;
import dev.nameplate.fleet.NodeSettings;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The settings of a node among others. */
final class NodeVariables {
  private static final ValueType<Duration> TIME =
      ValueType.time(Duration.ZERO, Duration.ofMinutes(5), "500ms, 5s, 1m");

  static final EnvVar<Optional<Duration>> DRAIN =
      EnvVar.of(
          "NAMEPLATE_DRAIN",
          new ValueType<>(
              "auto, or " + TIME.rule() + "; auto is 5s where NAMEPLATE_PROXIES is set, else 0s",
              NodeVariables::time,
              time -> time.map(TIME::write).orElse("auto")),
          Optional.empty(),
          "How long the server goes on answering after SIGTERM, not ready any more, before it"
              + " finishes what is in flight and ends.");
  static final EnvVar<String> NODE =
      EnvVar.of(
          "NAMEPLATE_NODE",
          ValueType.text("a name; host for the variable HOSTNAME"),
          "host",
          "The name of this node on the fleet page.");

  static final List<EnvVar<?>> ALL = List.of(DRAIN, NODE);

  private NodeVariables() {}

  /** Empty inside where it is for the program to choose, empty outside where it is no time. */
  private static Optional<Optional<Duration>> time(String text) {
    Optional<Duration> time = TIME.read(text);
    return time.isPresent() || text.equals("auto") ? Optional.of(time) : Optional.empty();
  }

  static NodeSettings read(Source source, TrustedProxies proxies) {
    String name = source.value(NODE);
    boolean isBehindOne = !proxies.proxies().isEmpty();
    return new NodeSettings(
        name.equals("host")
            ? source.environment().getOrDefault("HOSTNAME", NodeSettings.DEFAULT.name())
            : name,
        source
            .value(DRAIN)
            .orElse(isBehindOne ? NodeSettings.DRAIN : NodeSettings.DEFAULT.drain()));
  }
}
