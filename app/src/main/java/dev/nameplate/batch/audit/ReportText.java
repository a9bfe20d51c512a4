package dev.nameplate.batch.audit;

import dev.nameplate.batch.RowState;
import dev.nameplate.batch.progress.PlainProgress;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** A report for a terminal. */
public final class ReportText {
  private ReportText() {}

  /**
   * Returns the report without its contact sheet as plain text in several lines, the last one with
   * a line ending.
   */
  public static String of(AudienceReport report) {
    StringBuilder text = new StringBuilder();
    section(text, "List", report.about().proofs());
    section(text, "Columns", report.about().columns());
    section(text, "Beware", report.about().warnings());
    text.append(
        String.format(
            Locale.ROOT,
            "Rows      %,d: %s%n",
            report.tally().rows(),
            PlainProgress.states(report.tally())));
    text.append("Pictures  ").append(report.uniqueWords()).append(" different");
    report
        .pictures()
        .estimate()
        .ifPresent(
            estimate ->
                text.append(
                    String.format(
                        Locale.ROOT,
                        "; all drawn: about %,.0f s and %,d MB (measured on %d rows)",
                        Math.ceil(estimate.seconds()),
                        (estimate.bytes() + 999_999) / 1_000_000,
                        estimate.drawn())));
    text.append(
        String.format(
            Locale.ROOT, "%nURLs      the longest has %,d bytes%n%n", report.tally().longestUrl()));
    fields(report, text);
    faults(report, text);
    return text.toString();
  }

  private static void section(StringBuilder text, String title, List<String> lines) {
    lines.forEach(line -> text.append(String.format("%-10s%s%n", title, line)));
  }

  private static void fields(AudienceReport report, StringBuilder text) {
    for (Map.Entry<String, Map<String, Long>> field : report.fields().entrySet()) {
      String states =
          field.getValue().entrySet().stream()
              .map(state -> String.format(Locale.ROOT, "%s %,d", state.getKey(), state.getValue()))
              .collect(Collectors.joining(", "));
      text.append(String.format("%-10s%s%n", field.getKey(), states));
    }
    text.append(System.lineSeparator());
  }

  private static void faults(AudienceReport report, StringBuilder text) {
    if (report.faults().isEmpty()) {
      text.append(String.format("Nothing is wrong with any row.%n"));
    }
    for (AudienceReport.Found found : report.faults()) {
      String rows = found.worst().stream().map(String::valueOf).collect(Collectors.joining(", "));
      text.append(
          String.format(
              Locale.ROOT,
              "%-11s %,8d  %s; rows %s%s%n",
              found.fault().label(),
              found.rows(),
              found.fault().meaning(),
              rows,
              found.rows() > found.worst().size() ? ", …" : ""));
    }
    report
        .tally()
        .troubles()
        .forEach(
            (words, count) ->
                text.append(
                    String.format(
                        Locale.ROOT,
                        "%-11s %,8d  %s; rows %s%n",
                        RowState.FAILED.label(),
                        count,
                        words,
                        report.tally().rowsWith(words).stream()
                            .map(String::valueOf)
                            .collect(Collectors.joining(", ")))));
  }
}
