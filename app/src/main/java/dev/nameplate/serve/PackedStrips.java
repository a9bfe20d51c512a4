package dev.nameplate.serve;

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
record PackedStrips(StripStore store, Effort effort, List<String> failures) {
  PackedStrips {
    failures = List.copyOf(failures);
  }

  boolean provisional() {
    return effort == Effort.QUICK;
  }

  /** Whether they show what a base shows that was painted at another time. */
  boolean isOf(PreparedBase base) {
    return failures.equals(base.failures());
  }
}
