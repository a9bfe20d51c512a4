package dev.nameplate.batch.job;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nameplate.store.WorkFolder;
import dev.nameplate.store.WorkSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The queue of a work folder. */
final class WorkJobQueueTest extends JobQueueContract {
  @TempDir
  @SuppressWarnings("NullAway.Init") // JUnit sets it.
  private Path folder;

  private final List<AutoCloseable> open = new ArrayList<>();

  private WorkFolder work() {
    WorkFolder work = WorkFolder.open(new WorkSettings(Optional.of(folder), 1L << 24));
    open.add(work);
    return work;
  }

  @Override
  protected JobQueue queue(InstantSource clock) {
    WorkJobQueue queue = new WorkJobQueue(work(), clock);
    open.add(queue);
    return queue;
  }

  @Override
  protected JobQueue again(InstantSource clock) {
    closeAll();
    return queue(clock);
  }

  @AfterEach
  void closeAll() {
    for (AutoCloseable each : open) {
      try {
        each.close();
      } catch (Exception failed) {
        throw new IllegalStateException(failed);
      }
    }
    open.clear();
  }

  @Test
  void claim_jobOfAnotherHolder_isLeftToIt() throws IOException {
    InstantSource clock = () -> Instant.EPOCH;
    JobQueue one = queue(clock);
    JobQueue other = queue(clock);
    one.enqueue(spec("a", "one", 1));
    assertThat(one.claim()).isPresent();
    assertThat(other.claim()).isEmpty();
    assertThat(other.find("a").orElseThrow().status()).isEqualTo(JobStatus.RUNNING);
    assertThat(other.change("a", JobChange.CANCEL).orElseThrow().status())
        .isEqualTo(JobStatus.RUNNING);
  }
}
