package dev.nameplate.serve;

import dev.nameplate.geometry.Scale;
import dev.nameplate.merge.MergedFields;
import dev.nameplate.merge.RawQuery;
import dev.nameplate.pipeline.Drawing;
import dev.nameplate.pipeline.DrawnPicture;
import dev.nameplate.pipeline.Explanation;
import dev.nameplate.scene.Moment;
import dev.nameplate.scene.RenderKey;
import dev.nameplate.template.Format;
import dev.nameplate.template.Template;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;

/** A drawing that leaves every step to another, for tests that change one. */
class ForwardingDrawing implements Drawing {
  private final Drawing other;

  ForwardingDrawing(Drawing other) {
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
  public Moment moment(Template template, MergedFields fields, Format format, Instant now) {
    return other.moment(template, fields, format, now);
  }

  @Override
  public RenderKey key(
      Template template, MergedFields fields, Scale scale, Format format, Moment moment) {
    return other.key(template, fields, scale, format, moment);
  }

  @Override
  public DrawnPicture picture(
      Template template, MergedFields fields, Scale scale, Format format, Moment moment) {
    return other.picture(template, fields, scale, format, moment);
  }

  @Override
  public Explanation explain(Template template, MergedFields fields, Scale scale, Moment moment) {
    return other.explain(template, fields, scale, moment);
  }
}
