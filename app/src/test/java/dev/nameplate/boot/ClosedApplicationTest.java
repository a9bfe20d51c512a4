package dev.nameplate.boot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nameplate.config.Settings;
import dev.nameplate.support.Applications;
import dev.nameplate.support.PreparedWork;
import dev.nameplate.support.Waiting;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A program that is closed leaves nothing running, however early that is. */
final class ClosedApplicationTest {
  private static final int STARTS = 12;

  @TempDir
  @SuppressWarnings("NullAway.Init") // JUnit sets it.
  Path folder;

  @Test
  void application_closedAsSoonAsItIsOpen_leavesNoThreadOfJobs() {
    Set<Long> before = jobThreads();
    for (int start = 0; start < STARTS; start++) {
      Path work = PreparedWork.in(folder.resolve("at-" + start));
      Settings settings =
          Settings.read(
              Map.of(
                  "NAMEPLATE_HOST",
                  "127.0.0.1",
                  "PORT",
                  "0",
                  "NAMEPLATE_WARM_UP",
                  "0",
                  "NAMEPLATE_WORK",
                  work.toString()),
              Map.of());
      Applications.open(settings).close();
    }
    Waiting.until("threads of jobs end", () -> before.containsAll(jobThreads()));
    assertThat(before).containsAll(jobThreads());
  }

  private static Set<Long> jobThreads() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().startsWith("job"))
        .map(Thread::getId)
        .collect(Collectors.toSet());
  }
}
