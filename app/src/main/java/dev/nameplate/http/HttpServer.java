package dev.nameplate.http;

import dev.nameplate.access.client.LocalMode;
import dev.nameplate.access.client.RequestFacts;
import dev.nameplate.access.sign.AccessSettings;
import dev.nameplate.access.sign.UrlVerifier;
import dev.nameplate.http.api.ApiRoutes;
import dev.nameplate.http.api.BodyHandler;
import dev.nameplate.http.editor.EditorRoutes;
import dev.nameplate.http.image.ImageHandler;
import dev.nameplate.http.image.JettyErrorImages;
import dev.nameplate.http.image.PictureHandler;
import dev.nameplate.http.image.ResponseCacheHandler;
import dev.nameplate.http.message.ClientRateLimit;
import dev.nameplate.http.monitor.AccessLog;
import dev.nameplate.http.monitor.Listening;
import dev.nameplate.http.monitor.MetricSource;
import dev.nameplate.http.monitor.Metrics;
import dev.nameplate.http.monitor.MetricsPort;
import dev.nameplate.http.monitor.RequestTelemetry;
import dev.nameplate.http.page.HealthRoutes;
import dev.nameplate.http.page.PageErrors;
import dev.nameplate.http.page.PageLog;
import dev.nameplate.http.page.StudioRoutes;
import dev.nameplate.serve.ImageService;
import dev.nameplate.template.library.TemplateLibrary;
import dev.nameplate.usage.UsageCounter;
import dev.nameplate.util.DaemonThreads;
import dev.nameplate.util.Lazy;
import io.javalin.Javalin;
import io.javalin.compression.CompressionStrategy;
import io.javalin.config.JavalinConfig;
import io.javalin.http.servlet.JavalinServlet;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.QoSHandler;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/**
 * The server. Pictures are answered before the framework, since its parsing of path and query would
 * lose what senders produce; the framework routes all else.
 */
public final class HttpServer implements AutoCloseable {
  /** How long a stop waits for running requests. */
  public static final Duration STOP = Duration.ofSeconds(10);

  private static final int MOST_THREADS = 250;

  /** How many requests the framework may answer at a time; more wait, and take no thread. */
  private static final int ROUTED = 150;

  /** How many connections may wait to be accepted; the system lets others retry a second later. */
  private static final int ACCEPT_QUEUE = 1024;

  private final QueuedThreadPool threads;
  private final ExecutorService requestThreads;
  private final HttpSettings settings;
  private final RequestTelemetry requestTelemetry;
  private final ResponseCacheHandler responseCache;
  private final ImageService images;
  private final Supplier<HealthRoutes> health;
  private final Optional<Supplier<StudioRoutes>> studio;
  private final Optional<MetricsPort> metrics;
  private final RoutesServlet routes;
  private final Lazy<Server> server;
  private Optional<Supplier<ApiRoutes>> api = Optional.empty();
  private Optional<Supplier<EditorRoutes>> editor = Optional.empty();
  private LocalMode localMode = LocalMode.OFF;
  private Function<String, UsageCounter> usage = template -> new UsageCounter();
  private Predicate<Connection> longStreams = connection -> false;
  private final AtomicBoolean draining = new AtomicBoolean();

  /**
   * Makes a server without keys: templates are open, those with signed access cannot be requested.
   *
   * @param icon a PNG for browser tabs, made on the first request for it
   */
  public HttpServer(
      TemplateLibrary templates,
      ImageService images,
      HttpSettings settings,
      Supplier<byte[]> icon) {
    this(templates, images, settings, icon, new UrlVerifier(AccessSettings.DEFAULT));
  }

  /**
   * @param icon a PNG for browser tabs, made on the first request for it
   * @param verifier decides what may be drawn; its clock is the server's
   */
  public HttpServer(
      TemplateLibrary templates,
      ImageService images,
      HttpSettings settings,
      Supplier<byte[]> icon,
      UrlVerifier verifier) {
    this.threads = new QueuedThreadPool(MOST_THREADS);
    this.threads.setName("http");
    this.settings = settings;
    this.images = images;
    this.requestTelemetry =
        new RequestTelemetry(
            new AccessLog(verifier.clock(), ZoneId.systemDefault(), settings.monitoring().log()),
            () -> new Metrics(templates, images, id -> usage.apply(id)));
    OptionalInt port = settings.monitoring().metricsPort();
    this.metrics =
        port.isPresent()
            ? Optional.of(new MetricsPort(settings.host(), port.getAsInt(), requestTelemetry::text))
            : Optional.empty();
    ClientRateLimit clientRateLimit =
        new ClientRateLimit(settings.trustedProxies(), settings.rates());
    this.health =
        () ->
            new HealthRoutes(
                templates,
                icon,
                port.isPresent() ? Optional.empty() : Optional.of(requestTelemetry::text),
                draining::get);
    this.studio =
        settings.studio()
            ? Optional.of(
                () -> new StudioRoutes(templates, images, verifier, clientRateLimit, threads))
            : Optional.empty();
    this.requestThreads =
        Executors.newFixedThreadPool(requestThreadCount(), DaemonThreads.named("request"));
    ImageHandler pictures =
        new ImageHandler(templates, images, settings.images(), verifier, threads);
    this.responseCache =
        new ResponseCacheHandler(
            templates,
            verifier.clock(),
            settings.responseCacheBytes(),
            requestTelemetry,
            new PictureHandler(pictures, clientRateLimit, requestTelemetry, requestThreads));
    this.routes =
        new RoutesServlet(() -> new JavalinServlet(Javalin.create(this::configure).unsafe));
    this.server = new Lazy<>(this::newServer);
  }

  /**
   * Adds metrics of other packages to those of the server. Call it before the start.
   *
   * @param sources read at every scrape
   * @return this server
   */
  public HttpServer withMetrics(List<MetricSource> sources) {
    requestTelemetry.show(sources);
    return this;
  }

  /**
   * Sets who counts the pictures of templates. Call it before the start; without a call nobody
   * does.
   *
   * @param counters the counter of a template by its id, always the same one
   * @return this server
   */
  public HttpServer withUsage(Function<String, UsageCounter> counters) {
    usage = counters;
    return this;
  }

  /**
   * Sets the local mode, which ends when a proxy on this machine forwards requests. Call it before
   * the start; without a call the mode is {@link LocalMode#OFF}.
   *
   * @return this server
   */
  public HttpServer withLocalMode(LocalMode mode) {
    localMode = mode;
    return this;
  }

  /**
   * Says which connections carry streams that last as long as their readers read. Call it before
   * the start.
   *
   * @return this server
   */
  public HttpServer withLongStreams(Predicate<Connection> streams) {
    longStreams = streams;
    return this;
  }

  /**
   * Adds the JSON API. Call it before the start.
   *
   * @param routes makes the routes; called once, when they are first needed, with the executor for
   *     work that follows a drawing, and with a function that returns the facts by which the local
   *     mode judges a request
   * @return this server
   */
  public HttpServer withApi(
      BiFunction<Executor, Function<Request, Optional<RequestFacts>>, ApiRoutes> routes) {
    api = Optional.of(() -> routes.apply(threads, LocalModeHandler::facts));
    return this;
  }

  /**
   * Adds the editor. Call it before the start.
   *
   * @param routes makes the routes; called as by {@link #withApi}
   * @return this server
   */
  public HttpServer withEditor(
      BiFunction<Executor, Function<Request, Optional<RequestFacts>>, EditorRoutes> routes) {
    editor = Optional.of(new Lazy<>(() -> routes.apply(threads, LocalModeHandler::facts)));
    return this;
  }

  /**
   * Starts the server, and the port for metrics if it is separate.
   *
   * @return this server
   * @throws UncheckedIOException if a port cannot be listened on; the message is for the operator
   */
  public HttpServer start() {
    Listening.start(server.get(), settings.host(), settings.port(), "NAMEPLATE_PORT");
    metrics.ifPresent(MetricsPort::start);
    return this;
  }

  /** Makes the routes of pages and API, which the first request for one of them would make. */
  public void prepareRoutes() {
    routes.prepare();
  }

  /**
   * Returns the TCP port that the started server listens on. If the setting is 0, this is the free
   * port that the operating system chose.
   */
  public int port() {
    return ((ServerConnector) server.get().getConnectors()[0]).getLocalPort();
  }

  /**
   * Returns the TCP port that answers {@code /metrics}: its own one if it is set, else that of the
   * server.
   */
  public int metricsPort() {
    return metrics.map(MetricsPort::port).orElseGet(this::port);
  }

  /**
   * Prepares the stop, and blocks meanwhile: from now on the server is not ready, and each answer
   * ends its connection, while requests are answered as before. So whatever spreads requests has
   * time to notice.
   *
   * @param wait how long; 0 returns at once. An interrupt ends the wait
   */
  public void drain(Duration wait) {
    draining.set(true);
    try {
      TimeUnit.NANOSECONDS.sleep(wait.toNanos());
    } catch (InterruptedException hurry) {
      Thread.currentThread().interrupt();
    }
  }

  /** Returns how many answers came from a cache since the start, 304s among them. */
  public long cacheHits() {
    return requestTelemetry.hits();
  }

  /** Returns whether {@link #drain} was called. */
  public boolean isDraining() {
    return draining.get();
  }

  /** Accepts no more connections, finishes running requests within {@link #STOP}, and stops. */
  @Override
  public void close() {
    draining.set(true);
    server.ifComputed().ifPresent(HttpServer::stop);
    requestThreads.shutdownNow();
    metrics.ifPresent(MetricsPort::close);
    requestTelemetry.close();
  }

  /**
   * One for each processor: with more, a burst of refused requests would take the processors from
   * drawing. Two at least, since one may draw a fault.
   */
  private static int requestThreadCount() {
    return Math.max(2, Runtime.getRuntime().availableProcessors());
  }

  private static void stop(Server server) {
    try {
      server.stop();
    } catch (Exception failed) {
      throw new IllegalStateException(failed);
    }
  }

  private void configure(JavalinConfig config) {
    config.startup.showJavalinBanner = false;
    config.startup.showOldJavalinVersionWarning = false;
    config.startup.startupWatcherEnabled = false;
    config.http.compressionStrategy = CompressionStrategy.NONE;
    config.requestLogger.http(new PageLog(requestTelemetry));
    PageErrors.addTo(config);
    health.get().addTo(config.routes);
    editor.ifPresent(pages -> pages.get().addTo(config));
    api.ifPresent(calls -> calls.get().addTo(config));
    studio.map(Supplier::get).ifPresent(pages -> addTo(config, pages));
  }

  private void addTo(JavalinConfig config, StudioRoutes pages) {
    if (editor.filter(made -> made.get().isOn()).isPresent()) {
      pages.showEditor();
    }
    pages.addTo(config);
  }

  private Server newServer() {
    Server made = new Server(threads);
    ServerConnector connector =
        new ServerConnector(made, new HttpConnectionFactory(LenientHttp.configuration()));
    connector.setHost(settings.host());
    connector.setPort(settings.port());
    connector.setAcceptQueueSize(ACCEPT_QUEUE);
    made.addConnector(connector);
    made.getMimeTypes().addInferred("text/plain", "utf-8");
    configureServer(made);
    return made;
  }

  private void configureServer(Server server) {
    responseCache.setHandler(routed());
    server.setErrorHandler(new JettyErrorImages(images, requestTelemetry));
    server.setStopTimeout(STOP.toMillis());
    server.setHandler(
        new DrainHandler(new LocalModeHandler(responseCache, localMode), draining::get));
    server.addBean(new NetworkConnectionLimit(settings.connections().max(), server));
    SlowClientReaper slow =
        new SlowClientReaper(
            settings.connections(), server.getScheduler(), System::nanoTime, longStreams);
    server.addBean(slow);
    server.addBeanToAllConnectors(slow);
    requestTelemetry.show(
        List.of(
            new MetricSource(
                "nameplate.connections", "Open connections.", Map.of(), false, slow::count)));
  }

  /**
   * What the framework answers takes only some of the threads, since the framework waits for slow
   * readers; pictures always find others.
   */
  private Handler routed() {
    ServletContextHandler context = new ServletContextHandler();
    context.addServlet(new ServletHolder(routes), "/*");
    QoSHandler some = new QoSHandler(new BodyHandler(this::mayEdit, context));
    some.setMaxRequestCount(ROUTED);
    some.excludePath("/health/*");
    return some;
  }

  private boolean mayEdit(Request request) {
    return editor.filter(pages -> pages.get().admits(request)).isPresent();
  }
}
