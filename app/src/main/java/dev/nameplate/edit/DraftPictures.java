package dev.nameplate.edit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.nameplate.asset.AssetCheck;
import dev.nameplate.encode.EncodedPicture;
import dev.nameplate.encode.formats.Encoders;
import dev.nameplate.geometry.Rgba;
import dev.nameplate.geometry.Size;
import dev.nameplate.layout.Layout;
import dev.nameplate.layout.PlacedLayer;
import dev.nameplate.merge.query.RawQuery;
import dev.nameplate.merge.value.MergedFields;
import dev.nameplate.pipeline.Pipeline;
import dev.nameplate.pipeline.background.BackgroundCache;
import dev.nameplate.pipeline.background.PassingBackgrounds;
import dev.nameplate.pipeline.place.ScenePlacer;
import dev.nameplate.preflight.OfflineRenderer;
import dev.nameplate.render.PictureSeries;
import dev.nameplate.render.Renderer;
import dev.nameplate.scene.ClockState;
import dev.nameplate.serve.RenderExecutor;
import dev.nameplate.template.Format;
import dev.nameplate.template.Template;
import dev.nameplate.template.TemplateAssets;
import dev.nameplate.template.TemplateCheck;
import dev.nameplate.template.TemplateId;
import dev.nameplate.template.fault.FaultCollector;
import dev.nameplate.template.font.TemplateFonts;
import dev.nameplate.template.library.TemplateFiles;
import java.awt.image.BufferedImage;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * Draws drafts with the code that draws pictures for recipients, but with caches of its own, so
 * that a draft takes no memory and no file from published templates. Safe for many threads.
 */
public final class DraftPictures {
  /** How long remote images are waited for. */
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private static final long SCALED_BYTES = 16L << 20;

  /** Used by templates with a limit on bytes alone. */
  private static final long BACKGROUND_BYTES = 8L << 20;

  /** What the last pictures of drafts may take, in bytes, of which the next ones are made. */
  private static final long SERIES_BYTES = 32L << 20;

  private final Pipeline pipeline;
  private final Renderer renderer;
  private final OfflineRenderer offline;
  private final DraftReader reader;
  private final TemplateSource source;
  private final RenderExecutor executor;
  private final InstantSource clock;

  /** The pictures of a template at a size, one after the other. */
  private final Cache<String, DraftSeries> series =
      Caffeine.newBuilder()
          .maximumWeight(SERIES_BYTES)
          .weigher((String key, DraftSeries each) -> each.weight())
          .build();

  /**
   * The parts of the program that drafts are drawn with.
   *
   * @param files of the templates, for their assets
   * @param checks that drafts have to pass, without the one of assets
   * @param placers makes the steps up to placed layers with a layout of their own
   * @param pipelines makes the steps of a picture with caches of their own
   * @param layout places layers; not shared with published templates
   */
  public record Parts(
      TemplateFiles files,
      List<TemplateCheck> checks,
      PlacerMaker placers,
      PipelineMaker pipelines,
      Layout layout) {
    public Parts {
      checks = List.copyOf(checks);
    }
  }

  /** Makes the steps from a query to placed layers. */
  @FunctionalInterface
  public interface PlacerMaker {
    /** Returns a placer that uses a layout. */
    ScenePlacer make(Layout layout);
  }

  /** Makes the steps of a picture. */
  @FunctionalInterface
  public interface PipelineMaker {
    /** Returns a pipeline that uses a placer and backgrounds. */
    Pipeline make(ScenePlacer placer, BackgroundCache backgrounds);
  }

  /**
   * @param executor gives drawing threads; not closed
   * @param clock what countdowns show where an order has no instant
   */
  public DraftPictures(Parts parts, RenderExecutor executor, InstantSource clock) {
    this.source = new TemplateSource(parts.files());
    List<TemplateCheck> checks = new ArrayList<>(parts.checks());
    checks.add(new AssetCheck(source));
    this.reader = new DraftReader(source, checks);
    this.renderer = new Renderer(source, SCALED_BYTES);
    ScenePlacer placer = parts.placers().make(parts.layout());
    this.pipeline =
        parts.pipelines().make(placer, PassingBackgrounds.of(renderer, placer, BACKGROUND_BYTES));
    this.offline = new OfflineRenderer(pipeline, pipeline, renderer, source);
    this.executor = executor;
    this.clock = clock;
  }

  /** Returns what reads drafts as templates. */
  public DraftReader reader() {
    return reader;
  }

  /**
   * Returns a template's asset, decoded; it may be shared and must not be changed.
   *
   * @throws dev.nameplate.asset.decode.AssetException where it is no picture
   */
  public BufferedImage asset(TemplateId id, String path) {
    return source.load(id, path).image();
  }

  /** Returns the fonts that lie beside a template now; those that cannot be read are left out. */
  public TemplateFonts fonts(TemplateId id) {
    TemplateAssets files = source.assets(id);
    return TemplateFonts.read(files.paths(), files::read, new FaultCollector(id.text()));
  }

  /** The drawing steps for checks. */
  OfflineRenderer offline() {
    return offline;
  }

  /** The drawing threads. */
  RenderExecutor executor() {
    return executor;
  }

  /**
   * Draws a picture: the pixels of the PNG that the endpoint would answer at the same instant.
   *
   * @return completes with the file; fails with {@link
   *     java.util.concurrent.RejectedExecutionException} where too much waits to be drawn
   */
  public CompletableFuture<EncodedPicture> picture(PictureOrder order) {
    return settled(order).thenCompose(fields -> executor.interactive(() -> encoded(order, fields)));
  }

  /**
   * What a draft shows with some values.
   *
   * @param fields as the values were read
   * @param alt the alternative text; empty if the template has none
   * @param boxes one for each layer, in order
   */
  public record Placed(MergedFields fields, Optional<String> alt, List<LayerBox> boxes) {
    public Placed {
      boxes = List.copyOf(boxes);
    }

    /** Returns a sentence for each text that is cut and each remote image that failed. */
    public List<String> warnings() {
      List<String> warnings = new ArrayList<>();
      boxes.forEach(box -> warn(box, warnings));
      fields
          .failedFetches()
          .forEach(
              (name, failed) ->
                  warnings.add(
                      "field " + name + ": the picture could not be had, " + failed.why()));
      return warnings;
    }

    private static void warn(LayerBox box, List<String> warnings) {
      if (box.frame().flatMap(LayerBox.LayerFrame::text).map(LayerBox.SetText::cut).orElse(false)) {
        warnings.add(
            box.name()
                + ": the text is cut; add a shorter wording, lower minSize or enlarge the box");
      }
      box.children().forEach(child -> warn(child, warnings));
    }
  }

  /**
   * Returns where the layers stand. Scale and choice of layers are not looked at.
   *
   * @return completes with one box for each layer; fails as {@link #picture} does
   */
  public CompletableFuture<Placed> boxes(PictureOrder order) {
    return settled(order).thenCompose(fields -> executor.interactive(() -> placed(order, fields)));
  }

  /** Returns an order's instant: that of the sample, else now. */
  Instant at(PictureOrder order) {
    return order.sample().at().orElseGet(clock::instant);
  }

  /** The picture's pixels, drawn on the calling thread. */
  BufferedImage pixels(PictureOrder order, Instant at) {
    MergedFields fields = merge(order);
    return painted(order, fields, at);
  }

  /** The values of an order as they are read; remote images are not fetched. */
  MergedFields merge(PictureOrder order) {
    return pipeline.merge(order.template(), new RawQuery(order.sample().query()));
  }

  /** The values of an order, with its remote images. */
  CompletableFuture<MergedFields> settled(PictureOrder order) {
    return pipeline.settle(order.template(), merge(order), PATIENCE);
  }

  private EncodedPicture encoded(PictureOrder order, MergedFields fields) {
    Template template = order.template();
    if (template.output().maxBytes().isPresent() && !order.isPart()) {
      ClockState state = pipeline.clockState(template, fields, Format.PNG, at(order));
      return pipeline.picture(template, fields, order.scale(), Format.PNG, state).file();
    }
    if (order.only().isPresent()) {
      return file(order, fields);
    }
    Template design = template.design(fields.standard());
    List<PlacedLayer> layers = chosen(order, fields, at(order));
    Size size = design.size().at(order.scale());
    return series
        .get(template.id() + " " + size, absent -> new DraftSeries(renderer, size))
        .next(new PictureSeries.Ground(design, order.scale(), source.print(template)), layers);
  }

  private BufferedImage painted(PictureOrder order, MergedFields fields, Instant at) {
    Template design = order.template().design(fields.standard());
    List<PlacedLayer> layers = chosen(order, fields, at);
    Template ground = order.only().isPresent() ? design.withBackground(Rgba.TRANSPARENT) : design;
    return renderer.paintWhole(ground, layers, order.scale(), false);
  }

  private List<PlacedLayer> chosen(PictureOrder order, MergedFields fields, Instant at) {
    Template template = order.template();
    return LayerChoice.of(order, layers(template, fields, at), root(fields, template));
  }

  /** The picture as a PNG without a limit on its bytes, drawn on the calling thread. */
  EncodedPicture file(PictureOrder order, MergedFields fields) {
    return Encoders.of(Format.PNG, order.template().output())
        .encodeWhole(painted(order, fields, at(order)));
  }

  /** Where the layers stand; laid out on the calling thread. */
  Placed placed(PictureOrder order, MergedFields fields) {
    Template template = order.template();
    Template design = template.design(fields.standard());
    List<LayerBox> boxes =
        LayerBoxes.of(layers(template, fields, at(order)), design.layers(), root(fields, template));
    return new Placed(fields, design.alt(fields.data()), boxes);
  }

  private List<PlacedLayer> layers(Template template, MergedFields fields, Instant at) {
    ClockState state = pipeline.clockState(template, fields, Format.PNG, at);
    return pipeline.place(template.design(fields.standard()), fields, state);
  }

  /** The path of the list of layers that is drawn. */
  private static String root(MergedFields fields, Template template) {
    return fields.standard() && template.standard().isPresent() ? "$.standard.layers" : "$.layers";
  }
}
