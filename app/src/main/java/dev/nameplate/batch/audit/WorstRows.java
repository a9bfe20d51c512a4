package dev.nameplate.batch.audit;

import dev.nameplate.access.sign.KeyRing;
import dev.nameplate.batch.BatchOptions;
import dev.nameplate.batch.ChunkLoop;
import dev.nameplate.batch.ListPlan;
import dev.nameplate.batch.ReadRow;
import dev.nameplate.batch.RowUrls;
import dev.nameplate.batch.UrlBatch;
import dev.nameplate.batch.csv.DialectSniffer;
import dev.nameplate.batch.csv.EncodingScan;
import dev.nameplate.batch.csv.RecordSplitter;
import dev.nameplate.geometry.Scale;
import dev.nameplate.merge.query.RawQuery;
import dev.nameplate.pipeline.Pipeline;
import dev.nameplate.template.Format;
import dev.nameplate.template.Sample;
import dev.nameplate.template.Template;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The rows of a short list that a template draws worst. They are a recipient's data.
 *
 * @param rows how many rows the list has
 * @param columns a line for each field that says where its values come from
 * @param worst those with a fault, of each kind of fault the worst in turn, then the list's first
 *     rows; each with its number in its name, and no two with the same picture
 */
public record WorstRows(long rows, List<String> columns, List<Sample> worst) {
  /** How many of a list's first rows are looked at for different ones. */
  private static final int FIRST = 64;

  public WorstRows {
    columns = List.copyOf(columns);
    worst = List.copyOf(worst);
  }

  /**
   * Reads a list.
   *
   * @param pipeline sets the texts of every row
   * @param list the bytes of a CSV or JSON Lines file
   * @param most how many rows are returned at most
   * @throws dev.nameplate.batch.csv.ListException where it is no list, or has no column for a field
   */
  public static WorstRows of(Pipeline pipeline, Template template, byte[] list, int most) {
    UrlBatch.Job job =
        new UrlBatch.Job(template, BatchOptions.DEFAULT, new RowUrls.Signing(KeyRing.NONE, false));
    try {
      byte[] head = Arrays.copyOf(list, Math.min(list.length, DialectSniffer.HEAD));
      EncodingScan scan = EncodingScan.of(new ByteArrayInputStream(list));
      ListPlan plan = ListPlan.of(head, scan, template, job.options());
      return new Reading(pipeline, job, plan, list).worst(most);
    } catch (IOException impossible) {
      throw new UncheckedIOException("bytes can be read", impossible);
    }
  }

  @SuppressWarnings("ArrayRecordComponent") // Read, never compared.
  private record Reading(Pipeline pipeline, UrlBatch.Job job, ListPlan plan, byte[] list) {
    WorstRows worst(int most) throws IOException {
      RowUrls urls =
          new RowUrls(job.template(), job.options(), plan.map(), pipeline::merge, job.signing());
      RowAudit rows = new RowAudit(pipeline, job, urls, new PictureDigests(PictureDigests.MOST));
      AudienceTally tally = new AudienceTally();
      List<Sample> first = new ArrayList<>();
      new ChunkLoop(records(), 1, plan.firstRow())
          .run(
              chunk -> {
                List<ReadRow> read = plan.form().read(chunk.records());
                first.addAll(first(read, chunk.firstRow(), urls, FIRST - first.size()));
                return rows.of(read, chunk.firstRow());
              },
              (chunk, part) -> tally.add(part));
      Map<String, Sample> worst = new LinkedHashMap<>();
      tally.drawn().forEach(row -> worst.putIfAbsent(picture(row.data()), row.data()));
      first.forEach(row -> worst.putIfAbsent(picture(row), row));
      return new WorstRows(
          tally.rows.rows(), plan.map().lines(), worst.values().stream().limit(most).toList());
    }

    /** What tells a row's picture from others. */
    private String picture(Sample row) {
      Template template = job.template();
      return pipeline
          .key(template, pipeline.merge(template, new RawQuery(row.query())), Scale.ONE, Format.PNG)
          .hex();
    }

    private static List<Sample> first(List<ReadRow> read, long firstRow, RowUrls urls, int most) {
      List<Sample> first = new ArrayList<>();
      long number = firstRow;
      for (ReadRow row : read) {
        if (row.kind() == ReadRow.Kind.VALUES && first.size() < most) {
          first.add(new Sample("Row " + number, urls.texts(row.cells())));
        }
        number += row.raw().isCounted() ? 1 : 0;
      }
      return first;
    }

    private RecordSplitter records() {
      int from = plan.bodyOffset();
      return new RecordSplitter(
          new ByteArrayInputStream(list, from, list.length - from),
          plan.form().dialect(),
          from,
          0,
          RecordSplitter.MAX_RECORD);
    }
  }
}
