package dev.nameplate.usage;

import dev.nameplate.store.WorkFolder;
import dev.nameplate.store.WorkSettings;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.locks.LockSupport;

/** A process that counts in a work folder, and says how far it is, until it is killed. */
final class UsageHolder {
  private static final long STEP_NANOS = 1_000_000;

  private UsageHolder() {}

  /**
   * Counts a hit, a picture and a URL about every millisecond, and prints how many it has counted
   * after each.
   *
   * @param arguments the folder, and the name of the template
   */
  public static void main(String... arguments) {
    WorkFolder work =
        WorkFolder.open(new WorkSettings(Optional.of(Path.of(arguments[0])), 1 << 24));
    UsageMeter meter =
        new UsageMeter(
            () -> new JournalUsageStore(work, 2_000), InstantSource.system(), System::nanoTime);
    meter.start();
    UsageCounter counter = meter.pictures(arguments[1]);
    UrlMaker maker = new UrlMaker("shop", OptionalLong.empty());
    for (long at = 1; ; at++) {
      counter.hit();
      counter.picture();
      meter.take(arguments[1], maker, "" + at, 1).join();
      System.out.println(at);
      LockSupport.parkNanos(STEP_NANOS);
    }
  }
}
