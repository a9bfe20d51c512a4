package dev.nameplate;

import dev.nameplate.access.sign.Gate;
import dev.nameplate.access.sign.UrlVerifier;
import dev.nameplate.asset.AssetCheck;
import dev.nameplate.asset.AssetSettings;
import dev.nameplate.asset.FetchFailure;
import dev.nameplate.asset.LocalAssets;
import dev.nameplate.config.Settings;
import dev.nameplate.fetch.RemoteImageFetcher;
import dev.nameplate.http.HttpServer;
import dev.nameplate.http.JettyPlatform;
import dev.nameplate.http.monitor.MetricSource;
import dev.nameplate.layout.Layout;
import dev.nameplate.merge.FieldResolver;
import dev.nameplate.merge.kind.RemoteUrlPolicy;
import dev.nameplate.merge.policy.ContentPolicy;
import dev.nameplate.preflight.OfflineRenderer;
import dev.nameplate.preflight.SheetText;
import dev.nameplate.render.Renderer;
import dev.nameplate.scene.EngineIdentity;
import dev.nameplate.scene.SceneBuilder;
import dev.nameplate.serve.FaultDrawing;
import dev.nameplate.serve.ImageService;
import dev.nameplate.serve.KeptFaultPictures;
import dev.nameplate.serve.Pipeline;
import dev.nameplate.serve.PreparedTemplates;
import dev.nameplate.serve.RemoteImageStep;
import dev.nameplate.serve.ScenePlacer;
import dev.nameplate.template.Template;
import dev.nameplate.template.library.TemplateLibrary;
import dev.nameplate.template.library.TemplateWatch;
import dev.nameplate.text.Typesetter;
import dev.nameplate.text.font.FontCheck;
import dev.nameplate.text.font.FontException;
import dev.nameplate.text.font.FontLibrary;
import dev.nameplate.util.Lazy;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The rooms put together, top to bottom, and started. */
public final class House implements AutoCloseable {
  private static final long SCALED_BYTES = 12L << 20;

  private final Path templateFolder;
  private final OfflineRenderer bench;
  private final SheetText sheetText;
  private final TemplateLibrary templates;
  private final RemoteImageFetcher outside;
  private final Pipeline pipeline;
  private final ImageService images;
  private final HttpServer server;
  private final TemplateWatch watch;

  private final ExecutorService packer =
      new ThreadPoolExecutor(
          1,
          1,
          0,
          TimeUnit.SECONDS,
          new LinkedBlockingQueue<>(),
          House::packer,
          new ThreadPoolExecutor.DiscardPolicy());

  private House(Settings settings, FontLibrary fonts, InstantSource clock) {
    templateFolder = settings.templates();
    LocalAssets assets = new LocalAssets(settings.templates(), AssetSettings.DEFAULT);
    templates =
        new TemplateLibrary(
            settings.templates(), List.of(new FontCheck(fonts), new AssetCheck(assets)));
    Layout layout = new Layout(new Typesetter(fonts));
    Renderer renderer = new Renderer(assets, SCALED_BYTES);
    EngineIdentity engine =
        new EngineIdentity(version(), Runtime.version().toString(), fonts.digest());
    SceneBuilder scenes = new SceneBuilder();
    RemoteUrlPolicy addresses =
        settings.remote().allow().isEmpty() ? RemoteUrlPolicy.PUBLIC : RemoteUrlPolicy.OPERATORS;
    FieldResolver resolver =
        new FieldResolver(fonts, new ContentPolicy(settings.words()), addresses);
    ScenePlacer scenePlacer = new ScenePlacer(resolver, scenes, layout);
    PreparedTemplates prepared =
        new PreparedTemplates(renderer, scenePlacer, packer, settings.serve().bases());
    outside = new RemoteImageFetcher(settings.remote(), InstantSource.system());
    pipeline = new Pipeline(engine, scenePlacer, new RemoteImageStep(outside), scenes, prepared);
    bench = new OfflineRenderer(pipeline, renderer, assets);
    String family = fonts.families().stream().sorted().findFirst().orElse("");
    sheetText = new SheetText(layout, renderer, family);
    FaultDrawing faults = new FaultDrawing(layout, renderer, family);
    images = new ImageService(pipeline, new KeptFaultPictures(faults), settings.serve(), clock);
    server =
        new HttpServer(
                templates,
                images,
                settings.http(),
                new Lazy<>(faults::icon),
                new Gate(new UrlVerifier(settings.access()), clock))
            .showing(fetches(outside));
    watch = new TemplateWatch(templates, settings.reload(), this::warm);
  }

  /**
   * Puts the house together and starts to listen. The fonts are read meanwhile, the templates
   * afterwards by a thread that prepares them; a request that comes before it is done makes what it
   * needs itself.
   *
   * @throws FontException where a font is missing or altered
   */
  public static House open(Settings settings) {
    return open(settings, InstantSource.system());
  }

  /**
   * The same, going by a clock of one's own.
   *
   * @throws FontException where a font is missing or altered
   */
  public static House open(Settings settings, InstantSource clock) {
    JettyPlatform.prepare();
    FontLibrary fonts = FontLibrary.open(settings.fonts());
    var unused = CompletableFuture.runAsync(fonts::complete, House::ahead);
    House house = new House(settings, fonts, clock);
    try {
      house.server.start();
      fonts.complete();
    } catch (RuntimeException failed) {
      house.close();
      throw failed;
    }
    house.packer.execute(house::warm);
    return house;
  }

  /**
   * Puts the house together and leaves its door shut: for tools, which draw and do not serve.
   *
   * @throws FontException where a font is missing or altered
   */
  public static House shut(Settings settings) {
    JettyPlatform.prepare();
    FontLibrary fonts = FontLibrary.open(settings.fonts());
    fonts.complete();
    return new House(settings, fonts, InstantSource.system());
  }

  /**
   * Runs what nobody waits for, one thing at a time: first what is drawn ahead, then what makes
   * pictures smaller. So a first request finds a core that is idle, and memory for its base.
   */
  private static Thread packer(Runnable work) {
    Thread thread = new Thread(work, "packer");
    thread.setDaemon(true);
    return thread;
  }

  private static void ahead(Runnable work) {
    Thread thread = new Thread(work, "read-ahead");
    thread.setDaemon(true);
    thread.start();
  }

  /** The port it listens on. */
  public int port() {
    return server.port();
  }

  /** The folder its templates were read from. */
  public Path templateFolder() {
    return templateFolder;
  }

  /** The templates it serves. */
  public TemplateLibrary templates() {
    return templates;
  }

  /** The use case behind HTTP. */
  public ImageService images() {
    return images;
  }

  /** The words on contact sheets. */
  public SheetText sheetWords() {
    return sheetText;
  }

  /** The steps of drawing. */
  public Pipeline pipeline() {
    return pipeline;
  }

  /** The same steps, for tools. */
  public OfflineRenderer bench() {
    return bench;
  }

  /** Draws for nobody for some time, so that what is drawn for recipients comes sooner. */
  void warmUp(Duration time) {
    packer.execute(new WarmUp(pipeline, templates, images::load, time));
  }

  /** Draws what is served without data, and again when its bases are packed. */
  private void warm() {
    images.warm(templates.all());
    packer.execute(() -> images.warm(templates.all()));
    if (templates.all().stream().anyMatch(House::mayCallOut)) {
      packer.execute(outside::warm);
    }
  }

  /** What became of fetches, for who watches. */
  private static List<MetricSource> fetches(RemoteImageFetcher outside) {
    return Stream.concat(
            Stream.of(RemoteImageFetcher.SEEN),
            Arrays.stream(FetchFailure.values()).map(FetchFailure::label))
        .map(
            outcome ->
                new MetricSource(
                    "nameplate.fetches",
                    "Pictures from outside that were not known, by what became of them.",
                    Map.of("outcome", outcome),
                    true,
                    () -> outside.outcomes().getOrDefault(outcome, 0L)))
        .toList();
  }

  private static boolean mayCallOut(Template template) {
    return template.fields().values().stream().anyMatch(field -> !field.hosts().isEmpty());
  }

  /** Finishes what is in flight, within ten seconds, and stops. */
  @Override
  public void close() {
    watch.close();
    server.close();
    images.close();
    outside.close();
    packer.shutdownNow();
  }

  private static String version() {
    return Optional.ofNullable(House.class.getPackage().getImplementationVersion())
        .orElse("unpacked");
  }
}
