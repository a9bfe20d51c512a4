package dev.nameplate.http.monitor;

import java.util.Map;
import java.util.function.DoubleSupplier;

/**
 * A number of another package for the metrics, read at every scrape.
 *
 * @param name with dots, {@code nameplate.fetches}; the exposition adds {@code _total} to counters
 * @param meaning one sentence for operators
 * @param labels of few values, none a recipient's data
 * @param growing whether it only grows: a counter, else a gauge
 * @param value called at every scrape
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
