package dev.nameplate.pipeline;

import dev.nameplate.geometry.Scale;
import dev.nameplate.merge.query.RawQuery;
import dev.nameplate.merge.value.MergedFields;
import dev.nameplate.scene.ClockState;
import dev.nameplate.scene.RenderKey;
import dev.nameplate.template.Format;
import dev.nameplate.template.Template;
import dev.nameplate.util.TraceParent;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * Renders one picture, step by step; caches backgrounds, not results. Safe for many threads.
 *
 * <p>{@code fields} are those of {@link #merge}, after {@link #settle} if remote images are to be
 * shown.
 */
public interface PictureRenderer {
  /**
   * Returns the template's fields with their values after cleaning and fallback. Never fails for
   * any query; fetches nothing.
   */
  MergedFields merge(Template template, RawQuery query);

  /**
   * Fetches remote images that the fields refer to. Does not block.
   *
   * @param patience the time after which an image counts as failed
   * @return the fields with each image found or failed; the future never fails, and is already
   *     complete if nothing has to be fetched
   */
  CompletableFuture<MergedFields> settle(Template template, MergedFields fields, Duration patience);

  /**
   * The same for a request that belongs to a trace.
   *
   * @param trace passed on with the fetches that begin for it
   */
  default CompletableFuture<MergedFields> settle(
      Template template, MergedFields fields, Duration patience, Optional<TraceParent> trace) {
    return settle(template, fields, patience);
  }

  /**
   * Returns what the picture's countdowns show at an instant.
   *
   * @return {@link ClockState#NONE} if the template has no countdown
   */
  ClockState clockState(Template template, MergedFields fields, Format format, Instant now);

  /**
   * Returns the identity of the picture that {@link #picture} renders from the same arguments.
   * Nothing is rendered.
   */
  RenderKey key(
      Template template, MergedFields fields, Scale scale, Format format, ClockState clockState);

  /**
   * Renders a picture on the calling thread. A layer that fails is left out and listed in the
   * result.
   *
   * @param format an animated one gives one frame for each second of a running clock
   * @return the encoded picture, provisional where its background was compressed fast; its arrays
   *     may be shared and must not be changed
   * @throws RuntimeException only if the picture as a whole cannot be rendered
   */
  RenderResult picture(
      Template template, MergedFields fields, Scale scale, Format format, ClockState clockState);

  /**
   * The same picture compressed at best effort, which may take seconds the first time.
   *
   * @return a picture of the same pixels, never provisional
   * @throws RuntimeException only if the picture as a whole cannot be rendered
   */
  RenderResult bestPicture(
      Template template, MergedFields fields, Scale scale, Format format, ClockState clockState);

  /**
   * Explains how a picture is drawn and why. It is not rendered, except to check the template's
   * limit on the bytes of a PNG.
   *
   * @param scale decides the entity tag and, with such a limit, the number of bytes
   * @return an explanation with the recipient's data, which must not be logged
   */
  Explanation explain(Template template, MergedFields fields, Scale scale, ClockState clockState);
}
