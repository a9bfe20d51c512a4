package dev.nameplate.serve;

import dev.nameplate.geometry.Scale;
import dev.nameplate.merge.query.RawQuery;
import dev.nameplate.merge.value.MergedFields;
import dev.nameplate.pipeline.Explanation;
import dev.nameplate.pipeline.PictureRenderer;
import dev.nameplate.pipeline.RenderResult;
import dev.nameplate.scene.ClockState;
import dev.nameplate.scene.RenderKey;
import dev.nameplate.template.Format;
import dev.nameplate.template.Template;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;

/** A drawing that leaves every step to another, for tests that change one. */
public class ForwardingDrawing implements PictureRenderer {
  private final PictureRenderer other;

  protected ForwardingDrawing(PictureRenderer other) {
    this.other = other;
  }

  @Override
  public MergedFields merge(Template template, RawQuery query) {
    return other.merge(template, query);
  }

  @Override
  public CompletableFuture<MergedFields> settle(
      Template template, MergedFields fields, Duration patience) {
    return other.settle(template, fields, patience);
  }

  @Override
  public ClockState clockState(Template template, MergedFields fields, Format format, Instant now) {
    return other.clockState(template, fields, format, now);
  }

  @Override
  public RenderKey key(
      Template template, MergedFields fields, Scale scale, Format format, ClockState clockState) {
    return other.key(template, fields, scale, format, clockState);
  }

  @Override
  public RenderResult picture(
      Template template, MergedFields fields, Scale scale, Format format, ClockState clockState) {
    return other.picture(template, fields, scale, format, clockState);
  }

  @Override
  public RenderResult bestPicture(
      Template template, MergedFields fields, Scale scale, Format format, ClockState clockState) {
    return other.bestPicture(template, fields, scale, format, clockState);
  }

  @Override
  public Explanation explain(
      Template template, MergedFields fields, Scale scale, ClockState clockState) {
    return other.explain(template, fields, scale, clockState);
  }
}
