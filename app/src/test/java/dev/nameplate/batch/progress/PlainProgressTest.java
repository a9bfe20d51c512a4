package dev.nameplate.batch.progress;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.nameplate.batch.BatchPosition;
import dev.nameplate.batch.RowState;
import dev.nameplate.batch.Tally;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Lines of progress come by the clock alone. */
final class PlainProgressTest {
  private Instant now = Instant.parse("2026-01-01T00:00:00Z");
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final Tally tally = new Tally();

  private PlainProgress progress(long bytes) {
    return new PlainProgress(
        new PrintStream(out, true, UTF_8), bytes, () -> now, Duration.ofSeconds(5));
  }

  private void at(PlainProgress progress, long input, long millis) {
    now = now.plusMillis(millis);
    progress.accept(new BatchPosition(input, 0, 0, 0, tally));
  }

  @Test
  void line_comesWhenItsPauseIsOver_notBefore() {
    try (PlainProgress progress = progress(1_000)) {
      for (int row = 0; row < 1_000; row++) {
        tally.state(row % 10 == 0 ? RowState.FALLBACK : RowState.DONE);
      }
      at(progress, 100, 0);
      at(progress, 200, 4_999);
      assertThat(out.toString(UTF_8)).isEmpty();
      at(progress, 600, 1);
      assertThat(out.toString(UTF_8).strip())
          .isEqualTo("1,000 rows, 200 rows/s, 60 %, 4 s left; done 900, fallback 100");
      at(progress, 700, 4_999);
      assertThat(out.toString(UTF_8).lines()).hasSize(1);
    }
  }

  @Test
  void listOfUnknownLength_hasNoTimeLeft() {
    try (PlainProgress progress = progress(0)) {
      at(progress, 10, 0);
      at(progress, 20, 5_000);
      assertThat(out.toString(UTF_8).strip()).isEqualTo("0 rows, 0 rows/s; no rows");
    }
  }
}
