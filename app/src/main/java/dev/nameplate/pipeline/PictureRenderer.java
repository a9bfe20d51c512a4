package dev.nameplate.pipeline;

import dev.nameplate.geometry.Scale;
import dev.nameplate.merge.query.RawQuery;
import dev.nameplate.merge.value.MergedFields;
import dev.nameplate.scene.ClockState;
import dev.nameplate.scene.RenderKey;
import dev.nameplate.template.Format;
import dev.nameplate.template.Template;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;

/**
 * Renders one picture, step by step; caches backgrounds, not results. Safe for many threads.
 *
 * <p>{@code fields} are those of {@link #merge}, after {@link #settle} if remote images are to be
 * shown.
 */
public interface PictureRenderer {
  /**
   * The template's fields with their values after cleaning and fallback; never fails for any query.
   */
  MergedFields merge(Template template, RawQuery query);

  /**
   * Fetches remote images that the fields refer to.
   *
   * @param patience the time after which an image counts as failed
   * @return the fields with each image found or failed; never fails itself, and is already complete
   *     if nothing has to be fetched
   */
  CompletableFuture<MergedFields> settle(Template template, MergedFields fields, Duration patience);

  /**
   * What the picture's countdowns show at an instant.
   *
   * @return {@link ClockState#NONE} if the template has no countdown
   */
  ClockState clockState(Template template, MergedFields fields, Format format, Instant now);

  /** The identity of the picture that {@link #picture} renders from the same arguments. */
  RenderKey key(
      Template template, MergedFields fields, Scale scale, Format format, ClockState clockState);

  /**
   * Renders a picture on the calling thread. A layer that fails is left out and listed in the
   * result.
   *
   * @param format an animated one gives one frame for each second of a running clock
   * @throws RuntimeException only if the picture as a whole cannot be rendered
   */
  RenderResult picture(
      Template template, MergedFields fields, Scale scale, Format format, ClockState clockState);

  /**
   * How the picture is drawn and why. It is not rendered, except to check a limit on its bytes.
   *
   * @param scale decides the entity tag and, with such a limit, the size
   */
  Explanation explain(Template template, MergedFields fields, Scale scale, ClockState clockState);
}
