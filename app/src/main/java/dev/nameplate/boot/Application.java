package dev.nameplate.boot;

import dev.nameplate.access.client.LocalMode;
import dev.nameplate.access.sign.UrlVerifier;
import dev.nameplate.asset.AssetCheck;
import dev.nameplate.asset.LocalAssets;
import dev.nameplate.batch.audit.AudienceAudit;
import dev.nameplate.batch.audit.ReportHtml;
import dev.nameplate.batch.job.JobDownloads;
import dev.nameplate.batch.job.JobTools;
import dev.nameplate.batch.job.Jobs;
import dev.nameplate.config.Settings;
import dev.nameplate.encode.Effort;
import dev.nameplate.fetch.RemoteImageFetcher;
import dev.nameplate.fetch.WebhookClient;
import dev.nameplate.fleet.NodeRegistry;
import dev.nameplate.fleet.NodeSettings;
import dev.nameplate.http.HttpServer;
import dev.nameplate.http.JettyPlatform;
import dev.nameplate.http.api.ApiAccess;
import dev.nameplate.http.api.EventStreams;
import dev.nameplate.http.editor.EditorAccess;
import dev.nameplate.http.monitor.FetchMetrics;
import dev.nameplate.layout.Layout;
import dev.nameplate.merge.FieldResolver;
import dev.nameplate.merge.kind.RemoteUrlPolicy;
import dev.nameplate.merge.policy.ContentPolicy;
import dev.nameplate.merge.tag.TagCheck;
import dev.nameplate.pipeline.Pipeline;
import dev.nameplate.pipeline.RemoteImageStep;
import dev.nameplate.pipeline.background.BackgroundCache;
import dev.nameplate.pipeline.background.BackgroundFiles;
import dev.nameplate.pipeline.background.PassingBackgrounds;
import dev.nameplate.pipeline.place.ScenePlacer;
import dev.nameplate.preflight.ContactSheet;
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
import dev.nameplate.template.TemplateCheck;
import dev.nameplate.template.library.FolderTemplateFiles;
import dev.nameplate.template.library.TemplateLibrary;
import dev.nameplate.template.library.TemplateWatch;
import dev.nameplate.template.library.VersionPublisher;
import dev.nameplate.text.Typesetter;
import dev.nameplate.text.font.FontCheck;
import dev.nameplate.text.font.FontException;
import dev.nameplate.text.font.FontLibrary;
import dev.nameplate.usage.UsageMeter;
import dev.nameplate.util.DaemonThreads;
import dev.nameplate.util.Lazy;
import dev.nameplate.util.SerialExecutor;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

/**
 * The composition root: makes every part from the settings, connects them, starts and stops them.
 */
public final class Application implements AutoCloseable {
  private final Path templateFolder;
  private final OfflineRenderer offlineRenderer;
  private final SheetText sheetText;
  private final TemplateLibrary templates;
  private final VersionPublisher publisher;
  private final RemoteImageFetcher remoteImages;
  private final Pipeline pipeline;
  private final ImageService images;
  private final HttpServer server;
  private final TemplateWatch watch;
  private final Lazy<WorkFolder> work;
  private final LocalMode localMode;

  private final RenderExecutor executor;
  private final ApiParts api;
  private final UsageMeter usage;
  private final FleetParts fleet;
  private final JobParts jobs;
  private final EventStreams streams = new EventStreams();
  private final StandardWarmUp standardWarmUp;
  private final NodeSettings node;

  /**
   * Background work, one task at a time: first the pictures drawn ahead of requests, then better
   * compression. So a first request finds an idle core and memory for its background.
   */
  private final Executor background;

  private Application(Settings settings, FontLibrary fonts, InstantSource clock, Effort first) {
    templateFolder = settings.templates();
    node = settings.node();
    executor = settings.serve().executor();
    background = new SerialExecutor(executor.background());
    fleet = first == Effort.FAST ? FleetParts.of(settings, clock) : FleetParts.alone();
    LocalAssets assets = new LocalAssets(settings.templates(), settings.assets());
    FolderTemplateFiles files = new FolderTemplateFiles(settings.templates());
    List<TemplateCheck> checks =
        List.of(new TagCheck(), new FontCheck(fonts), new AssetCheck(assets));
    templates = new TemplateLibrary(files, checks);
    publisher = new VersionPublisher(files, checks);
    work = new Lazy<>(() -> WorkFolder.open(settings.work()));
    Layout layout = new Layout(new Typesetter(fonts));
    Renderer renderer = new Renderer(assets, settings.assets().scaledBytes());
    EngineIdentity engine = BuildDigest.engine(fonts);
    SceneBuilder scenes = new SceneBuilder();
    RemoteUrlPolicy addresses =
        settings.remote().allow().isEmpty() ? RemoteUrlPolicy.PUBLIC : RemoteUrlPolicy.OPERATORS;
    FieldResolver resolver =
        new FieldResolver(fonts, new ContentPolicy(settings.blockedWords()), addresses);
    ScenePlacer scenePlacer = new ScenePlacer(resolver, scenes, layout);
    BackgroundCache backgrounds =
        new BackgroundCache(
            renderer,
            scenePlacer,
            background,
            settings.serve().backgrounds().with(first),
            Optional.of(new BackgroundFiles(work, engine, fleet.strips())));
    remoteImages = new RemoteImageFetcher(settings.remote(), clock);
    RemoteImageStep remoteStep = new RemoteImageStep(remoteImages);
    pipeline = new Pipeline(engine, scenePlacer, remoteStep, scenes, backgrounds);
    BackgroundCache passing =
        PassingBackgrounds.of(renderer, scenePlacer, settings.serve().backgrounds().maxBytes());
    offlineRenderer = new OfflineRenderer(pipeline, pipeline.with(passing), renderer, assets);
    String family = fonts.families().stream().sorted().findFirst().orElse("");
    sheetText = new SheetText(layout, renderer, family);
    FaultDrawing faults = new FaultDrawing(layout, renderer, family);
    usage = new UsageMeter(() -> fleet.usage(work.get()), clock, System::nanoTime);
    api = new ApiParts(settings, usage, clock, fleet, bytes -> work.get().spool(bytes));
    jobs =
        new JobParts(
            work,
            fleet,
            new Lazy<>(
                () ->
                    new JobTools(
                        pipeline,
                        executor,
                        new PinnedTemplates(templateFolder, assets),
                        settings.access().keys())),
            settings.api().jobs(),
            clock,
            api.jobListener(streams),
            new Lazy<>(() -> new WebhookClient(settings.remote())));
    images =
        new ImageService(
            pipeline,
            faults,
            settings.serve(),
            new RenderResources(
                executor, Optional.of(fleet.results(jobs.prerendered())), settings.redis().slow()),
            clock);
    localMode =
        new LocalMode(
            !settings.access().keys().isEmpty(),
            !settings.http().trustedProxies().proxies().isEmpty());
    EditorAssembly editor =
        new EditorAssembly(
            settings,
            new EditorAssembly.Drawing(fonts, engine, resolver, scenes, remoteStep),
            templates,
            executor,
            work,
            clock);
    JobDownloads.Auditor auditor =
        (job, plan, body) ->
            ReportHtml.of(
                new AudienceAudit(pipeline, new ContactSheet(offlineRenderer, sheetText), 1)
                    .run(job, plan, body, position -> {}));
    NodeRegistry nodes =
        fleet.registry(
            new ThisNode(
                node,
                engine,
                new ThisNode.Parts(
                    templates, images, this::server, remoteImages, background, clock)));
    server =
        new HttpServer(
                templates,
                images,
                settings.http(),
                new Lazy<>(faults::icon),
                new UrlVerifier(settings.access(), clock))
            .withMetrics(FetchMetrics.readings(RemoteImageFetcher.OK, remoteImages::outcomes))
            .withMetrics(api.metrics())
            .withMetrics(QueueMetrics.of(executor))
            .withMetrics(fleet.metrics())
            .withRates(fleet.pictureRates(settings.http().rates()))
            .withUsage(usage::pictures)
            .withLocalMode(localMode)
            .withLongStreams(streams::isStream)
            .withApi(
                (onward, facts) ->
                    api.routes(
                        settings,
                        new ApiAccess.Local(localMode, facts),
                        new ApiParts.Inner(
                            templates,
                            images,
                            pipeline,
                            remoteImages,
                            clock,
                            jobs,
                            streams,
                            auditor),
                        editor.sessions(new EditorAccess.Local(localMode, facts)),
                        onward))
            .withEditor(
                (onward, facts) ->
                    editor.routes(
                        api.tokens(settings),
                        new EditorAccess.Local(localMode, facts),
                        onward,
                        nodes));
    standardWarmUp = new StandardWarmUp(templates, images, remoteImages, background);
    watch =
        new TemplateWatch(templates, settings.reload(), () -> background.execute(standardWarmUp));
  }

  /**
   * Makes the application and starts to listen. Fonts are read meanwhile, templates afterwards on a
   * background thread; an earlier request prepares what it needs itself.
   *
   * @param clock the only source of the time of day: for the expiry of URLs, countdowns and the
   *     freshness of remote images
   * @return an application that listens; the caller closes it
   * @throws FontException where {@code fonts.json} or a font is missing, altered or wrong
   * @throws RuntimeException where the port cannot be listened on
   */
  public static Application open(Settings settings, InstantSource clock) {
    return open(settings, clock, FontLibrary.open(settings.fonts()));
  }

  /** The same with fonts that applications of one process may share. */
  public static Application open(Settings settings, InstantSource clock, FontLibrary fonts) {
    JettyPlatform.prepare();
    var unused =
        CompletableFuture.runAsync(
            fonts::complete, task -> DaemonThreads.named("read-ahead").newThread(task).start());
    Application application = new Application(settings, fonts, clock, Effort.FAST);
    try {
      application.server.start();
      fonts.complete();
    } catch (RuntimeException failed) {
      application.close();
      throw failed;
    }
    application.fleet.start();
    application.localMode.announce();
    application.background.execute(application.server::prepareRoutes);
    application.usage.start();
    application.background.execute(application.jobs::start);
    application.background.execute(application.standardWarmUp);
    return application;
  }

  /**
   * Makes the application for commands that draw pictures: on the system clock, without listening,
   * and with every file compressed at best effort.
   *
   * @return an application whose fonts are read, except those of lazy families; the caller closes
   *     it
   * @throws FontException where {@code fonts.json} or a font is missing, altered or wrong
   */
  public static Application offline(Settings settings) {
    return offline(settings, FontLibrary.open(settings.fonts()));
  }

  /** The same with fonts that applications of one process may share. */
  public static Application offline(Settings settings, FontLibrary fonts) {
    JettyPlatform.prepare();
    fonts.complete();
    return new Application(settings, fonts, InstantSource.system(), Effort.BEST);
  }

  /**
   * Returns the TCP port that it listens on. If the setting is 0, this is the free port that the
   * operating system chose.
   */
  public int port() {
    return server.port();
  }

  /** Returns the folder from which its templates are read. */
  public Path templateFolder() {
    return templateFolder;
  }

  /** Returns the library of the templates that it serves. */
  public TemplateLibrary templates() {
    return templates;
  }

  /** Returns what publishes its templates. */
  public VersionPublisher publisher() {
    return publisher;
  }

  /**
   * Returns the service that answers requests for pictures, without HTTP; this application closes
   * it.
   */
  public ImageService images() {
    return images;
  }

  /**
   * Returns the work folder; this application closes it. The first call opens it, which does file
   * I/O, so request threads do not call this method.
   */
  public WorkFolder work() {
    return work.get();
  }

  /**
   * Returns the jobs of the work folder, which this application closes; empty where the work folder
   * cannot be used. The first call opens it, which does file I/O.
   */
  public Optional<Jobs> jobs() {
    return jobs.get();
  }

  /** Returns what jobs in another work folder than this application's are worked on with. */
  public JobTools jobTools() {
    return jobs.tools();
  }

  /** Returns the painter of texts on contact sheets. */
  public SheetText sheetText() {
    return sheetText;
  }

  /** Returns the drawing steps, without the cache of finished pictures. */
  public Pipeline pipeline() {
    return pipeline;
  }

  /** Returns the drawing steps for commands and checks. */
  public OfflineRenderer offlineRenderer() {
    return offlineRenderer;
  }

  /**
   * Draws pictures in the background so that the JIT compiler compiles the code that requests need.
   * Returns at once.
   *
   * @param count how many pictures are drawn; 0 draws nothing
   */
  public void warmUp(int count) {
    background.execute(new JitWarmUp(pipeline, templates, executor.background(), count)::start);
  }

  private HttpServer server() {
    return server;
  }

  /**
   * Stops as a node among others does: streams of events end, so that their readers go to another
   * node; for the time that {@code NAMEPLATE_DRAIN} sets it answers as before, not ready any more;
   * then it closes. Blocks meanwhile.
   */
  public void stop() {
    streams.close();
    server.drain(node.drain());
    close();
  }

  /**
   * Stops listening, finishes running requests for at most {@link HttpServer#STOP}, and stops all
   * threads.
   */
  @Override
  public void close() {
    watch.close();
    streams.close();
    jobs.close();
    server.close();
    images.close();
    remoteImages.close();
    api.close();
    usage.close();
    fleet.close();
    work.ifComputed().ifPresent(WorkFolder::close);
  }
}
