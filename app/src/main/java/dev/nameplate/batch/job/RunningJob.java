package dev.nameplate.batch.job;

import dev.nameplate.batch.BatchPosition;
import dev.nameplate.batch.Chunk;
import dev.nameplate.batch.ChunkReader;
import dev.nameplate.batch.ChunkRows;
import dev.nameplate.batch.ListPlan;
import dev.nameplate.batch.RowUrls;
import dev.nameplate.batch.Tally;
import dev.nameplate.batch.archive.FileNames;
import dev.nameplate.batch.csv.RecordSplitter;
import dev.nameplate.template.Template;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;

/**
 * A job that this process works on: from its last unit on, unit by unit. After a failure it is
 * closed and opened again. For one thread at a time.
 */
final class RunningJob implements AutoCloseable {
  /** Rows of a unit where nothing is drawn. */
  private static final int URL_ROWS = 256;

  /** Rows of a unit whose pictures are drawn. */
  private static final int DRAWN_ROWS = 32;

  /** The most units of a turn, which has fewer where drawing takes long. */
  private static final int UNITS = 16;

  private static final Duration TURN = Duration.ofSeconds(1);

  /** After so many units they are forced to the disk, while the next one is drawn. */
  private static final int FORCED = 4;

  private final JobSpec spec;
  private final ListLog list;
  private final RowLog rows;
  private final Optional<JobPictures> pictures;
  private final Optional<RowPictures> drawing;
  private final ListPlan plan;
  private final ChunkRows chunkRows;
  private final ChunkReader chunks;
  private final InputStream input;
  private final FileNames.Slugs names;
  private BatchPosition position;
  private boolean atEnd;

  private RunningJob(JobSpec spec, JobFolder folder, JobTools tools, Template template)
      throws IOException {
    this.spec = spec;
    this.list = folder.list();
    this.rows = folder.rows();
    this.pictures = spec.mode().draws() ? Optional.of(folder.newPictures()) : Optional.empty();
    this.drawing = pictures.map(kept -> new RowPictures(tools, kept, template, spec));
    this.plan = plan(list, template, spec);
    this.names = new FileNames.Slugs(plan, spec.names().orElse(""));
    this.chunkRows =
        new ChunkRows(
            plan,
            new RowUrls(
                template,
                spec.options(),
                plan.map(),
                tools.renderer()::merge,
                new RowUrls.Signing(tools.ring(), spec.signed())),
            spec.options());
    this.position =
        rows.last()
            .map(RowUnit::position)
            .orElseGet(
                () ->
                    new BatchPosition(
                        plan.bodyOffset(), plan.head().length, plan.firstRow(), 0, new Tally()));
    this.input = list.from(position.input());
    RecordSplitter splitter =
        new RecordSplitter(
            input,
            plan.form().dialect(),
            position.input(),
            position.lookaheads(),
            RecordSplitter.MAX_RECORD);
    this.chunks =
        new ChunkReader(splitter, position.row(), drawing.isPresent() ? DRAWN_ROWS : URL_ROWS);
  }

  /**
   * Opens a job that nobody else works on.
   *
   * @param template as the job began with it
   * @throws IOException where its files cannot be read or written
   * @throws dev.nameplate.batch.csv.ListException where its list cannot be used, or a key is
   *     missing
   */
  static RunningJob open(JobSpec spec, JobFolder folder, JobTools tools, Template template)
      throws IOException {
    return new RunningJob(spec, folder, tools, template);
  }

  /** What is known of a list before its rows are read. */
  static ListPlan plan(ListLog list, Template template, JobSpec spec) throws IOException {
    return ListPlan.of(list.head(), list.scan(), template, spec.options());
  }

  /** How far the job is. */
  JobProgress progress(double rate) {
    return new JobProgress(position.tally(), pictures.map(JobPictures::count).orElse(0L), rate);
  }

  /** The pictures to which this adds; empty where nothing is drawn. */
  Optional<JobPictures> pictures() {
    return pictures;
  }

  /** How many rows are in their final state. */
  long rowsDone() {
    return position.tally().rows();
  }

  /**
   * Works for a turn: some units, of which the next one is drawn while one is written.
   *
   * @param stopped whether the job was paused or cancelled, or the process ends
   * @param nanos the time; it decides how long the turn is, and nothing of what comes of it
   * @return whether every row is in its final state now
   * @throws IOException where the disk takes no more; the units before that are there
   */
  boolean turn(BooleanSupplier stopped, LongSupplier nanos) throws IOException {
    long end = nanos.getAsLong() + TURN.toNanos();
    Optional<Begun> begun = begun(stopped);
    for (int units = 1; begun.isPresent(); units++) {
      boolean early = drawing.isEmpty() || nanos.getAsLong() - end < 0;
      boolean more = early && units < UNITS && !stopped.getAsBoolean();
      Begun now = begun.get();
      begun = more ? begun(stopped) : Optional.empty();
      add(now, stopped);
      if (units % FORCED == 0) {
        force();
      }
    }
    force();
    return atEnd;
  }

  /** Makes what was added outlast a loss of power: pictures first, since rows name them. */
  private void force() throws IOException {
    if (pictures.isPresent()) {
      pictures.get().force();
    }
    rows.force();
  }

  /**
   * A unit whose rows are resolved and whose pictures are being drawn.
   *
   * @param last its last chunk, from whose end a job can go on
   */
  private record Begun(
      List<ChunkRows.Row> rows,
      Chunk last,
      Map<Long, CompletableFuture<RowPictures.Drawn>> drawing) {}

  /** Begins a unit; empty where the list has ended. */
  private Optional<Begun> begun(BooleanSupplier stopped) throws IOException {
    List<ChunkRows.Row> read = new ArrayList<>();
    Optional<Chunk> chunk = chunks.next();
    Optional<Chunk> last = chunk;
    while (chunk.isPresent()) {
      read.addAll(chunkRows.resolve(chunk.get()));
      last = chunk;
      chunk = chunk.get().resumable() ? Optional.empty() : chunks.next();
    }
    atEnd = last.isEmpty();
    return last.map(
        end ->
            new Begun(
                read,
                end,
                drawing.map(pictured -> pictured.begin(read, stopped)).orElse(Map.of())));
  }

  /** Waits for a unit's pictures and writes it. A unit that is stopped is dropped. */
  private void add(Begun unit, BooleanSupplier stopped) throws IOException {
    List<ChunkRows.Row> read = unit.rows();
    Chunk last = unit.last();
    Map<Long, RowPictures.Drawn> drawn =
        RowPictures.awaited(unit.drawing(), stopped).orElseThrow(JobPlace.StoppedException::new);
    ChunkRows.Written written =
        chunkRows.write(
            read,
            row -> Optional.ofNullable(drawn.get(row.number())).flatMap(RowPictures.Drawn::remark));
    Tally tally = new Tally();
    tally.add(position.tally());
    tally.add(written.tally());
    BatchPosition next =
        new BatchPosition(
            last.end(),
            position.output() + written.bytes().length,
            last.nextRow(),
            last.lookaheads(),
            tally);
    long count = pictures.map(JobPictures::count).orElse(0L);
    rows.add(
        new RowUnit(
            next,
            count,
            written.bytes(),
            written.failed(),
            spec.mode() == JobMode.FILES ? RowUnit.files(read, drawn, names) : List.of()));
    position = next;
  }

  @Override
  public void close() {
    try (list;
        rows;
        input) {
      if (pictures.isPresent()) {
        pictures.get().close();
      }
    } catch (IOException gone) {
      return; // What was added is there.
    }
  }
}
