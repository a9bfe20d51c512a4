package dev.nameplate.batch.job;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nameplate.batch.ListFixture;
import dev.nameplate.support.JavaProcess;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Jobs whose process is killed at seeded instants and that another process ends. {@code
 * app/load/kill-jobs.sh} runs it with more rounds and rows.
 */
public final class KilledJobsTest {
  private static final int ROUNDS = 2;

  @TempDir
  @SuppressWarnings("NullAway.Init") // JUnit sets it.
  private Path folder;

  @ParameterizedTest
  @EnumSource(JobMode.class)
  void job_killedAtAnyInstant_endsAsIfItWasNot(JobMode mode) throws Exception {
    assertThat(rounds(folder, mode, ROUNDS, mode.draws() ? 96 : 20_000, 31)).isEmpty();
  }

  /** Runs rounds by hand: mode, rounds, rows, seed. Ends with 1 where one differs. */
  public static void main(String[] words) throws Exception {
    Path folder = java.nio.file.Files.createTempDirectory("killed-jobs");
    String differs =
        rounds(
            folder,
            JobMode.ofLabel(words[0]).orElseThrow(),
            Integer.parseInt(words[1]),
            Integer.parseInt(words[2]),
            Long.parseLong(words[3]));
    PrintStream out = System.out;
    out.println(differs.isEmpty() ? words[1] + " rounds, no result differs" : differs);
    System.exit(differs.isEmpty() ? 0 : 1);
  }

  private static String list(int rows) {
    StringBuilder text = new StringBuilder("name,city\n");
    for (int row = 0; row < rows; row++) {
      text.append(row % 11 == 3 ? "" : "Ann " + (char) ('A' + row / 2 % 26) + " " + row / 52)
          .append(row % 17 == 5 ? "\n" : ",Ulm\n");
    }
    return text.toString();
  }

  /** What differs; empty where nothing does. */
  private static String rounds(Path folder, JobMode mode, int rounds, int rows, long seed)
      throws Exception {
    byte[] expected;
    byte[] archive;
    long pictures;
    long bytes;
    Path whole = folder.resolve("whole-" + mode);
    try (JobFixture jobs = new JobFixture(whole)) {
      Job job = jobs.submit(list(rows), mode);
      Job done = jobs.run().now(job);
      expected = jobs.results(job);
      archive = mode == JobMode.FILES ? jobs.zip(job) : new byte[0];
      pictures = done.progress().pictures();
      Path files = whole.resolve("jobs").resolve(job.spec().id());
      bytes = KilledJobs.size(files.resolve("rows")) + KilledJobs.size(files.resolve("pictures"));
    }
    Random random = new Random(seed);
    for (int round = 0; round < rounds; round++) {
      Path work = folder.resolve(mode + "-" + round);
      Job job;
      try (JobFixture jobs = new JobFixture(work)) {
        job = jobs.submit(list(rows), mode);
      }
      killed(work, job, (long) (bytes * random.nextDouble()));
      try (JobFixture jobs = new JobFixture(work)) {
        Job done = jobs.run().now(job);
        boolean same =
            done.status() == JobStatus.COMPLETED
                && Arrays.equals(jobs.results(job), expected)
                && (mode != JobMode.FILES || Arrays.equals(jobs.zip(job), archive))
                && done.progress().pictures() == pictures
                && ListFixture.sum(done.progress().tally()) == rows;
        if (!same) {
          return mode + ": round " + round + " differs";
        }
      }
    }
    return "";
  }

  private static void killed(Path work, Job job, long bytes) throws Exception {
    Process process =
        JavaProcess.of(
                List.of(), KilledJobs.class.getName(), work.toString(), job.spec().id(), bytes + "")
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    int said = process.getInputStream().read();
    process.destroyForcibly().waitFor();
    assertThat(said).isIn((int) 'k', (int) 'e');
  }
}
