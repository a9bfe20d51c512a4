package dev.nameplate.boot;

import dev.nameplate.access.client.LocalMode;
import dev.nameplate.access.sign.UrlVerifier;
import dev.nameplate.asset.AssetCheck;
import dev.nameplate.asset.LocalAssets;
import dev.nameplate.config.Settings;
import dev.nameplate.fetch.RemoteImageFetcher;
import dev.nameplate.http.HttpServer;
import dev.nameplate.http.JettyPlatform;
import dev.nameplate.http.api.ApiAccess;
import dev.nameplate.http.monitor.FetchMetrics;
import dev.nameplate.layout.Layout;
import dev.nameplate.merge.FieldResolver;
import dev.nameplate.merge.kind.RemoteUrlPolicy;
import dev.nameplate.merge.policy.ContentPolicy;
import dev.nameplate.merge.tag.TagCheck;
import dev.nameplate.pipeline.Pipeline;
import dev.nameplate.pipeline.RemoteImageStep;
import dev.nameplate.pipeline.background.PreparedTemplates;
import dev.nameplate.pipeline.place.ScenePlacer;
import dev.nameplate.preflight.OfflineRenderer;
import dev.nameplate.preflight.SheetText;
import dev.nameplate.render.Renderer;
import dev.nameplate.scene.EngineIdentity;
import dev.nameplate.scene.SceneBuilder;
import dev.nameplate.serve.ImageService;
import dev.nameplate.serve.RenderExecutor;
import dev.nameplate.serve.RenderResources;
import dev.nameplate.serve.fault.FaultDrawing;
import dev.nameplate.store.WorkFolder;
import dev.nameplate.template.Template;
import dev.nameplate.template.library.TemplateLibrary;
import dev.nameplate.template.library.TemplateWatch;
import dev.nameplate.text.Typesetter;
import dev.nameplate.text.font.FontCheck;
import dev.nameplate.text.font.FontException;
import dev.nameplate.text.font.FontLibrary;
import dev.nameplate.util.Lazy;
import dev.nameplate.util.SerialExecutor;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

/** The composition root: every part made and connected, from the settings to the server. */
public final class Application implements AutoCloseable {
  private final Path templateFolder;
  private final OfflineRenderer bench;
  private final SheetText sheetText;
  private final TemplateLibrary templates;
  private final RemoteImageFetcher outside;
  private final Pipeline pipeline;
  private final ImageService images;
  private final HttpServer server;
  private final TemplateWatch watch;
  private final Lazy<WorkFolder> work;
  private final LocalMode localMode;

  private final RenderExecutor executor;
  private final ApiParts api;

  /**
   * Does what nobody waits for, one thing at a time: first what is drawn ahead, then what makes
   * pictures smaller. So a first request finds a core that is idle, and memory for its base.
   */
  private final Executor packer;

  private Application(Settings settings, FontLibrary fonts, InstantSource clock) {
    templateFolder = settings.templates();
    executor = new RenderExecutor(settings.serve().permits(), settings.serve().queue());
    packer = new SerialExecutor(executor.background());
    LocalAssets assets = new LocalAssets(settings.templates(), settings.assets());
    templates =
        new TemplateLibrary(
            settings.templates(),
            List.of(new TagCheck(), new FontCheck(fonts), new AssetCheck(assets)));
    Layout layout = new Layout(new Typesetter(fonts));
    Renderer renderer = new Renderer(assets, settings.assets().scaledBytes());
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
    outside = new RemoteImageFetcher(settings.remote(), clock);
    pipeline = new Pipeline(engine, scenePlacer, new RemoteImageStep(outside), scenes, prepared);
    bench = new OfflineRenderer(pipeline, renderer, assets);
    String family = fonts.families().stream().sorted().findFirst().orElse("");
    sheetText = new SheetText(layout, renderer, family);
    FaultDrawing faults = new FaultDrawing(layout, renderer, family);
    images =
        new ImageService(
            pipeline,
            faults,
            settings.serve(),
            new RenderResources(executor, Optional.empty()),
            clock);
    localMode =
        new LocalMode(
            !settings.access().keys().isEmpty(), !settings.http().forwarding().proxies().isEmpty());
    api = new ApiParts(settings);
    server =
        new HttpServer(
                templates,
                images,
                settings.http(),
                new Lazy<>(faults::icon),
                new UrlVerifier(settings.access(), clock))
            .showing(FetchMetrics.readings(RemoteImageFetcher.SEEN, outside::outcomes))
            .watching(localMode)
            .offering(
                (onward, facts) ->
                    api.routes(
                        settings,
                        new ApiAccess.Local(localMode, facts),
                        new ApiParts.Inner(templates, images, clock),
                        onward));
    work = new Lazy<>(() -> WorkFolder.open(settings.work()));
    watch = new TemplateWatch(templates, settings.reload(), () -> packer.execute(this::warm));
  }

  /**
   * Puts the application together and starts to listen, with the system's clock.
   *
   * @throws FontException where a font is missing or altered
   */
  public static Application open(Settings settings) {
    return open(settings, InstantSource.system());
  }

  /**
   * Puts the application together and starts to listen. Fonts are read meanwhile, templates
   * afterwards by a background thread; a request that comes before prepares what it needs itself.
   *
   * @param clock the one source of the time: of expiry of URLs, of countdowns, of how long remote
   *     pictures stay fresh
   * @throws FontException where a font is missing or altered
   */
  public static Application open(Settings settings, InstantSource clock) {
    JettyPlatform.prepare();
    FontLibrary fonts = FontLibrary.open(settings.fonts());
    var unused = CompletableFuture.runAsync(fonts::complete, Application::ahead);
    Application application = new Application(settings, fonts, clock);
    try {
      application.server.start();
      fonts.complete();
    } catch (RuntimeException failed) {
      application.close();
      throw failed;
    }
    application.localMode.announce();
    application.packer.execute(application.work::get);
    application.packer.execute(application::warm);
    return application;
  }

  /**
   * Puts the application together without a server that listens: for tools, which only draw.
   *
   * @throws FontException where a font is missing or altered
   */
  public static Application offline(Settings settings) {
    JettyPlatform.prepare();
    FontLibrary fonts = FontLibrary.open(settings.fonts());
    fonts.complete();
    return new Application(settings, fonts, InstantSource.system());
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

  /** Whether requests from this machine need no token. */
  public LocalMode localMode() {
    return localMode;
  }

  /** The work folder, opened when it is first asked for: not by a request thread. */
  public WorkFolder work() {
    return work.get();
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

  /**
   * Draws pictures in the background so that the JIT compiler has compiled what recipients need.
   *
   * @param time how long; zero draws nothing
   */
  public void warmUp(Duration time) {
    packer.execute(new JitWarmUp(pipeline, templates, executor.background(), time)::start);
  }

  /** Draws what is served without data, and again when its bases are packed. */
  private void warm() {
    images.warm(templates.all());
    packer.execute(() -> images.warm(templates.all()));
    if (templates.all().stream().anyMatch(Application::mayCallOut)) {
      packer.execute(outside::warm);
    }
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
    api.close();
    work.ifMade().ifPresent(WorkFolder::close);
  }

  private static String version() {
    return Optional.ofNullable(Application.class.getPackage().getImplementationVersion())
        .orElse("unpacked");
  }
}
