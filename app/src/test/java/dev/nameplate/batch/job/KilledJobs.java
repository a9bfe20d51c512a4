package dev.nameplate.batch.job;

import dev.nameplate.boot.Application;
import dev.nameplate.config.Settings;
import dev.nameplate.support.Applications;
import dev.nameplate.support.Waiting;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * A process that works on the jobs of a folder, and prints a letter when so many bytes of rows and
 * pictures are there. It goes on until it is killed, or until no job is left, which another letter
 * says.
 */
public final class KilledJobs {
  private KilledJobs() {}

  /** The work folder, a job's id and a number of bytes. */
  public static void main(String[] words) throws IOException {
    Path job = Path.of(words[0], "jobs", words[1]);
    long bytes = Long.parseLong(words[2]);
    Settings settings = Settings.read(Map.of("NAMEPLATE_WORK", "none"), Map.of());
    try (Application application = Applications.offline(settings);
        JobFixture jobs =
            new JobFixture(application, Path.of(words[0]), 1L << 30, () -> JobFixture.START)) {
      Thread watcher = new Thread(() -> watch(job, bytes));
      watcher.setDaemon(true);
      watcher.start();
      JobFixture unused = jobs.run();
      System.out.print('e');
      System.out.flush();
    }
  }

  private static void watch(Path job, long bytes) {
    Waiting.until(
        "so many bytes", () -> size(job.resolve("rows")) + size(job.resolve("pictures")) >= bytes);
    System.out.print('k');
    System.out.flush();
  }

  static long size(Path file) {
    try {
      return Files.exists(file) ? Files.size(file) : 0;
    } catch (IOException gone) {
      return 0;
    }
  }
}
