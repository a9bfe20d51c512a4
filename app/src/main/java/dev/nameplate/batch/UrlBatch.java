package dev.nameplate.batch;

import dev.nameplate.batch.csv.CellWriter;
import dev.nameplate.batch.csv.ListException;
import dev.nameplate.batch.csv.RecordSplitter;
import dev.nameplate.merge.query.RawQuery;
import dev.nameplate.merge.value.MergedFields;
import dev.nameplate.template.Template;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
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
    long lastRow = lastRow(plan, job.options());
    Tally tally = start.tally();
    long[] output = {start.output()};
    new ChunkLoop(splitter, threads, start.row())
        .run(
            chunk -> work(plan.form(), urls, chunk, lastRow),
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

  private static long lastRow(ListPlan plan, BatchOptions options) {
    long first = plan.firstRow();
    return options.limit() > Long.MAX_VALUE - first ? Long.MAX_VALUE : first + options.limit() - 1;
  }

  /** What a chunk came to. */
  @SuppressWarnings("ArrayRecordComponent") // Written out, never compared.
  private record Done(byte[] bytes, Tally tally) {}

  private static Done work(ListForm form, RowUrls urls, Chunk chunk, long lastRow) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(1 << 16);
    Tally tally = new Tally();
    long row = chunk.firstRow();
    for (ReadRow read : form.read(chunk.records())) {
      OwnCells own = row > lastRow ? beyond(read, tally) : own(read, urls, tally, row);
      int lost = form.write(read, own, out);
      if (lost > 0) {
        tally.lostLetters(lost);
      }
      row += read.raw().isCounted() ? 1 : 0;
    }
    return new Done(out.toByteArray(), tally);
  }

  private static OwnCells beyond(ReadRow read, Tally tally) {
    if (read.raw().isCounted()) {
      tally.state(RowState.NOT_ATTEMPTED);
    }
    return OwnCells.without(RowState.NOT_ATTEMPTED, "beyond the limit on rows");
  }

  private static OwnCells own(ReadRow read, RowUrls urls, Tally tally, long row) {
    return switch (read.kind()) {
      case VALUES -> values(read, urls, tally, row);
      case REST -> OwnCells.without(RowState.FAILED, "");
      case BLANK, EMPTY -> {
        tally.state(RowState.SKIPPED);
        yield OwnCells.without(RowState.SKIPPED, read.kind().words());
      }
      case WRONG_COUNT, BROKEN_QUOTE, TOO_LONG, NO_OBJECT -> {
        tally.state(RowState.FAILED);
        tally.trouble(read.kind().words(), row);
        yield OwnCells.without(RowState.FAILED, read.kind().words());
      }
    };
  }

  private static OwnCells values(ReadRow read, RowUrls urls, Tally tally, long row) {
    RowResult result = urls.of(read.cells());
    tally.state(result.state());
    if (result.state() == RowState.FAILED) {
      tally.trouble("a URL that is longer than the server takes", row);
    } else {
      tally.url(result.urlBytes());
    }
    long formulas = formulas(read.cells());
    if (formulas > 0) {
      tally.formulas(formulas);
    }
    if (!read.faithful()) {
      tally.misencoded();
    }
    return result.own();
  }

  private static long formulas(List<String> cells) {
    long formulas = 0;
    for (String cell : cells) {
      formulas += CellWriter.isFormula(cell) && !isNumber(cell) ? 1 : 0;
    }
    return formulas;
  }

  /** A signed number or a telephone number, which begin as formulas do. */
  private static boolean isNumber(String cell) {
    return cell.length() > 1
        && cell.chars().skip(1).allMatch(c -> (c >= '0' && c <= '9') || " .,()/-".indexOf(c) >= 0);
  }
}
