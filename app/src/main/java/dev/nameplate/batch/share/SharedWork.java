package dev.nameplate.batch.share;

import dev.nameplate.batch.BatchPosition;
import dev.nameplate.batch.Chunk;
import dev.nameplate.batch.ChunkRows;
import dev.nameplate.batch.ListPlan;
import dev.nameplate.batch.RowUrls;
import dev.nameplate.batch.Tally;
import dev.nameplate.batch.archive.FileNames;
import dev.nameplate.batch.job.JobMode;
import dev.nameplate.batch.job.JobPlace;
import dev.nameplate.batch.job.JobSpec;
import dev.nameplate.batch.job.JobTools;
import dev.nameplate.batch.job.RowPictures;
import dev.nameplate.batch.job.RowUnit;
import dev.nameplate.template.Template;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;

/** A job that is open on this node, to work on its units. For one thread at a time. */
final class SharedWork {
  private final JobSpec spec;
  private final JobTools tools;
  private final Template template;
  private final ListPlan plan;
  private final ChunkRows chunkRows;
  private final FileNames.Slugs names;

  /**
   * @param template as the job began with it
   * @throws dev.nameplate.batch.csv.ListException where a key is missing
   */
  SharedWork(JobSpec spec, JobTools tools, Template template, ListPlan plan) {
    this.spec = spec;
    this.tools = tools;
    this.template = template;
    this.plan = plan;
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
  }

  /** A unit whose pictures are drawn, to be written. */
  record Worked(
      List<Chunk> chunks,
      List<ChunkRows.Row> rows,
      Map<Long, RowPictures.Drawn> drawn,
      ChunkRows.Written written) {}

  /**
   * Resolves the rows of a unit and draws their pictures.
   *
   * @param pictures keeps them
   * @throws JobPlace.StoppedException where it was stopped; the rows are dropped
   */
  Worked work(SharedUnit unit, UnitPictures pictures, BooleanSupplier stopped) throws IOException {
    List<Chunk> chunks = unit.chunks(plan.form().dialect());
    List<ChunkRows.Row> rows = new ArrayList<>();
    chunks.forEach(chunk -> rows.addAll(chunkRows.resolve(chunk)));
    Map<Long, CompletableFuture<RowPictures.Drawn>> drawing =
        spec.mode().draws()
            ? new RowPictures(tools, pictures, template, spec).begin(rows, stopped)
            : Map.of();
    Map<Long, RowPictures.Drawn> drawn =
        RowPictures.awaited(drawing, stopped).orElseThrow(JobPlace.StoppedException::new);
    ChunkRows.Written written =
        chunkRows.write(
            rows,
            row -> Optional.ofNullable(drawn.get(row.number())).flatMap(RowPictures.Drawn::remark));
    return new Worked(chunks, rows, drawn, written);
  }

  /** The rows of a unit in their final state, once its pictures are written. */
  RowUnit rows(Worked worked, UnitPictures pictures) {
    List<RowUnit.File> files =
        spec.mode() == JobMode.FILES
            ? RowUnit.files(worked.rows(), worked.drawn(), names).stream()
                .map(pictures::written)
                .toList()
            : List.of();
    return unit(worked.chunks(), worked.written(), pictures.count(), files);
  }

  private static RowUnit unit(
      List<Chunk> chunks, ChunkRows.Written written, long pictures, List<RowUnit.File> files) {
    Chunk last = chunks.get(chunks.size() - 1);
    return new RowUnit(
        new BatchPosition(
            last.end(), written.bytes().length, last.nextRow(), last.lookaheads(), written.tally()),
        pictures,
        written.bytes(),
        written.failed(),
        files);
  }

  /** The parts of a unit that was given up too often; one where it cannot be divided. */
  List<SharedUnit> parts(SharedUnit unit, int most) throws IOException {
    return unit.parts(plan.form().dialect(), most);
  }

  /**
   * The rows of a unit, all failed.
   *
   * @param reason without a value of a recipient
   */
  RowUnit failed(SharedUnit unit, String reason) throws IOException {
    List<Chunk> chunks = unit.chunks(plan.form().dialect());
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    List<Integer> failed = new ArrayList<>();
    Tally tally = new Tally();
    for (Chunk chunk : chunks) {
      ChunkRows.Written written = chunkRows.failed(chunk, reason);
      int start = bytes.size();
      written.failed().forEach(at -> failed.add(start + at));
      bytes.writeBytes(written.bytes());
      tally.add(written.tally());
    }
    return unit(chunks, new ChunkRows.Written(bytes.toByteArray(), failed, tally), 0, List.of());
  }
}
