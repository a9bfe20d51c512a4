package dev.nameplate.batch;

import dev.nameplate.batch.csv.ListException;
import dev.nameplate.batch.csv.RecordSplitter;
import dev.nameplate.merge.query.RawQuery;
import dev.nameplate.merge.value.MergedFields;
import dev.nameplate.template.Template;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Optional;
import java.util.function.BiFunction;

/**
 * Turns a list into the same list with a URL for each row. The result depends on list, template,
 * options and keys alone, not on the number of threads or on where a run was taken up again.
 */
public final class UrlBatch {
  private final BiFunction<Template, RawQuery, MergedFields> merge;
  private final int threads;

  /**
   * @param merge resolves a template's fields from a query, as the server does; safe for several
   *     threads
   * @param threads how many rows are worked on at once
   */
  public UrlBatch(BiFunction<Template, RawQuery, MergedFields> merge, int threads) {
    this.merge = merge;
    this.threads = threads;
  }

  /**
   * The parts of a run that do not depend on the list.
   *
   * @param template whose URLs are made
   * @param options what the person who runs it chose
   * @param signing the keys for signed and sealed URLs
   */
  public record Job(Template template, BatchOptions options, RowUrls.Signing signing) {}

  /** Receives each chunk that was written, in order, on the thread that runs the batch. */
  public interface Progress {
    /** Nobody looks. */
    Progress NONE = position -> {};

    /**
     * Called after a chunk was written from whose end a run can be resumed.
     *
     * @param position the end of the chunk in input and output
     * @throws IOException to end the run
     */
    void written(BatchPosition position) throws IOException;
  }

  /**
   * Reads the rows and does nothing else, for a run that is to fail before it writes.
   *
   * @param body from the plan's {@code bodyOffset} on, read to its end, not closed
   * @throws ListException if too many quotes are not closed
   * @throws IOException if reading fails
   */
  public static void check(ListPlan plan, InputStream body) throws IOException {
    RecordSplitter splitter =
        new RecordSplitter(
            body, plan.form().dialect(), plan.bodyOffset(), 0, RecordSplitter.MAX_RECORD);
    while (splitter.next().isPresent()) {
      // The splitter counts the quotes.
    }
  }

  /**
   * Writes what precedes the rows: the byte order mark and the headings.
   *
   * @param out not flushed and not closed
   * @return the position of the first row, with an empty tally
   * @throws ListException if a key is needed and there is none; nothing was written then
   * @throws IOException if writing fails
   */
  public BatchPosition start(Job job, ListPlan plan, OutputStream out) throws IOException {
    var unused = urls(job, plan);
    out.write(plan.head());
    return new BatchPosition(
        plan.bodyOffset(), plan.head().length, plan.firstRow(), 0, new Tally());
  }

  /**
   * The input and output of a run from a position on.
   *
   * @param in the list from the position's {@code input} on
   * @param out behind the position's {@code output} bytes
   * @param progress called after each chunk from whose end a run can be resumed
   */
  public record Streams(InputStream in, OutputStream out, Progress progress) {}

  /**
   * Reads a list from a position to its end and writes its rows with the columns of {@link
   * OwnCells} added, in constant memory.
   *
   * @param start the position; its tally is continued and returned
   * @param streams neither is closed; the output is flushed at the end
   * @return the counts of the whole list, including the rows before the position
   * @throws ListException if too many quotes are not closed, or a key is needed and there is none
   * @throws IOException if reading, writing or the progress fails; the rows before that were
   *     written
   */
  public Tally run(Job job, ListPlan plan, BatchPosition start, Streams streams)
      throws IOException {
    RowUrls urls = urls(job, plan);
    RecordSplitter splitter =
        new RecordSplitter(
            streams.in(),
            plan.form().dialect(),
            start.input(),
            start.lookaheads(),
            RecordSplitter.MAX_RECORD);
    ChunkRows rows = new ChunkRows(plan, urls, job.options());
    Tally tally = start.tally();
    long[] output = {start.output()};
    new ChunkLoop(splitter, threads, start.row())
        .run(
            chunk -> rows.write(rows.resolve(chunk), row -> Optional.empty()),
            (chunk, done) -> {
              streams.out().write(done.bytes());
              output[0] += done.bytes().length;
              tally.add(done.tally());
              if (chunk.resumable()) {
                streams
                    .progress()
                    .written(
                        new BatchPosition(
                            chunk.end(), output[0], chunk.nextRow(), chunk.lookaheads(), tally));
              }
            });
    streams.out().flush();
    return tally;
  }

  private RowUrls urls(Job job, ListPlan plan) {
    return new RowUrls(job.template(), job.options(), plan.map(), merge, job.signing());
  }
}
