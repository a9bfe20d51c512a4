package dev.nameplate.http.monitor;

import java.util.Map;
import java.util.function.DoubleSupplier;

/**
 * A number of another room's that operators may see, read whenever they look.
 *
 * @param name with dots, {@code nameplate.fetches}; counters end in {@code _total} there
 * @param meaning one sentence
 * @param labels of few values, none of a recipient's
 * @param growing whether it only ever grows
 */
public record MetricSource(
    String name,
    String meaning,
    Map<String, String> labels,
    boolean growing,
    DoubleSupplier value) {
  public MetricSource {
    labels = Map.copyOf(labels);
  }
}
