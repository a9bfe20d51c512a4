package dev.nameplate.bench;

import dev.nameplate.template.Format;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Every workload drawn in this process, one picture at a time, for recipients that differ.
 *
 * <p>Options: {@code --warm} and {@code --seconds} for each workload, {@code --recipients FILE}.
 * Prints one line of JSON. Cases take turns in short slices, so that a disturbance from outside
 * meets them all and their ratios hold.
 */
public final class InProcess {
  private static final int SLICES = 5;
  private static final List<String> PNG = List.of("w1", "w1-tall", "w2", "w3", "w3-tall");
  private static final List<String> JPEG = List.of("w1", "w2", "w3");

  private InProcess() {}

  /** Runs the program. */
  public static void main(String[] words) throws IOException {
    System.setProperty("java.awt.headless", "true");
    Arguments arguments = new Arguments(List.of(words));
    List<String> queries = arguments.recipients().stream().map(Recipient::query).toList();
    try (Workloads workloads = new Workloads()) {
      workloads.application().images().warm(workloads.application().templates().all());
      Map<String, Pictures> cases = cases(workloads);
      checkTaken(cases, queries);
      System.out.println(run(cases, queries, arguments));
    }
  }

  private static String run(
      Map<String, Pictures> cases, List<String> queries, Arguments arguments) {
    Circle<String> next = new Circle<>(queries);
    double warm = arguments.number("--warm", 5);
    cases.values().forEach(pictures -> new Measured().add(warm, next, pictures::draw));
    Map<String, Measured> results = new LinkedHashMap<>();
    double slice = arguments.number("--seconds", 5) / SLICES;
    for (int turn = 0; turn < SLICES; turn++) {
      cases.forEach(
          (name, pictures) ->
              results
                  .computeIfAbsent(name, absent -> new Measured())
                  .add(slice, next, pictures::draw));
    }
    return results.entrySet().stream()
        .map(result -> "\"" + result.getKey() + "\":" + result.getValue().json())
        .collect(Collectors.joining(",", "{", "}"));
  }

  private static Map<String, Pictures> cases(Workloads workloads) {
    Map<String, Pictures> cases = new LinkedHashMap<>();
    PNG.forEach(id -> cases.put(id, pictures(workloads, id, Format.PNG)));
    JPEG.forEach(id -> cases.put(id + "-jpg", pictures(workloads, id, Format.JPEG)));
    return cases;
  }

  private static Pictures pictures(Workloads workloads, String id, Format format) {
    return new Pictures(workloads.application().pipeline(), workloads.template(id), format);
  }

  /** A recipient whose values were replaced would make another picture than the peers draw. */
  private static void checkTaken(Map<String, Pictures> cases, List<String> queries) {
    for (String query : queries.subList(0, Math.min(2000, queries.size()))) {
      cases.forEach(
          (name, pictures) -> {
            if (!pictures.takes(query)) {
              throw new IllegalStateException(name + " does not take " + query);
            }
          });
    }
  }
}
