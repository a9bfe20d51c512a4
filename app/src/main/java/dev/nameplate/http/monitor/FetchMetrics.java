package dev.nameplate.http.monitor;

import dev.nameplate.asset.FetchFailure;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** The counters of remote pictures, {@code nameplate_fetches_total} by outcome. */
public final class FetchMetrics {
  private FetchMetrics() {}

  /**
   * One counter for each outcome there can be, from 0.
   *
   * @param success the name of the outcome that a picture came
   * @param outcomes the counts so far by outcome, read whenever metrics are
   */
  public static List<MetricSource> readings(String success, Supplier<Map<String, Long>> outcomes) {
    return Stream.concat(
            Stream.of(success), Arrays.stream(FetchFailure.values()).map(FetchFailure::label))
        .map(
            outcome ->
                new MetricSource(
                    "nameplate.fetches",
                    "Pictures from outside that were not known, by what became of them.",
                    Map.of("outcome", outcome),
                    true,
                    () -> outcomes.get().getOrDefault(outcome, 0L)))
        .toList();
  }
}
