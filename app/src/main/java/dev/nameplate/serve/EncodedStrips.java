package dev.nameplate.serve;

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
record EncodedStrips(StripStore store, Effort effort, List<String> failures) {
  EncodedStrips {
    failures = List.copyOf(failures);
  }

  boolean provisional() {
    return effort == Effort.QUICK;
  }

  /** Whether they show what a base shows that was painted at another time. */
  boolean isOf(PreparedBackground base) {
    return failures.equals(base.failures());
  }
}
