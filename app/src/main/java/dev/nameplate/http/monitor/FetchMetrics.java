package dev.nameplate.http.monitor;

import dev.nameplate.asset.FetchFailure;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** The counters of fetches of remote images, {@code nameplate_fetches_total} by outcome. */
public final class FetchMetrics {
  private FetchMetrics() {}

  /**
   * Returns one counter for each possible outcome; an outcome that has not occurred is 0.
   *
   * @param success the outcome of a successful fetch
   * @param outcomes the counts so far by outcome; called at every scrape
   */
  public static List<MetricSource> readings(String success, Supplier<Map<String, Long>> outcomes) {
    return Stream.concat(
            Stream.of(success), Arrays.stream(FetchFailure.values()).map(FetchFailure::label))
        .map(
            outcome ->
                new MetricSource(
                    "nameplate.fetches",
                    "Fetches of remote images, by outcome.",
                    Map.of("outcome", outcome),
                    true,
                    () -> outcomes.get().getOrDefault(outcome, 0L)))
        .toList();
  }
}
