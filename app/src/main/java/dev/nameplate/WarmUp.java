package dev.nameplate;

import dev.nameplate.encode.Format;
import dev.nameplate.geometry.Scale;
import dev.nameplate.merge.query.RawQuery;
import dev.nameplate.merge.value.MergedFields;
import dev.nameplate.preflight.TestMatrix;
import dev.nameplate.serve.Pipeline;
import dev.nameplate.serve.RenderLoad;
import dev.nameplate.template.Sample;
import dev.nameplate.template.Template;
import dev.nameplate.template.library.TemplateLibrary;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Draws for itself after the start. A Java virtual machine compiles what has run often, and its
 * first thousands of pictures take several times as long as later ones; so those are the server's
 * own, and not those of the recipients of a mailing that has just gone out. It gives way to them.
 */
final class WarmUp implements Runnable {
  private static final Logger log = LoggerFactory.getLogger(WarmUp.class);

  /** Templates run through the same code; some are enough. */
  private static final int TEMPLATES = 4;

  /** Of so many rounds one is of JPEGs. */
  private static final int ROUNDS_OF_PNG = 4;

  private static final long PAUSE = Duration.ofMillis(5).toNanos();

  private final Pipeline pipeline;
  private final TemplateLibrary templates;
  private final Supplier<RenderLoad> load;
  private final Duration time;

  /**
   * @param load of the server: nothing is drawn here while pictures are drawn there
   * @param time that it takes at most
   */
  WarmUp(Pipeline pipeline, TemplateLibrary templates, Supplier<RenderLoad> load, Duration time) {
    this.pipeline = pipeline;
    this.templates = templates;
    this.load = load;
    this.time = time;
  }

  private record Row(Template template, RawQuery query) {}

  @Override
  public void run() {
    long end = System.nanoTime() + time.toNanos();
    List<Row> rows = rows();
    boolean more = !rows.isEmpty();
    for (int drawn = 0; more; drawn++) {
      boolean jpeg = drawn / rows.size() % ROUNDS_OF_PNG == ROUNDS_OF_PNG - 1;
      more = givesWay(end) && draw(rows.get(drawn % rows.size()), jpeg ? Format.JPEG : Format.PNG);
    }
  }

  /** The ugliest data, since it takes every turn there is. */
  private List<Row> rows() {
    List<Row> rows = new ArrayList<>();
    for (Template template : templates.all().stream().limit(TEMPLATES).toList()) {
      for (Sample sample : TestMatrix.of(template, templates.samples(template.id()))) {
        rows.add(new Row(template, new RawQuery(sample.query())));
      }
    }
    return rows;
  }

  /**
   * Waits while the server draws; false once the time is over or the program stops. What waits on
   * this thread must come to its turn however busy the server is.
   */
  private boolean givesWay(long end) {
    while (mayGoOn(end) && load.get().active() > 0) {
      LockSupport.parkNanos(PAUSE);
    }
    return mayGoOn(end);
  }

  private static boolean mayGoOn(long end) {
    return System.nanoTime() < end && !Thread.currentThread().isInterrupted();
  }

  /** Draws a picture for nobody; false where that cannot be done. */
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
