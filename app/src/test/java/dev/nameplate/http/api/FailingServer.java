package dev.nameplate.http.api;

import dev.nameplate.access.client.LocalMode;
import dev.nameplate.access.client.TrustedProxies;
import dev.nameplate.access.ratelimit.RateLimiter;
import dev.nameplate.access.ratelimit.RateSettings;
import dev.nameplate.access.sign.AccessSettings;
import dev.nameplate.access.sign.UrlVerifier;
import dev.nameplate.access.token.TokenVerifier;
import dev.nameplate.api.CreateImageUrl;
import dev.nameplate.api.CreateUrlList;
import dev.nameplate.api.ExplainImage;
import dev.nameplate.api.ManageBatches;
import dev.nameplate.api.ReadUsage;
import dev.nameplate.api.RefreshTemplate;
import dev.nameplate.api.TemplateCatalog;
import dev.nameplate.batch.UrlBatch;
import dev.nameplate.encode.EncodedPicture;
import dev.nameplate.geometry.Scale;
import dev.nameplate.http.HttpServer;
import dev.nameplate.http.HttpSettings;
import dev.nameplate.merge.value.MergedFields;
import dev.nameplate.pipeline.Explanation;
import dev.nameplate.pipeline.PictureRenderer;
import dev.nameplate.pipeline.RenderResult;
import dev.nameplate.pipeline.background.BackgroundSettings;
import dev.nameplate.scene.ClockState;
import dev.nameplate.serve.ForwardingDrawing;
import dev.nameplate.serve.ImageService;
import dev.nameplate.serve.RenderExecutor;
import dev.nameplate.serve.RenderResources;
import dev.nameplate.serve.ServeSettings;
import dev.nameplate.support.TestApplication;
import dev.nameplate.support.TestSettings;
import dev.nameplate.template.Format;
import dev.nameplate.template.Template;
import dev.nameplate.template.library.TemplateLibrary;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;

/** The API on a server that cannot draw, for one of two reasons. */
final class FailingServer implements AutoCloseable {
  private static final CreateImageUrl.Options WRITING =
      new CreateImageUrl.Options(HttpSettings.DEFAULT.maxTarget(), true, Counting.inMemory());

  private final CountDownLatch gate = new CountDownLatch(1);
  private final ImageService images;
  private final ListWork lists = new ListWork(ListSettings.DEFAULT, bytes -> Optional.empty());
  private final HttpServer server;

  private FailingServer(PictureRenderer drawing, RenderExecutor executor) {
    images =
        new ImageService(
            drawing,
            (title, detail, format) -> new EncodedPicture(Format.PNG, List.of(new byte[1])),
            new ServeSettings(0, 0, BackgroundSettings.DEFAULT, Duration.ofSeconds(20), 1, 1),
            new RenderResources(executor, Optional.empty()),
            InstantSource.system());
    TemplateLibrary templates = TestApplication.application().templates();
    LocalMode local = new LocalMode(false, false);
    server =
        new HttpServer(templates, images, TestSettings.http(false, 0), () -> new byte[1])
            .withLocalMode(local)
            .withApi(
                (onward, facts) -> {
                  ApiAccess access =
                      new ApiAccess(
                          new ApiAccess.Tokens(
                              failing(), true, InstantSource.system(), Optional.empty()),
                          new ApiAccess.Local(local, facts),
                          new RateLimiter(RateSettings.OFF, System::nanoTime),
                          ApiSettings.DEFAULT,
                          TrustedProxies.NONE);
                  return new ApiRoutes(
                      cases(templates, images),
                      access,
                      ApiSettings.DEFAULT,
                      new ApiRoutes.Lists(
                          new ListRoute(urlLists(templates), access, lists),
                          new BatchRoutes(
                              new ManageBatches(
                                  urlLists(templates), Optional::empty, Optional::empty),
                              access,
                              lists,
                              new EventStreams()),
                          Optional.empty()),
                      onward);
                })
            .start();
  }

  /** One of which every drawing and explanation fails, and every look at a token. */
  static FailingServer broken() {
    PictureRenderer drawing =
        new ForwardingDrawing(TestApplication.application().pipeline()) {
          @Override
          public RenderResult picture(
              Template template,
              MergedFields fields,
              Scale scale,
              Format format,
              ClockState clockState) {
            throw new IllegalStateException("a bug");
          }

          @Override
          public Explanation explain(
              Template template, MergedFields fields, Scale scale, ClockState clockState) {
            throw new IllegalStateException("a bug");
          }
        };
    return new FailingServer(drawing, new RenderExecutor(1, 1));
  }

  /** One on which something is drawn for ever, and something else waits for it. */
  static FailingServer full() {
    RenderExecutor executor = new RenderExecutor(1, 1);
    FailingServer full = new FailingServer(TestApplication.application().pipeline(), executor);
    for (int at = 0; at < 2; at++) {
      var unused = executor.interactive(full::waiting);
    }
    return full;
  }

  private boolean waiting() {
    try {
      gate.await();
      return true;
    } catch (InterruptedException stopped) {
      throw new IllegalStateException(stopped);
    }
  }

  private static ApiRoutes.UseCases cases(TemplateLibrary templates, ImageService images) {
    TemplateCatalog catalog = new TemplateCatalog(templates);
    UrlVerifier verifier = new UrlVerifier(AccessSettings.DEFAULT);
    CreateImageUrl create =
        new CreateImageUrl(catalog, images, verifier, AccessSettings.DEFAULT, WRITING);
    return new ApiRoutes.UseCases(
        create,
        new ExplainImage(create, images),
        catalog,
        new OperatorCalls(
            new RefreshTemplate(
                catalog,
                template -> {
                  throw new IllegalStateException("a bug");
                }),
            new ReadUsage(Counting.failing(), Counting.inMemory(), InstantSource.system())),
        verifier);
  }

  private static CreateUrlList urlLists(TemplateLibrary templates) {
    return new CreateUrlList(
        new TemplateCatalog(templates),
        new UrlVerifier(AccessSettings.DEFAULT),
        AccessSettings.DEFAULT,
        new UrlBatch(TestApplication.application().pipeline()::merge, 1),
        WRITING);
  }

  private static TokenVerifier failing() {
    return (token, now) -> {
      throw new IllegalStateException("a bug");
    };
  }

  ApiCalls calls() {
    return new ApiCalls(server.port());
  }

  @Override
  public void close() {
    gate.countDown();
    lists.close();
    server.close();
    images.close();
  }
}
