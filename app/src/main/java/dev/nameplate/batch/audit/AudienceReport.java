package dev.nameplate.batch.audit;

import dev.nameplate.batch.ListPlan;
import dev.nameplate.batch.Tally;
import dev.nameplate.batch.UrlBatch;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What an audit found. No value of a recipient but in the contact sheet's pixels.
 *
 * @param template the id
 * @param about how the list is written, which column fills which field, what to beware of
 * @param tally rows by state
 * @param faults each kind there is, with its count and its worst rows
 * @param fields by field how many values were given, and how many missing for which reason
 * @param pictures how many pictures differ, what drawing them takes, and the worst rows
 */
public record AudienceReport(
    String template,
    About about,
    Tally tally,
    List<Found> faults,
    Map<String, Map<String, Long>> fields,
    Pictures pictures) {
  private static final int NAMED = 10;

  public AudienceReport {
    faults = List.copyOf(faults);
    fields = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(fields));
  }

  /**
   * What is known before the rows are read, a sentence each.
   *
   * @param proofs for encoding, separator and line ending
   * @param columns a line for each field
   * @param warnings what to check before the list is used, such as columns that look like secrets;
   *     empty if there is nothing
   */
  public record About(List<String> proofs, List<String> columns, List<String> warnings) {
    public About {
      proofs = List.copyOf(proofs);
      columns = List.copyOf(columns);
      warnings = List.copyOf(warnings);
    }
  }

  /**
   * A kind of fault.
   *
   * @param fault which one
   * @param rows how many rows have it, 1 or more
   * @param worst the numbers of the worst ten, as a spreadsheet counts rows
   */
  public record Found(RowFault fault, long rows, List<Long> worst) {
    public Found {
      worst = List.copyOf(worst);
    }
  }

  /**
   * The pictures of a list.
   *
   * @param unique how many differ by effective values
   * @param atLeast whether there are more than that
   * @param estimate empty where no row was drawn
   * @param sheet a PNG of the worst rows; empty where every row is as it should be
   */
  public record Pictures(
      int unique, boolean atLeast, Optional<Estimate> estimate, Optional<byte[]> sheet) {}

  /**
   * What drawing all of them takes.
   *
   * @param drawn on how many rows it was measured
   * @param seconds on this machine
   * @param bytes of their files together
   */
  public record Estimate(int drawn, double seconds, long bytes) {}

  static AudienceReport of(
      UrlBatch.Job job, ListPlan plan, AudienceTally tally, Pictures pictures) {
    List<Found> faults = new ArrayList<>();
    for (RowFault fault : RowFault.values()) {
      if (tally.count(fault) > 0) {
        List<Long> worst = tally.worst(fault).stream().limit(NAMED).map(WorstRow::number).toList();
        faults.add(new Found(fault, tally.count(fault), worst));
      }
    }
    return new AudienceReport(
        job.template().id(),
        new About(plan.sniffed().proofs(), plan.map().lines(), plan.warnings()),
        tally.rows,
        faults,
        tally.fields(),
        pictures);
  }

  /** Returns how many rows have a fault; 0 if none has. */
  public long count(RowFault fault) {
    return faults.stream().filter(found -> found.fault() == fault).mapToLong(Found::rows).sum();
  }

  /** The number of pictures in words; beyond four million "at least". */
  String uniqueWords() {
    return String.format(
        java.util.Locale.ROOT, "%s%,d", pictures.atLeast() ? "at least " : "", pictures.unique());
  }
}
