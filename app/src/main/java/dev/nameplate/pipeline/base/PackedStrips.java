package dev.nameplate.pipeline.base;

import dev.nameplate.encode.Effort;
import dev.nameplate.encode.StripStore;
import dev.nameplate.render.PreparedBase;
import java.util.List;

/**
 * A base's strips in one format.
 *
 * @param effort that they were packed with
 * @param failures the layers that the base lacked
 */
public record PackedStrips(StripStore store, Effort effort, List<String> failures) {
  public PackedStrips {
    failures = List.copyOf(failures);
  }

  public boolean provisional() {
    return effort == Effort.QUICK;
  }

  /** Whether they show what a base shows that was painted at another time. */
  public boolean isOf(PreparedBase base) {
    return failures.equals(base.failures());
  }
}
