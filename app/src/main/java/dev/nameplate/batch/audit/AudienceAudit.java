package dev.nameplate.batch.audit;

import dev.nameplate.batch.BatchPosition;
import dev.nameplate.batch.Chunk;
import dev.nameplate.batch.ChunkLoop;
import dev.nameplate.batch.ListPlan;
import dev.nameplate.batch.RowUrls;
import dev.nameplate.batch.UrlBatch;
import dev.nameplate.batch.csv.RecordSplitter;
import dev.nameplate.geometry.Scale;
import dev.nameplate.merge.query.RawQuery;
import dev.nameplate.pipeline.Pipeline;
import dev.nameplate.pipeline.RenderResult;
import dev.nameplate.preflight.ContactSheet;
import dev.nameplate.template.Format;
import dev.nameplate.template.Sample;
import dev.nameplate.template.Template;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Reads a list as a run would and says what is wrong with it. Every row's texts are set, so that
 * counts are exact; no more than the 24 worst rows are drawn.
 */
public final class AudienceAudit {
  private final Pipeline pipeline;
  private final ContactSheet sheet;
  private final int threads;

  /**
   * @param pipeline draws some rows, by which the time and size of all are estimated
   * @param sheet draws the worst rows
   * @param threads how many threads read rows, at least 1
   */
  public AudienceAudit(Pipeline pipeline, ContactSheet sheet, int threads) {
    this.pipeline = pipeline;
    this.sheet = sheet;
    this.threads = threads;
  }

  /**
   * Reads a list to its end and reports what is wrong with it. Nothing is written.
   *
   * @param in the list from {@code plan.bodyOffset()} on; not closed
   * @param watcher receives the position after each chunk, on the calling thread; its output is 0
   * @throws dev.nameplate.batch.csv.ListException if too many quotes are not closed, or a key is
   *     needed and there is none
   * @throws IOException if reading fails or the thread is interrupted
   */
  public AudienceReport run(
      UrlBatch.Job job, ListPlan plan, InputStream in, Consumer<BatchPosition> watcher)
      throws IOException {
    RowUrls urls =
        new RowUrls(job.template(), job.options(), plan.map(), pipeline::merge, job.signing());
    PictureDigests digests = new PictureDigests(PictureDigests.MOST);
    RowAudit rows = new RowAudit(pipeline, job, urls, digests);
    AudienceTally tally = new AudienceTally();
    RecordSplitter splitter =
        new RecordSplitter(
            in, plan.form().dialect(), plan.bodyOffset(), 0, RecordSplitter.MAX_RECORD);
    new ChunkLoop(splitter, threads, plan.firstRow())
        .run(
            chunk -> rows.of(plan.form().read(chunk.records()), chunk.firstRow()),
            (chunk, part) -> {
              tally.add(part);
              watcher.accept(position(chunk, tally));
            });
    return report(job, plan, tally, digests);
  }

  private static BatchPosition position(Chunk chunk, AudienceTally tally) {
    return new BatchPosition(chunk.end(), 0, chunk.nextRow(), chunk.lookaheads(), tally.rows);
  }

  private AudienceReport report(
      UrlBatch.Job job, ListPlan plan, AudienceTally tally, PictureDigests digests) {
    List<WorstRow> drawn = tally.drawn();
    List<Sample> samples = drawn.stream().map(WorstRow::data).toList();
    Optional<byte[]> picture =
        samples.isEmpty() ? Optional.empty() : Optional.of(sheet.ofRows(job.template(), samples));
    Optional<AudienceReport.Estimate> estimate =
        samples.isEmpty() ? Optional.empty() : Optional.of(estimate(job, samples, digests.size()));
    return AudienceReport.of(
        job,
        plan,
        tally,
        new AudienceReport.Pictures(digests.size(), digests.isFull(), estimate, picture));
  }

  /** What drawing every different picture takes, going by the rows that were drawn. */
  private AudienceReport.Estimate estimate(UrlBatch.Job job, List<Sample> samples, int pictures) {
    Template template = job.template();
    Scale scale = job.options().scale();
    Format format = Format.ofEnding(job.options().format()).orElse(Format.PNG);
    draw(template, samples.get(0), scale, format);
    long start = System.nanoTime();
    long bytes = 0;
    for (Sample sample : samples) {
      bytes += draw(template, sample, scale, format);
    }
    double seconds = (System.nanoTime() - start) / 1e9 / samples.size();
    return new AudienceReport.Estimate(
        samples.size(), seconds * pictures / threads, bytes / samples.size() * (long) pictures);
  }

  private int draw(Template template, Sample sample, Scale scale, Format format) {
    RenderResult drawn =
        pipeline.picture(
            template, pipeline.merge(template, new RawQuery(sample.query())), scale, format);
    return drawn.file().length();
  }
}
