package dev.nameplate.edit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.nameplate.edit.text.LinePatch;
import dev.nameplate.geometry.Box;
import dev.nameplate.geometry.Scale;
import dev.nameplate.preflight.Preflight;
import dev.nameplate.preflight.TestMatrix;
import dev.nameplate.template.Sample;
import dev.nameplate.template.Template;
import dev.nameplate.template.library.TemplateLibrary;
import dev.nameplate.template.parse.ParseResult;
import dev.nameplate.util.SingleFlight;
import java.awt.image.BufferedImage;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/**
 * Compares drafts with what is published, over all samples and edge cases, and checks them. Works
 * on threads that recipients' pictures leave free. Safe for many threads.
 */
public final class Reviewer {
  /** How many reviews are kept, so that publishing does not repeat the one that was looked at. */
  private static final int KEPT = 32;

  private final DraftPictures pictures;
  private final TemplateLibrary templates;
  private final InstantSource clock;
  private final Preflight preflight;
  private final SingleFlight<String, Review> flights = new SingleFlight<>();
  private final Cache<String, Review> kept = Caffeine.newBuilder().maximumSize(KEPT).build();

  /**
   * @param pictures draws
   * @param templates gives samples, and the last good version of a file that is broken now
   * @param clock what countdowns show
   */
  public Reviewer(DraftPictures pictures, TemplateLibrary templates, InstantSource clock) {
    this.pictures = pictures;
    this.templates = templates;
    this.clock = clock;
    this.preflight = new Preflight(pictures.offline());
  }

  /**
   * Returns the samples of a template.
   *
   * @param state where it has none of its own yet, those of the template that it began with count
   */
  public List<Sample> samples(DraftState state) {
    return state.samples(templates);
  }

  /**
   * Reviews a draft.
   *
   * @param template the draft, read without faults
   * @return completes with what would change; fails with {@link
   *     java.util.concurrent.RejectedExecutionException} where too much waits to be drawn
   */
  public CompletableFuture<Review> review(DraftState state, Template template) {
    String key = state.id() + state.draft().etag() + state.published().map(Published::tag);
    Review known = kept.getIfPresent(key);
    return known != null
        ? CompletableFuture.completedFuture(known)
        : flights
            .run(key, () -> pictures.executor().background(() -> made(state, template)))
            .thenApply(
                review -> {
                  kept.put(key, review);
                  return review;
                });
  }

  private Review made(DraftState state, Template template) {
    List<Sample> samples = samples(state);
    Optional<Template> before = before(state);
    List<Sample> cases = cases(template, samples);
    List<Review.Change> changes = new ArrayList<>();
    for (Sample sample : cases) {
      change(before, template, sample).ifPresent(changes::add);
    }
    changes.sort(Comparator.comparingDouble(Review.Change::share).reversed());
    return new Review(
        state.draft().etag(),
        state.published().map(Published::tag),
        preflight.findings(template, samples),
        changes,
        cases.size() - changes.size(),
        patch(state));
  }

  /** Returns the change of the file as a unified diff; empty where nothing changes. */
  public static String patch(DraftState state) {
    return LinePatch.of(
        state.id() + "/template.json",
        state.published().map(Published::text).orElse(""),
        state.draft().text());
  }

  private Optional<Template> before(DraftState state) {
    if (state.published().isEmpty()) {
      return Optional.empty();
    }
    ParseResult read = pictures.reader().read(state.id(), state.published().get().text());
    return read instanceof ParseResult.Usable usable
        ? Optional.of(usable.template())
        : templates.find(state.id().text());
  }

  /** The template's own samples, then edge cases, each with a name of its own. */
  private static List<Sample> cases(Template template, List<Sample> samples) {
    Map<String, Sample> cases = new LinkedHashMap<>();
    samples.forEach(sample -> cases.putIfAbsent(sample.name(), sample));
    TestMatrix.of(template, samples).forEach(sample -> cases.putIfAbsent(sample.name(), sample));
    return List.copyOf(cases.values());
  }

  private Optional<Review.Change> change(Optional<Template> before, Template after, Sample sample) {
    Instant at = sample.at().orElseGet(clock::instant);
    Function<Template, BufferedImage> drawn =
        template ->
            pictures.pixels(
                new PictureOrder(template, sample, Scale.ONE, Optional.empty(), Set.of()), at);
    BufferedImage fresh = drawn.apply(after);
    if (before.isEmpty()) {
      return Optional.of(
          new Review.Change(sample, 1, new Box(0, 0, fresh.getWidth(), fresh.getHeight())));
    }
    return PixelChange.of(drawn.apply(before.get()), fresh)
        .map(change -> new Review.Change(sample, change.share(), change.box()));
  }
}
