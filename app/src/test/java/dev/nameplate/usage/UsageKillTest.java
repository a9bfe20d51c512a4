package dev.nameplate.usage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nameplate.store.WorkFolder;
import dev.nameplate.store.WorkSettings;
import dev.nameplate.support.JavaProcess;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.SortedMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two processes on one folder are killed again and again; {@code app/load/usage.sh} does more. */
final class UsageKillTest {
  private static final int ROUNDS = Integer.getInteger("nameplate.kills", 3);
  private static final long SEED = Long.getLong("nameplate.seed", 1);
  private static final LocalDate FROM = LocalDate.of(2020, 1, 1);

  @TempDir
  @SuppressWarnings("NullAway.Init") // JUnit sets it.
  Path folder;

  private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

  /** What a process that counts has said so far, with the time of each line. */
  private static final class Counting {
    private final Process process;
    private final BufferedReader lines;
    private final List<Long> heard = new ArrayList<>();

    Counting(Path folder, String template) throws IOException {
      process =
          JavaProcess.of(List.of(), UsageHolder.class.getName(), folder.toString(), template)
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      lines = process.inputReader(StandardCharsets.UTF_8);
    }

    /** Listens until it has counted for a while. */
    void listen(long nanos) throws IOException {
      hear();
      long end = System.nanoTime() + nanos;
      while (System.nanoTime() < end) {
        hear();
      }
    }

    private boolean hear() throws IOException {
      boolean more = lines.readLine() != null;
      if (more) {
        heard.add(System.nanoTime());
      }
      return more;
    }

    /** Kills it, and returns how much it counted: surely, a second before its end, and at most. */
    long[] kill() throws IOException, InterruptedException {
      long end = System.nanoTime();
      boolean unused = process.toHandle().destroyForcibly(); // which leaves the pipe open
      while (hear()) {
        // What it said before.
      }
      assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
      long sure = heard.stream().filter(at -> at <= end - SECOND).count();
      return new long[] {sure, heard.size() + 1L};
    }
  }

  @Test
  void killedProcesses_loseASecondOfCountsAtMost() throws IOException, InterruptedException {
    Random random = new Random(SEED);
    long least = 0;
    long most = 0;
    for (int round = 0; round < ROUNDS; round++) {
      Counting one = new Counting(folder, "one");
      Counting two = new Counting(folder, "two");
      one.listen(SECOND + random.nextLong(SECOND / 2));
      two.listen(random.nextLong(SECOND / 4));
      for (Counting each : List.of(one, two)) {
        long[] bounds = each.kill();
        least += bounds[0];
        most += bounds[1];
      }
      UsageCounts sum = sum();
      for (long count : new long[] {sum.urls(), sum.pictures(), sum.hits()}) {
        assertThat(count).as("round %s", round).isBetween(least, most);
      }
      // What was lost stays lost, and what was kept stays kept.
      least = Math.min(sum.urls(), Math.min(sum.pictures(), sum.hits()));
      most = Math.max(sum.urls(), Math.max(sum.pictures(), sum.hits()));
    }
    assertThat(least).isPositive();
  }

  /** The sums that a process finds that starts later, before and after it has packed them. */
  private UsageCounts sum() throws IOException {
    try (WorkFolder work = WorkFolder.open(new WorkSettings(Optional.of(folder), 1 << 24))) {
      JournalUsageStore store = new JournalUsageStore(work);
      LocalDate tomorrow = LocalDate.now(java.time.ZoneOffset.UTC).plusDays(1);
      SortedMap<UsageKey, UsageCounts> before = store.read(FROM, tomorrow);
      store.compact(tomorrow);
      assertThat(store.read(FROM, tomorrow)).isEqualTo(before);
      return before.values().stream().reduce(UsageCounts.ZERO, UsageCounts::plus);
    }
  }
}
