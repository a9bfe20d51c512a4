package dev.nameplate.pipeline.background;

import dev.nameplate.encode.Effort;
import dev.nameplate.encode.StripStore;
import dev.nameplate.render.PreparedBackground;
import java.util.List;

/**
 * A base's strips in one format.
 *
 * @param effort that they were packed with
 * @param failures the layers that the base lacked
 */
public record EncodedStrips(StripStore store, Effort effort, List<String> failures) {
  public EncodedStrips {
    failures = List.copyOf(failures);
  }

  public boolean provisional() {
    return effort == Effort.QUICK;
  }

  /** Whether they show what a base shows that was painted at another time. */
  public boolean isOf(PreparedBackground base) {
    return failures.equals(base.failures());
  }
}
