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
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Draws pictures after the start so that the JIT compiler compiles the code before requests need
 * it. HotSpot compiles by counts of calls and loops, so a number of pictures decides when it ends,
 * not a time. It runs in the background lane, so it pauses whenever a request draws.
 */
final class JitWarmUp {
  private static final Logger log = LoggerFactory.getLogger(JitWarmUp.class);

  /** How many templates are drawn; all run the same code. */
  private static final int TEMPLATES = 4;

  /** One of so many pictures is a JPEG. */
  private static final int PICTURES_OF_A_JPEG = 4;

  private final Pipeline pipeline;
  private final TemplateLibrary templates;
  private final Executor lane;
  private final int count;

  /**
   * @param lane the background lane; it rejects tasks once the program stops
   * @param count how many pictures to draw
   */
  JitWarmUp(Pipeline pipeline, TemplateLibrary templates, Executor lane, int count) {
    this.pipeline = pipeline;
    this.templates = templates;
    this.lane = lane;
    this.count = count;
  }

  private record Row(Template template, RawQuery query) {}

  /** Starts; each drawing submits the next one, so that no thread waits. */
  void start() {
    List<Row> rows = count == 0 ? List.of() : rows();
    if (!rows.isEmpty()) {
      next(rows, 0);
    }
  }

  private void next(List<Row> rows, int drawn) {
    if (drawn >= count) {
      return;
    }
    try {
      lane.execute(() -> turn(rows, drawn));
    } catch (RejectedExecutionException stopped) {
      log.debug("no more is drawn ahead");
    }
  }

  private void turn(List<Row> rows, int drawn) {
    boolean jpeg = drawn % PICTURES_OF_A_JPEG == PICTURES_OF_A_JPEG - 1;
    if (draw(rows.get(drawn % rows.size()), jpeg ? Format.JPEG : Format.PNG)) {
      next(rows, drawn + 1);
    }
  }

  /** Edge-case data, since it reaches most branches; a row of each template in turn. */
  private List<Row> rows() {
    List<Deque<Row>> each = new ArrayList<>();
    for (String id : templates.ids().stream().limit(TEMPLATES).toList()) {
      templates.find(id).map(this::rows).ifPresent(each::add);
    }
    List<Row> rows = new ArrayList<>();
    while (rows.size() < count && each.stream().anyMatch(left -> !left.isEmpty())) {
      each.stream().filter(left -> !left.isEmpty()).map(Deque::remove).forEach(rows::add);
    }
    return rows;
  }

  private Deque<Row> rows(Template template) {
    Deque<Row> rows = new ArrayDeque<>();
    for (Sample sample : TestMatrix.of(template, templates.samples(template.id()))) {
      rows.add(new Row(template, new RawQuery(sample.query())));
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
