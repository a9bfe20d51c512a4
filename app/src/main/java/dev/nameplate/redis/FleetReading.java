package dev.nameplate.redis;

import java.util.Map;
import java.util.function.DoubleSupplier;

/**
 * A number for the metrics.
 *
 * @param name with dots
 * @param meaning one sentence for operators
 * @param labels of few values
 * @param growing whether it only grows
 * @param value called at every scrape
 */
public record FleetReading(
    String name,
    String meaning,
    Map<String, String> labels,
    boolean growing,
    DoubleSupplier value) {
  public FleetReading {
    labels = Map.copyOf(labels);
  }
}
