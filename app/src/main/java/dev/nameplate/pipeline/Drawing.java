package dev.nameplate.pipeline;

import dev.nameplate.geometry.Scale;
import dev.nameplate.merge.MergedFields;
import dev.nameplate.merge.RawQuery;
import dev.nameplate.scene.Moment;
import dev.nameplate.scene.RenderKey;
import dev.nameplate.template.Format;
import dev.nameplate.template.Template;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;

/** Renders one picture, step by step; keeps prepared backgrounds, not results. */
public interface Drawing {
  /** A template's fields with what the query made of them. Never fails for a query's sake. */
  MergedFields merge(Template template, RawQuery query);

  /**
   * The fields with their pictures from outside, there already where none has to be fetched. It
   * never fails: what cannot be had within a time is told in the fields.
   */
  CompletableFuture<MergedFields> settle(Template template, MergedFields fields, Duration patience);

  /** What of an instant such a picture shows; nothing where the template shows no time. */
  Moment moment(Template template, MergedFields fields, Format format, Instant now);

  /** The identity of the picture that {@link #picture} would draw. */
  RenderKey key(Template template, MergedFields fields, Scale scale, Format format, Moment moment);

  /**
   * The finished picture. A layer that fails is left out and named in the result.
   *
   * @throws RuntimeException only where the picture as a whole cannot be drawn
   */
  DrawnPicture picture(
      Template template, MergedFields fields, Scale scale, Format format, Moment moment);

  /** What would be drawn and why, without drawing it. */
  Explanation explain(Template template, MergedFields fields, Scale scale, Moment moment);
}
