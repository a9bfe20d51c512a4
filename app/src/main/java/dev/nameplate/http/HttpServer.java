package dev.nameplate.http;

import dev.nameplate.access.AccessSettings;
import dev.nameplate.access.Gate;
import dev.nameplate.merge.RawQuery;
import dev.nameplate.serve.ImageService;
import dev.nameplate.template.TemplateLibrary;
import io.javalin.Javalin;
import io.javalin.compression.CompressionStrategy;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.eclipse.jetty.util.component.LifeCycle;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The server. The framework takes the connection; path and query are taken as they stood on the
 * wire, since its own parsing would lose what senders produce.
 */
public final class HttpServer implements AutoCloseable {
  /** How long a stop waits for what is in flight. */
  public static final Duration STOP = Duration.ofSeconds(10);

  private static final Logger log = LoggerFactory.getLogger(HttpServer.class);
  private static final int HEAD_BYTES = 32 * 1024;
  private static final int MOST_THREADS = 250;

  /** How many connections may arrive at once; those that find no room try again a second later. */
  private static final int ARRIVING = 1024;

  /** A body that a connection takes whole, in bytes. */
  private static final int AT_ONCE = 8 * 1024;

  private static final Map<String, String> NOT_KEPT = Map.of("Cache-Control", CachePolicy.NO_STORE);

  private final QueuedThreadPool threads;
  private final ExecutorService asking;
  private final HttpSettings settings;
  private final Callers callers;
  private final Watch watch;
  private final HotHandler hot;
  private final ImageHandler pictures;
  private final PlainPages pages;
  private final Optional<StudioPages> studio;
  private final Optional<MetricsPort> metrics;
  private final Javalin javalin;

  /**
   * With no key: templates are open, and one that says it is signed can be had by nobody.
   *
   * @param icon a PNG for browsers' tabs, made when it is asked for
   */
  public HttpServer(
      TemplateLibrary templates,
      ImageService images,
      HttpSettings settings,
      Supplier<byte[]> icon) {
    this(templates, images, settings, icon, Gate.of(AccessSettings.DEFAULT));
  }

  /**
   * @param icon a PNG for browsers' tabs, made when it is asked for
   * @param gate says who may have what
   */
  public HttpServer(
      TemplateLibrary templates,
      ImageService images,
      HttpSettings settings,
      Supplier<byte[]> icon,
      Gate gate) {
    this.threads = new QueuedThreadPool(MOST_THREADS);
    this.threads.setName("http");
    this.settings = settings;
    this.callers = new Callers(settings.forwarding(), settings.rates());
    this.pictures = new ImageHandler(templates, images, settings, gate, threads);
    this.studio =
        settings.studio()
            ? Optional.of(new StudioPages(templates, images, gate.verifier(), threads))
            : Optional.empty();
    InstantSource clock = gate.clock();
    this.watch =
        new Watch(
            new AccessLog(clock, ZoneId.systemDefault(), settings.overseeing().log()),
            () -> new Metrics(templates, images));
    OptionalInt port = settings.overseeing().metricsPort();
    this.metrics =
        port.isPresent()
            ? Optional.of(new MetricsPort(settings.host(), port.getAsInt(), watch::text))
            : Optional.empty();
    this.pages = new PlainPages(templates, images, icon);
    this.asking = Executors.newFixedThreadPool(askingThreads(), HttpServer::askingThread);
    this.hot = new HotHandler(templates, clock, settings.hotBytes(), watch, asking);
    this.javalin = Javalin.create(config -> configure(config, images));
  }

  /** Shows numbers of other rooms among the metrics; to be called before the start. */
  public HttpServer showing(List<Reading> readings) {
    watch.show(readings);
    return this;
  }

  /** Starts to listen. */
  public HttpServer start() {
    javalin.start();
    metrics.ifPresent(MetricsPort::start);
    return this;
  }

  /** The port it listens on. */
  public int port() {
    return javalin.port();
  }

  /** The port on which metrics are told. */
  public int metricsPort() {
    return metrics.map(MetricsPort::port).orElseGet(this::port);
  }

  /** Takes no new connection, finishes what is in flight, and stops. */
  @Override
  public void close() {
    javalin.stop();
    asking.shutdownNow();
    metrics.ifPresent(MetricsPort::close);
    watch.close();
  }

  /**
   * As many as there are processors: with more, a rush of requests that are turned away would leave
   * nothing of the processors to those that draw.
   */
  private static int askingThreads() {
    return Runtime.getRuntime().availableProcessors();
  }

  private static Thread askingThread(Runnable task) {
    Thread thread = new Thread(task, "asking");
    thread.setDaemon(true);
    return thread;
  }

  private void configure(JavalinConfig config, ImageService images) {
    config.startup.showJavalinBanner = false;
    config.startup.showOldJavalinVersionWarning = false;
    config.startup.startupWatcherEnabled = false;
    config.http.compressionStrategy = CompressionStrategy.NONE;
    config.jetty.threadPool = threads;
    config.jetty.host = settings.host();
    config.jetty.port = settings.port();
    config.jetty.modifyHttpConfiguration(HttpServer::configureHttp);
    config.jetty.modifyServer(server -> configureServer(server, images));
    config.routes.before(this::handle);
  }

  private void configureServer(Server server, ImageService images) {
    server.setErrorHandler(new RefusalPictures(images, watch));
    server.setStopTimeout(STOP.toMillis());
    server.setHandler(new GracefulHandler(hot));
    server.addBean(new NetworkConnectionLimit(settings.connections().most(), server));
    SlowClients slow =
        new SlowClients(settings.connections(), server.getScheduler(), System::nanoTime);
    server.addBean(slow);
    server.addEventListener(
        new LifeCycle.Listener() {
          @Override
          public void lifeCycleStarting(LifeCycle starting) {
            server.addBeanToAllConnectors(slow);
            for (ServerConnector connector : server.getBeans(ServerConnector.class)) {
              connector.setAcceptQueueSize(ARRIVING);
            }
          }
        });
    watch.show(
        List.of(
            new Reading(
                "nameplate.connections", "Open connections.", Map.of(), false, slow::count)));
  }

  private static void configureHttp(HttpConfiguration http) {
    http.setUriCompliance(
        UriCompliance.LEGACY.with(
            "mail-pictures",
            UriCompliance.Violation.BAD_PERCENT_ENCODING,
            UriCompliance.Violation.BAD_UTF8_ENCODING,
            UriCompliance.Violation.TRUNCATED_UTF8_ENCODING));
    http.setRequestHeaderSize(HEAD_BYTES);
    // Each connection would keep the fields it has seen in a table of 100 KB.
    http.setHeaderCacheSize(0);
    http.setSendServerVersion(false);
  }

  /** Answers at once where it can; otherwise the thread goes and another sends the answer. */
  private void handle(Context context) {
    PictureCall call = call(context.req());
    CompletableFuture<Answer> answer =
        call.path().startsWith("/i/") ? pictures.answer(call) : page(context.req(), call);
    context.skipRemainingHandlers();
    if (answer.isDone() && answer.join().length() <= AT_ONCE) {
      sendAtOnce(context, answer.join(), call);
    } else {
      context.future(() -> answer.thenCompose(ready -> send(context, ready, call)));
    }
  }

  private CompletableFuture<Answer> page(HttpServletRequest request, PictureCall call) {
    if (call.path().equals("/metrics") && metrics.isEmpty()) {
      return CompletableFuture.completedFuture(
          Answer.of(200, Metrics.TYPE, watch.text(), NOT_KEPT));
    }
    return studio
        .flatMap(there -> there.answer(pageCall(request, call)))
        .orElseGet(() -> CompletableFuture.completedFuture(pages.answer(call.path())));
  }

  /** Sends what fits into the connection's own buffers, and so keeps no thread waiting. */
  private void sendAtOnce(Context context, Answer answer, PictureCall call) {
    begin(context, answer);
    try {
      writeAll(context, answer);
    } catch (IOException gone) {
      log.debug("{}: the asker went before the answer was sent", answer.event().template());
    }
    note(answer, call);
  }

  private CompletableFuture<Void> send(Context context, Answer answer, PictureCall call) {
    begin(context, answer);
    try {
      if (answer.length() > AT_ONCE && !call.method().equals("HEAD")) {
        context.res().setContentLength(answer.length());
        return BodyWriter.write(context.res().getOutputStream(), answer.parts())
            .thenRun(() -> note(answer, call));
      }
      writeAll(context, answer);
    } catch (IOException gone) {
      log.debug("{}: the asker went before the answer was sent", answer.event().template());
    }
    note(answer, call);
    return CompletableFuture.completedFuture(null);
  }

  private void begin(Context context, Answer answer) {
    if (context.req().getAttribute(HotHandler.ASKED) instanceof HotHandler.Asked asked) {
      hot.keep(asked, answer);
    }
    context.status(answer.status());
    answer.headers().forEach((name, value) -> context.res().setHeader(name, value));
  }

  private void note(Answer answer, PictureCall call) {
    watch.answered(
        call.method(),
        answer.event(),
        new Watch.Sent(answer.status(), answer.length(), call.since()));
  }

  private PictureCall call(HttpServletRequest request) {
    String path = request.getRequestURI();
    String query = Optional.ofNullable(request.getQueryString()).orElse("");
    String accept = Optional.ofNullable(request.getHeader("Accept")).orElse("");
    Request core = ServletContextRequest.getServletContextRequest(request);
    return new PictureCall(
        request.getMethod(),
        path,
        new RawQuery(query),
        path.length() + query.length(),
        EntityTags.read(request.getHeaders("If-None-Match")),
        AcceptHeader.read(accept),
        () -> callers.mayDraw(core),
        core.getBeginNanoTime());
  }

  private static PageCall pageCall(HttpServletRequest request, PictureCall call) {
    String host = Optional.ofNullable(request.getHeader("Host")).orElse("localhost");
    boolean secure = request.isSecure() || "https".equals(request.getHeader("X-Forwarded-Proto"));
    return new PageCall(
        call.path(),
        call.query(),
        call.accept(),
        (secure ? "https://" : "http://") + host,
        call.mayDraw());
  }

  private static void writeAll(Context context, Answer answer) throws IOException {
    if (answer.status() == 304 || answer.status() == 204) {
      writeNoBody(context);
      return;
    }
    context.res().setContentLength(answer.length());
    if (!context.req().getMethod().equals("HEAD")) {
      OutputStream out = context.res().getOutputStream();
      for (byte[] part : answer.parts()) {
        out.write(part);
      }
    }
  }

  /**
   * Sends the header as it is: no type of a body that is not there, and no length of 0, which in a
   * 304 would be the picture's (RFC 9110, section 8.6).
   */
  private static void writeNoBody(Context context) throws IOException {
    context.res().setContentType(null);
    context.res().flushBuffer();
  }
}
