package dev.nameplate.boot;

import dev.nameplate.geometry.Scale;
import dev.nameplate.merge.query.RawQuery;
import dev.nameplate.merge.value.MergedFields;
import dev.nameplate.pipeline.Pipeline;
import dev.nameplate.preflight.TestMatrix;
import dev.nameplate.template.Format;
import dev.nameplate.template.Sample;
import dev.nameplate.template.Template;
import dev.nameplate.template.library.TemplateLibrary;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Draws pictures after the start so that the JIT compiler compiles the code before requests need
 * it. It runs in the background lane, so it pauses whenever a request draws.
 */
final class JitWarmUp {
  private static final Logger log = LoggerFactory.getLogger(JitWarmUp.class);

  /** How many templates are drawn; all run the same code. */
  private static final int TEMPLATES = 4;

  /** One of so many rounds draws JPEGs. */
  private static final int ROUNDS_OF_PNG = 4;

  private final Pipeline pipeline;
  private final TemplateLibrary templates;
  private final Executor lane;
  private final Duration time;

  /**
   * @param lane the background lane; it rejects tasks once the program stops
   * @param time how long at most
   */
  JitWarmUp(Pipeline pipeline, TemplateLibrary templates, Executor lane, Duration time) {
    this.pipeline = pipeline;
    this.templates = templates;
    this.lane = lane;
    this.time = time;
  }

  private record Row(Template template, RawQuery query) {}

  /** Starts; each drawing submits the next one, so that no thread waits. */
  void start() {
    List<Row> rows = rows();
    long end = System.nanoTime() + time.toNanos();
    if (!rows.isEmpty()) {
      next(rows, 0, end);
    }
  }

  private void next(List<Row> rows, int drawn, long end) {
    if (System.nanoTime() >= end) {
      return;
    }
    try {
      lane.execute(() -> turn(rows, drawn, end));
    } catch (RejectedExecutionException stopped) {
      log.debug("no more is drawn ahead");
    }
  }

  private void turn(List<Row> rows, int drawn, long end) {
    boolean jpeg = drawn / rows.size() % ROUNDS_OF_PNG == ROUNDS_OF_PNG - 1;
    Row row = rows.get(drawn % rows.size());
    if (System.nanoTime() < end && draw(row, jpeg ? Format.JPEG : Format.PNG)) {
      next(rows, drawn + 1, end);
    }
  }

  /** Edge-case data, since it reaches most branches. */
  private List<Row> rows() {
    List<Row> rows = new ArrayList<>();
    for (Template template : templates.all().stream().limit(TEMPLATES).toList()) {
      for (Sample sample : TestMatrix.of(template, templates.samples(template.id()))) {
        rows.add(new Row(template, new RawQuery(sample.query())));
      }
    }
    return rows;
  }

  /** Draws a picture and drops it; false where that fails. */
  private boolean draw(Row row, Format format) {
    try {
      MergedFields fields = pipeline.merge(row.template(), row.query());
      return pipeline.key(row.template(), fields, Scale.ONE, format).etag().length() > 0
          && pipeline.picture(row.template(), fields, Scale.ONE, format).file().length() > 0;
    } catch (RuntimeException failed) {
      log.warn("{} cannot be drawn ahead: {}", row.template().id(), failed.getClass().getName());
      return false;
    }
  }
}
