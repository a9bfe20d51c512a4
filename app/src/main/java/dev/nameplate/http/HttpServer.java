package dev.nameplate.http;

import dev.nameplate.access.AccessSettings;
import dev.nameplate.access.Gate;
import dev.nameplate.merge.RawQuery;
import dev.nameplate.serve.ImageService;
import dev.nameplate.serve.PictureTarget;
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
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.handler.GracefulHandler;
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

  private final QueuedThreadPool threads;
  private final AccessLog access;
  private final HotHandler hot;
  private final ImageHandler pictures;
  private final PlainPages pages;
  private final Optional<StudioPages> studio;
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
    this.pictures = new ImageHandler(templates, images, settings, gate, threads);
    this.pages = new PlainPages(templates, images, icon);
    this.studio =
        settings.studio()
            ? Optional.of(new StudioPages(templates, images, gate.verifier()))
            : Optional.empty();
    InstantSource clock = gate.clock();
    this.access = new AccessLog(clock, ZoneId.systemDefault());
    this.hot = new HotHandler(templates, clock, settings.hotBytes(), access);
    this.javalin = Javalin.create(config -> configure(config, images, settings));
  }

  /** Starts to listen. */
  public HttpServer start() {
    javalin.start();
    return this;
  }

  /** The port it listens on. */
  public int port() {
    return javalin.port();
  }

  /** Takes no new connection, finishes what is in flight, and stops. */
  @Override
  public void close() {
    javalin.stop();
    access.close();
  }

  private void configure(JavalinConfig config, ImageService images, HttpSettings settings) {
    config.startup.showJavalinBanner = false;
    config.startup.showOldJavalinVersionWarning = false;
    config.startup.startupWatcherEnabled = false;
    config.http.compressionStrategy = CompressionStrategy.NONE;
    config.jetty.threadPool = threads;
    config.jetty.host = settings.host();
    config.jetty.port = settings.port();
    config.jetty.modifyHttpConfiguration(HttpServer::configureHttp);
    config.jetty.modifyServer(
        server -> {
          server.setErrorHandler(new RefusalPictures(images));
          server.setStopTimeout(STOP.toMillis());
          server.setHandler(new GracefulHandler(hot));
        });
    config.routes.before(this::handle);
  }

  private static void configureHttp(HttpConfiguration http) {
    http.setUriCompliance(
        UriCompliance.LEGACY.with(
            "mail-pictures",
            UriCompliance.Violation.BAD_PERCENT_ENCODING,
            UriCompliance.Violation.BAD_UTF8_ENCODING,
            UriCompliance.Violation.TRUNCATED_UTF8_ENCODING));
    http.setRequestHeaderSize(HEAD_BYTES);
    http.setSendServerVersion(false);
  }

  /** Answers at once where it can; otherwise the thread goes and another sends the answer. */
  private void handle(Context context) {
    long start = System.nanoTime();
    String path = context.req().getRequestURI();
    CompletableFuture<Answer> answer =
        path.startsWith("/i/")
            ? pictures.answer(call(context.req(), path))
            : CompletableFuture.completedFuture(page(context.req(), path));
    context.skipRemainingHandlers();
    if (answer.isDone()) {
      send(context, path, answer.join(), start);
    } else {
      context.future(() -> answer.thenAccept(ready -> send(context, path, ready, start)));
    }
  }

  private Answer page(HttpServletRequest request, String path) {
    return studio
        .flatMap(pages -> pages.answer(pageCall(request, path)))
        .orElseGet(() -> pages.answer(path));
  }

  private void send(Context context, String path, Answer answer, long start) {
    if (context.req().getAttribute(HotHandler.ASKED) instanceof HotHandler.Asked asked) {
      hot.keep(asked, logged(path), answer);
    }
    try {
      write(context, answer);
    } catch (IOException gone) {
      log.debug("{}: the asker went before the answer was sent", logged(path));
    }
    access.line(context.req().getMethod(), logged(path), answer.status(), answer.length(), start);
  }

  /** A picture's path holds no recipient's data once the grammar has taken it; another may. */
  private static String logged(String path) {
    return PictureTarget.parse(path).map(PictureTarget::id).orElse("-");
  }

  private static PictureCall call(HttpServletRequest request, String path) {
    String query = Optional.ofNullable(request.getQueryString()).orElse("");
    String accept = Optional.ofNullable(request.getHeader("Accept")).orElse("");
    return new PictureCall(
        request.getMethod(),
        path,
        new RawQuery(query),
        path.length() + query.length(),
        EntityTags.read(request.getHeaders("If-None-Match")),
        AcceptHeader.read(accept));
  }

  private static PageCall pageCall(HttpServletRequest request, String path) {
    String host = Optional.ofNullable(request.getHeader("Host")).orElse("localhost");
    boolean secure =
        request.isSecure() || "https".equals(request.getHeader("X-Forwarded-Proto"));
    return new PageCall(
        request.getMethod(),
        path,
        new RawQuery(Optional.ofNullable(request.getQueryString()).orElse("")),
        AcceptHeader.read(Optional.ofNullable(request.getHeader("Accept")).orElse("")),
        (secure ? "https://" : "http://") + host);
  }

  private static void write(Context context, Answer answer) throws IOException {
    context.status(answer.status());
    answer.headers().forEach((name, value) -> context.res().setHeader(name, value));
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
