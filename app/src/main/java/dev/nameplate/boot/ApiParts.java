package dev.nameplate.boot;

import dev.nameplate.access.ratelimit.MailProxies;
import dev.nameplate.access.ratelimit.RateLimiter;
import dev.nameplate.access.ratelimit.RateSettings;
import dev.nameplate.access.sign.UrlVerifier;
import dev.nameplate.access.token.JwtTokens;
import dev.nameplate.access.token.RevokedTokens;
import dev.nameplate.access.token.RevokedTokensFile;
import dev.nameplate.api.CreateImageUrl;
import dev.nameplate.api.CreateUrlList;
import dev.nameplate.api.ExplainImage;
import dev.nameplate.api.ManageBatches;
import dev.nameplate.api.TemplateCatalog;
import dev.nameplate.batch.UrlBatch;
import dev.nameplate.batch.job.JobDownloads;
import dev.nameplate.config.Settings;
import dev.nameplate.http.api.ApiAccess;
import dev.nameplate.http.api.ApiRoutes;
import dev.nameplate.http.api.BatchPages;
import dev.nameplate.http.api.BatchRoutes;
import dev.nameplate.http.api.EventStreams;
import dev.nameplate.http.api.ListRoute;
import dev.nameplate.http.api.ListWork;
import dev.nameplate.pipeline.Pipeline;
import dev.nameplate.serve.ImageService;
import dev.nameplate.store.SealedFile;
import dev.nameplate.template.library.TemplateLibrary;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.LongFunction;

/** Puts the JSON API together. */
final class ApiParts implements AutoCloseable {
  private static final Duration REVOKED_EVERY = Duration.ofSeconds(1);

  /** A list has one thread beside its own, and leaves the other cores to pictures. */
  private static final int ROW_THREADS = 1;

  private final Optional<RevokedTokensFile> revoked;
  private final ListWork lists;

  /**
   * @param files makes a sealed file for so many bytes; empty where there is no space
   */
  ApiParts(Settings settings, LongFunction<Optional<SealedFile>> files) {
    this.lists = new ListWork(settings.api().lists(), files);
    this.revoked = settings.api().revoked().map(file -> new RevokedTokensFile(file, REVOKED_EVERY));
  }

  /** What the API works with. */
  record Inner(
      TemplateLibrary templates,
      ImageService images,
      Pipeline pipeline,
      InstantSource clock,
      JobParts jobs,
      EventStreams streams,
      JobDownloads.Auditor auditor) {}

  /**
   * The routes.
   *
   * @param onward runs what follows a drawing
   */
  ApiRoutes routes(Settings settings, ApiAccess.Local local, Inner inner, Executor onward) {
    UrlVerifier verifier = new UrlVerifier(settings.access(), inner.clock());
    TemplateCatalog catalog = new TemplateCatalog(inner.templates());
    CreateImageUrl create =
        new CreateImageUrl(
            catalog,
            inner.images(),
            verifier,
            settings.access(),
            new CreateImageUrl.Options(settings.http().maxTarget(), settings.http().studio()));
    ApiAccess access =
        new ApiAccess(
            new ApiAccess.Tokens(
                new JwtTokens(
                    settings.access().keys(),
                    revoked.<RevokedTokens>map(file -> file).orElse(RevokedTokens.NONE)),
                !settings.access().keys().isEmpty(),
                inner.clock()),
            local,
            new RateLimiter(
                new RateSettings(
                    settings.api().rate(), Optional.empty(), Optional.empty(), MailProxies.NONE),
                System::nanoTime),
            settings.api(),
            settings.http().trustedProxies());
    CreateUrlList urlLists =
        new CreateUrlList(
            catalog,
            verifier,
            settings.access(),
            new UrlBatch(inner.pipeline()::merge, ROW_THREADS),
            settings.http().maxTarget());
    ManageBatches batches = new ManageBatches(urlLists, inner.jobs()::get, inner.jobs()::webhooks);
    return new ApiRoutes(
        new ApiRoutes.UseCases(create, new ExplainImage(create, inner.images()), catalog, verifier),
        access,
        settings.api(),
        new ApiRoutes.Lists(
            new ListRoute(urlLists, access, lists),
            new BatchRoutes(batches, access, lists, inner.streams()),
            settings.http().studio()
                ? Optional.of(new BatchPages(batches, catalog, access, lists, inner.auditor()))
                : Optional.empty()),
        onward);
  }

  @Override
  public void close() {
    lists.close();
    revoked.ifPresent(RevokedTokensFile::close);
  }
}
