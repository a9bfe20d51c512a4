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

/** Renders one picture, step by step; keeps prepared backgrounds, not results. */
public interface PictureRenderer {
  /** A template's fields with what the query made of them. Never fails for a query's sake. */
  MergedFields merge(Template template, RawQuery query);

  /**
   * The fields with their pictures from outside, there already where none has to be fetched. It
   * never fails: what cannot be had within a time is told in the fields.
   */
  CompletableFuture<MergedFields> settle(Template template, MergedFields fields, Duration patience);

  /** What of an instant such a picture shows; nothing where the template shows no time. */
  ClockState moment(Template template, MergedFields fields, Format format, Instant now);

  /** The identity of the picture that {@link #picture} would draw. */
  RenderKey key(
      Template template, MergedFields fields, Scale scale, Format format, ClockState clockState);

  /**
   * The finished picture. A layer that fails is left out and named in the result.
   *
   * @throws RuntimeException only where the picture as a whole cannot be drawn
   */
  RenderResult picture(
      Template template, MergedFields fields, Scale scale, Format format, ClockState clockState);

  /** What would be drawn and why, without drawing it. */
  Explanation explain(Template template, MergedFields fields, Scale scale, ClockState clockState);
}
