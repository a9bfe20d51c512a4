package dev.nameplate.boot;

import dev.nameplate.access.ratelimit.MailProxies;
import dev.nameplate.access.ratelimit.RateSettings;
import dev.nameplate.access.sign.UrlVerifier;
import dev.nameplate.access.token.JwtTokens;
import dev.nameplate.access.token.RevokedTokens;
import dev.nameplate.access.token.RevokedTokensFile;
import dev.nameplate.access.token.TokenVerifier;
import dev.nameplate.api.CountedUrls;
import dev.nameplate.api.CreateImageUrl;
import dev.nameplate.api.CreateUrlList;
import dev.nameplate.api.ExplainImage;
import dev.nameplate.api.ManageBatches;
import dev.nameplate.api.ReadUsage;
import dev.nameplate.api.RefreshTemplate;
import dev.nameplate.api.TemplateCatalog;
import dev.nameplate.batch.UrlBatch;
import dev.nameplate.batch.job.Job;
import dev.nameplate.batch.job.JobDownloads;
import dev.nameplate.config.Settings;
import dev.nameplate.fetch.RemoteImageFetcher;
import dev.nameplate.http.api.ApiAccess;
import dev.nameplate.http.api.ApiRoutes;
import dev.nameplate.http.api.BatchPages;
import dev.nameplate.http.api.BatchRoutes;
import dev.nameplate.http.api.EventStreams;
import dev.nameplate.http.api.ListRoute;
import dev.nameplate.http.api.ListWork;
import dev.nameplate.http.api.OperatorCalls;
import dev.nameplate.http.editor.EditorMode;
import dev.nameplate.http.monitor.MetricSource;
import dev.nameplate.http.session.Sessions;
import dev.nameplate.pipeline.Pipeline;
import dev.nameplate.serve.ImageService;
import dev.nameplate.store.SealedFile;
import dev.nameplate.template.Template;
import dev.nameplate.template.field.Field;
import dev.nameplate.template.library.TemplateLibrary;
import dev.nameplate.usage.UsageMeter;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.LongFunction;
import java.util.stream.Collectors;

/** Puts the JSON API together. */
final class ApiParts implements AutoCloseable {
  private static final Duration REVOKED_EVERY = Duration.ofSeconds(1);

  /** A list has one thread beside its own, and leaves the other cores to pictures. */
  private static final int ROW_THREADS = 1;

  private final Optional<RevokedTokensFile> revoked;
  private final ListWork lists;
  private final UsageMeter usage;
  private final CountedUrls counted;
  private final FleetParts fleet;
  private final RevokedTokens revokedTokens;

  /**
   * @param usage counts the URLs
   * @param clock says when a month ends
   * @param fleet what this node shares with others
   * @param files makes a sealed file for so many bytes; empty where there is no space
   */
  ApiParts(
      Settings settings,
      UsageMeter usage,
      InstantSource clock,
      FleetParts fleet,
      LongFunction<Optional<SealedFile>> files) {
    this.usage = usage;
    this.counted = new CountedUrls(usage, clock);
    this.fleet = fleet;
    this.lists = new ListWork(settings.api().lists(), files);
    this.revoked = settings.api().revoked().map(file -> new RevokedTokensFile(file, REVOKED_EVERY));
    this.revokedTokens = fleet.revoked(revoked);
  }

  /** What verifies tokens. */
  TokenVerifier tokens(Settings settings) {
    return new JwtTokens(settings.access().keys(), revokedTokens);
  }

  /** Tells readers of each change of a job, and counts its URLs when it has ended. */
  Consumer<Job> jobListener(EventStreams streams) {
    return job -> {
      streams.changed(job);
      counted.job(job);
    };
  }

  /** What the API counts. */
  List<MetricSource> metrics() {
    return List.of(
        new MetricSource(
            "nameplate.urls", "URLs that the API made and counted.", Map.of(), true, usage::urls));
  }

  /** What the API works with. */
  record Inner(
      TemplateLibrary templates,
      ImageService images,
      Pipeline pipeline,
      RemoteImageFetcher remote,
      InstantSource clock,
      JobParts jobs,
      EventStreams streams,
      JobDownloads.Auditor auditor) {}

  /**
   * The routes.
   *
   * @param sessions of browsers
   * @param onward runs what follows a drawing
   */
  ApiRoutes routes(
      Settings settings, ApiAccess.Local local, Inner inner, Sessions sessions, Executor onward) {
    UrlVerifier verifier = new UrlVerifier(settings.access(), inner.clock());
    CreateImageUrl.Options writing =
        new CreateImageUrl.Options(settings.http().maxTarget(), settings.http().studio(), counted);
    TemplateCatalog catalog = new TemplateCatalog(inner.templates());
    CreateImageUrl create =
        new CreateImageUrl(catalog, inner.images(), verifier, settings.access(), writing);
    ApiAccess access =
        new ApiAccess(
            new ApiAccess.Tokens(
                tokens(settings),
                !settings.access().keys().isEmpty(),
                inner.clock(),
                hasSignIn(settings) ? Optional.of(sessions) : Optional.empty()),
            local,
            fleet.apiRates(
                new RateSettings(
                    settings.api().rate(), Optional.empty(), Optional.empty(), MailProxies.NONE)),
            settings.api(),
            settings.http().trustedProxies());
    CreateUrlList urlLists =
        new CreateUrlList(
            catalog,
            verifier,
            settings.access(),
            new UrlBatch(inner.pipeline()::merge, ROW_THREADS),
            writing);
    ManageBatches batches = new ManageBatches(urlLists, inner.jobs()::get, inner.jobs()::webhooks);
    return new ApiRoutes(
        new ApiRoutes.UseCases(
            create,
            new ExplainImage(create, inner.images()),
            catalog,
            new OperatorCalls(
                new RefreshTemplate(catalog, template -> refreshed(template, inner)),
                new ReadUsage(usage, counted, inner.clock())),
            verifier),
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

  private static boolean hasSignIn(Settings settings) {
    return !settings.access().keys().isEmpty() && settings.editor().mode() != EditorMode.OFF;
  }

  /** Forgets remote pictures first, so that no answer is made of them afterwards. */
  private static int refreshed(Template template, Inner inner) {
    Set<List<String>> hosts =
        template.fields().values().stream()
            .map(Field::hosts)
            .filter(list -> !list.isEmpty())
            .collect(Collectors.toSet());
    int forgotten = inner.remote().forget(hosts);
    inner.templates().invalidate(template.id());
    return forgotten;
  }

  @Override
  public void close() {
    lists.close();
    revoked.ifPresent(RevokedTokensFile::close);
  }
}
