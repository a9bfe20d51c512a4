package dev.nameplate.api;

import dev.nameplate.access.token.Grant;
import dev.nameplate.batch.RowState;
import dev.nameplate.batch.Tally;
import dev.nameplate.batch.job.Job;
import dev.nameplate.batch.job.JobSpec;
import dev.nameplate.serve.Outcome;
import dev.nameplate.template.Template;
import dev.nameplate.usage.QuotaState;
import dev.nameplate.usage.UrlMaker;
import dev.nameplate.usage.UsageCounter;
import dev.nameplate.usage.UsageKey;
import dev.nameplate.usage.UsageMeter;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Counts the URLs and pictures of callers, and keeps to the quotas of their tokens. A quota refuses
 * calls, never a picture: a URL that was made is drawn. Tokens for tests are not counted.
 */
public final class CountedUrls {
  private static final Logger log = LoggerFactory.getLogger(CountedUrls.class);

  /** How many subjects' warnings are remembered, so that each is logged once a month. */
  private static final int WARNED = 1_000;

  private static final int ALL = 100;
  private static final int MOST = 80;

  private final UsageMeter meter;
  private final InstantSource clock;
  private final Set<String> warned = ConcurrentHashMap.newKeySet();

  /**
   * @param clock says when a month ends
   */
  public CountedUrls(UsageMeter meter, InstantSource clock) {
    this.meter = meter;
    this.clock = clock;
  }

  /**
   * Counts a URL that was made.
   *
   * @return the same result, with a warning where 80 % of the quota or all of it is used; fails
   *     with an {@link ApiException} of {@link ErrorCode#QUOTA_EXCEEDED} where it was used up
   *     before
   */
  CompletableFuture<ImageUrlResult> count(ImageUrlResult result, Caller caller) {
    return isCounted(caller)
        ? meter
            .take(result.template().id(), maker(caller), result.id(), 1)
            .thenApply(state -> result.withWarnings(warnings(state, result.template(), caller)))
        : CompletableFuture.completedFuture(result);
  }

  /** Counts how the picture of a call was had. */
  void picture(Template template, Caller caller, Outcome outcome) {
    if (isCounted(caller) && outcome.degradation().isEmpty()) {
      UsageCounter counter = meter.counter(template.id(), subject(caller));
      if (outcome.cached()) {
        counter.hit();
      } else {
        counter.picture();
      }
    }
  }

  /**
   * Checks that something is left of the quota of a caller who sends a list.
   *
   * @return fails with an {@link ApiException} where nothing is
   */
  CompletableFuture<Void> admit(Template template, Caller caller) {
    return isCounted(caller)
        ? meter.state(maker(caller)).thenAccept(state -> warnings(state, template, caller))
        : CompletableFuture.completedFuture(null);
  }

  /**
   * Counts the URLs of a list that was answered. They may be more than was left of the quota: a
   * list is not cut off.
   *
   * @param id of the answer: equal answers count once
   */
  void list(Template template, Caller caller, Tally tally, String id) {
    long urls = tally.of(RowState.DONE) + tally.of(RowState.FALLBACK);
    if (isCounted(caller) && urls > 0) {
      UrlMaker unlimited = new UrlMaker(subject(caller), OptionalLong.empty());
      var unused = meter.take(template.id(), unlimited, id, urls);
    }
  }

  /**
   * Counts the URLs of a job that has ended; of another one nothing. They may be more than was left
   * of the quota, as those of a list.
   */
  public void job(Job job) {
    JobSpec spec = job.spec();
    Tally tally = job.progress().tally();
    long urls = tally.of(RowState.DONE) + tally.of(RowState.FALLBACK);
    if (job.status().isEnded() && spec.counted() && spec.mode().makesUrls() && urls > 0) {
      String subject = spec.owner().isEmpty() ? UsageKey.NOBODY : spec.owner();
      UrlMaker unlimited = new UrlMaker(subject, OptionalLong.empty());
      var unused = meter.take(spec.template(), unlimited, "job " + spec.id(), urls);
    }
  }

  /** How much of the quota of a caller is used; empty for a caller without one. */
  Optional<CompletableFuture<QuotaState>> quota(Caller caller) {
    return maker(caller).quota().isPresent()
        ? Optional.of(meter.state(maker(caller)))
        : Optional.empty();
  }

  private List<String> warnings(QuotaState state, Template template, Caller caller) {
    if (!state.granted()) {
      throw new ApiException(
              List.of(
                  ApiFault.of(
                      "$",
                      ErrorCode.QUOTA_EXCEEDED,
                      words(state, subject(caller))
                          + "; URLs that were made are drawn as before, and new ones are made again"
                          + " in the next month of UTC")),
              Optional.of(new ApiException.Subject(template.id(), Optional.empty())))
          .retryAfter(toNextMonth(state));
    }
    if (!state.isWarning()) {
      return List.of();
    }
    logOnce(state, caller);
    return List.of(words(state, subject(caller)));
  }

  private Duration toNextMonth(QuotaState state) {
    return Duration.between(
        clock.instant(),
        state.month().plusMonths(1).atDay(1).atStartOfDay().toInstant(ZoneOffset.UTC));
  }

  private void logOnce(QuotaState state, Caller caller) {
    int step = state.isUsedUp() ? ALL : MOST;
    if (warned.size() >= WARNED) {
      warned.clear();
    }
    if (warned.add(subject(caller) + '\n' + state.month() + step + state.quota())) {
      log.warn("{}", words(state, subject(caller)));
    }
  }

  private static String words(QuotaState state, String subject) {
    return Math.min(ALL, state.percent())
        + " % of the quota of "
        + subject
        + " for "
        + state.month()
        + " is used: "
        + state.used()
        + " of "
        + state.quota().orElse(0)
        + " URLs";
  }

  /** Returns whether the URLs of a caller count: those of a token for tests do not. */
  static boolean isCounted(Caller caller) {
    return caller.grant().filter(Grant::test).isEmpty();
  }

  private static String subject(Caller caller) {
    return caller.grant().map(Grant::subject).orElse(UsageKey.NOBODY);
  }

  private static UrlMaker maker(Caller caller) {
    return new UrlMaker(
        subject(caller), caller.grant().map(Grant::quota).orElse(OptionalLong.empty()));
  }
}
