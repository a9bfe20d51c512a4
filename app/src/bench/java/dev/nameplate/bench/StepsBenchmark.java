package dev.nameplate.bench;

import dev.nameplate.geometry.Scale;
import dev.nameplate.http.image.PictureTarget;
import dev.nameplate.layout.PlacedLayer;
import dev.nameplate.merge.query.RawQuery;
import dev.nameplate.merge.value.MergedFields;
import dev.nameplate.pipeline.PictureRenderer;
import dev.nameplate.render.PaintedStrips;
import dev.nameplate.scene.ClockState;
import dev.nameplate.scene.RenderKey;
import dev.nameplate.template.Format;
import dev.nameplate.template.Template;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** The steps of one request, each by itself, for a few recipients in turn. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
@SuppressWarnings("NullAway.Init") // JMH calls the set-up before anything else.
public class StepsBenchmark {
  @Param({"w1", "w2", "w3"})
  public String workload;

  @Param({"PNG", "JPEG"})
  public Format format;

  private final List<RawQuery> queries = new ArrayList<>();
  private final List<MergedFields> merged = new ArrayList<>();
  private final List<List<PlacedLayer>> placed = new ArrayList<>();
  private final List<PaintedStrips> painted = new ArrayList<>();
  private Workloads workloads;
  private PictureRenderer pictureRenderer;
  private Template template;
  private Steps steps;
  private Pictures pictures;
  private String path;
  private int next;

  /** Makes what each step starts from. */
  @Setup
  public void prepare() {
    workloads = new Workloads();
    pictureRenderer = workloads.application().pipeline();
    template = workloads.template(workload);
    path = "/i/" + workload + "@2x." + format.ending();
    pictures = new Pictures(pictureRenderer, template, format);
    Recipient.few().forEach(recipient -> queries.add(new RawQuery(recipient.query())));
    queries.forEach(query -> merged.add(pictureRenderer.merge(template, query)));
    steps = new Steps(workloads, template, merged.get(0), format);
    merged.forEach(fields -> placed.add(steps.place(fields)));
    placed.stream().limit(8).forEach(layers -> painted.add(steps.paint(layers)));
  }

  @TearDown(Level.Trial)
  public void close() {
    workloads.close();
  }

  @Benchmark
  public Optional<PictureTarget> parse() {
    return PictureTarget.parse(path);
  }

  @Benchmark
  public MergedFields resolve() {
    return pictureRenderer.merge(template, turn(queries));
  }

  @Benchmark
  public RenderKey key() {
    return pictureRenderer.key(template, turn(merged), Scale.ONE, format, ClockState.NONE);
  }

  @Benchmark
  public List<PlacedLayer> fit() {
    return steps.place(turn(merged));
  }

  @Benchmark
  public int paint() {
    try (PaintedStrips fresh = steps.paint(turn(placed))) {
      return fresh.strips().cardinality();
    }
  }

  @Benchmark
  public int encode() {
    return steps.encode(turn(painted));
  }

  @Benchmark
  public int whole() {
    return pictures.draw(turn(queries).text());
  }

  private <T> T turn(List<T> items) {
    next++;
    return items.get(next % items.size());
  }
}
