package dev.nameplate.promise;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nameplate.support.JavaProcess;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Promise 11: a process that is killed while it prepares backgrounds leaves a folder from which the
 * next one draws the right pixels. {@code app/load/kill-preparing.sh} kills more often.
 */
final class KilledPreparationTest {
  private static final int KILLS = Integer.getInteger("nameplate.kills", 2);
  private static final long SEED = Long.getLong("nameplate.kills.from", 19);
  private static final int LONGEST_MILLIS = 2_000;

  @TempDir
  @SuppressWarnings("NullAway.Init") // JUnit sets it.
  Path folder;

  @Test
  void processesKilledAtAnyInstant_leaveAFolderThatDrawsTheRightPixels() throws Exception {
    int caught = 0;
    for (int round = 0; round < KILLS; round++) {
      Random random = new Random(SEED + round);
      Path work = folder.resolve("work-" + round / 5);
      Process process = start(work, random.nextLong());
      assertThat(process.inputReader(StandardCharsets.UTF_8).readLine()).isEqualTo("prepares");
      boolean ended = process.waitFor(random.nextInt(LONGEST_MILLIS), TimeUnit.MILLISECONDS);
      process.destroyForcibly().waitFor();
      caught += ended ? 0 : 1;
      PreparingProcess.check(work);
      delete(work.resolve("cache"), random);
    }
    assertThat(caught).as("processes killed before they were done").isPositive();
  }

  private static Process start(Path work, long seed) throws IOException {
    return JavaProcess.of(
            List.of(), PreparingProcess.class.getName(), work.toString(), Long.toString(seed))
        .redirectError(ProcessBuilder.Redirect.DISCARD)
        .start();
  }

  /** Deletes about half of the files, so that the next process has something to prepare. */
  private static void delete(Path cache, Random random) throws IOException {
    try (var files = Files.walk(cache)) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        if (random.nextBoolean()) {
          Files.delete(file);
        }
      }
    }
  }
}
