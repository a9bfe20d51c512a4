package dev.nameplate.edit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.nameplate.batch.audit.WorstRows;
import dev.nameplate.encode.EncodedPicture;
import dev.nameplate.geometry.Scale;
import dev.nameplate.merge.value.MergedFields;
import dev.nameplate.preflight.Finding;
import dev.nameplate.preflight.Preflight;
import dev.nameplate.preflight.RowSummary;
import dev.nameplate.preflight.TestMatrix;
import dev.nameplate.scene.ClockState;
import dev.nameplate.template.Format;
import dev.nameplate.template.Sample;
import dev.nameplate.template.Template;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;

/**
 * Looks at drafts with the data that nobody thinks of while they are edited. It works on threads
 * that pictures leave free, and gives up what it does for a draft as soon as that changes again, so
 * that the canvas never waits for it for longer than one drawing step. Safe for many threads.
 */
public final class DraftChecks {
  /** How many editors are known at a time; of others the check is not given up. */
  private static final int EDITORS = 256;

  private static final int KEPT = 32;

  /** The width in pixels that a small picture has at least, if the template has it at 1x. */
  private static final int SMALL = 280;

  private static final List<Scale> SMALL_SCALES = List.of(new Scale(25), new Scale(50));

  private final DraftPictures pictures;
  private final Cache<String, String> newest = Caffeine.newBuilder().maximumSize(EDITORS).build();
  private final Cache<String, List<Finding>> found =
      Caffeine.newBuilder().maximumSize(KEPT).build();
  private final Cache<String, RowSummary> usual = Caffeine.newBuilder().maximumSize(KEPT).build();

  /**
   * @param pictures draws
   */
  public DraftChecks(DraftPictures pictures) {
    this.pictures = pictures;
  }

  /**
   * An editor's draft as it is now: work for an earlier one, or of an earlier run, ends.
   *
   * @param editor tells the windows of an editor apart; any text
   * @param run tells what a window wants now from what it wanted before; any text
   */
  public record Look(String editor, String run, Template template, List<Sample> samples) {
    public Look {
      samples = List.copyOf(samples);
    }

    private String key() {
      return template.id() + " " + editor;
    }

    private String now() {
      return template.digest() + " " + run;
    }

    private String digest() {
      return template.id() + " " + template.digest() + " " + samples.hashCode();
    }
  }

  /** A window draws a draft: where it is another one, what is done for the one before ends. */
  public void drawn(Look look) {
    String before = newest.getIfPresent(look.key());
    if (before == null || !before.startsWith(look.template().digest())) {
      begun(look);
    }
  }

  private void begun(Look look) {
    newest.put(look.key(), look.now());
  }

  private void stopIfOld(Look look) {
    String now = newest.getIfPresent(look.key());
    if (now != null && !now.equals(look.now())) {
      throw new CancellationException("the draft has changed");
    }
  }

  /**
   * Returns what {@link Preflight} finds of a draft: the very findings of {@code nameplate check}.
   *
   * @return fails with {@link CancellationException} where the draft changes meanwhile, and with
   *     {@link java.util.concurrent.RejectedExecutionException} where too much waits to be drawn
   */
  public CompletableFuture<List<Finding>> findings(Look look) {
    begun(look);
    List<Finding> known = found.getIfPresent(look.digest());
    return known != null
        ? CompletableFuture.completedFuture(known)
        : pictures
            .executor()
            .background(
                () -> {
                  List<Finding> made = preflight(look).findings(look.template(), look.samples());
                  found.put(look.digest(), made);
                  return made;
                });
  }

  private Preflight preflight(Look look) {
    return new Preflight(pictures.offline().before(() -> stopIfOld(look)));
  }

  /**
   * Returns a draft's look with some values.
   *
   * @return fails as {@link #findings(Look)} does
   */
  public CompletableFuture<CaseView> look(Look look, Sample sample) {
    begun(look);
    PictureOrder order =
        new PictureOrder(
            look.template(), sample, small(look.template()), Optional.empty(), Set.of());
    return pictures
        .settled(order)
        .thenCompose(fields -> pictures.executor().background(() -> seen(look, order, fields)));
  }

  private CaseView seen(Look look, PictureOrder order, MergedFields fields) {
    stopIfOld(look);
    List<Finding> findings = preflight(look).findings(look.template(), order.sample());
    stopIfOld(look);
    return view(look, order, fields, Optional.of(pictures.file(order, fields)), findings);
  }

  /**
   * Returns a draft's look with several values, as far as it shows without painting: without
   * pictures, with the findings of layout alone, and without remote images.
   *
   * @return one for each sample, in order; fails as {@link #findings(Look)} does
   */
  public CompletableFuture<List<CaseView>> sketches(Look look, List<Sample> samples) {
    return pictures
        .executor()
        .background(() -> samples.stream().map(sample -> sketch(look, sample)).toList());
  }

  private CaseView sketch(Look look, Sample sample) {
    PictureOrder order =
        new PictureOrder(look.template(), sample, Scale.ONE, Optional.empty(), Set.of());
    List<Finding> findings =
        new Preflight(pictures.offline()).layoutFindings(look.template(), sample);
    return view(look, order, pictures.merge(order), Optional.empty(), findings);
  }

  private CaseView view(
      Look look,
      PictureOrder order,
      MergedFields fields,
      Optional<EncodedPicture> picture,
      List<Finding> findings) {
    return new CaseView(
        order.sample(),
        picture,
        pictures.placed(order, fields),
        summary(look, order, fields).differencesFrom(usual(look)),
        findings);
  }

  private RowSummary usual(Look look) {
    return usual.get(
        look.digest(),
        absent -> {
          PictureOrder order =
              PictureOrder.of(
                  look.template(), TestMatrix.of(look.template(), look.samples()).get(0).values());
          return summary(look, order, pictures.merge(order));
        });
  }

  private RowSummary summary(Look look, PictureOrder order, MergedFields fields) {
    Template template = look.template();
    ClockState state =
        pictures.offline().pipeline().clockState(template, fields, Format.PNG, pictures.at(order));
    return RowSummary.of(
        template.design(fields.standard()),
        pictures.offline().pipeline().explain(template, fields, Scale.ONE, state));
  }

  private static Scale small(Template template) {
    return SMALL_SCALES.stream()
        .filter(scale -> template.size().width() * scale.factor() >= SMALL)
        .findFirst()
        .orElse(Scale.ONE);
  }

  /**
   * Returns the rows of a list whose pictures are worst, the worst first.
   *
   * @param list the bytes of a CSV or JSON Lines file
   * @param most how many rows at most
   * @return fails with {@link dev.nameplate.batch.csv.ListException} where it is no list
   */
  public CompletableFuture<WorstRows> worst(Look look, byte[] list, int most) {
    begun(look);
    return pictures
        .executor()
        .background(() -> WorstRows.of(pictures.offline().pipeline(), look.template(), list, most));
  }
}
