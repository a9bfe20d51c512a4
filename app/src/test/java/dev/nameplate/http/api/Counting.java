package dev.nameplate.http.api;

import dev.nameplate.api.CountedUrls;
import dev.nameplate.usage.MemoryUsageStore;
import dev.nameplate.usage.UsageMeter;
import java.time.InstantSource;

/** Meters for servers in tests. */
final class Counting {
  private Counting() {}

  /** Counts without quotas, on the heap. */
  static CountedUrls inMemory() {
    return new CountedUrls(meter(new MemoryUsageStore()), InstantSource.system());
  }

  /** A meter whose store cannot be opened. */
  static UsageMeter failing() {
    return new UsageMeter(
        () -> {
          throw new IllegalStateException("a bug");
        },
        InstantSource.system(),
        System::nanoTime);
  }

  private static UsageMeter meter(MemoryUsageStore store) {
    return new UsageMeter(() -> store, InstantSource.system(), System::nanoTime);
  }
}
