package dev.nameplate.render;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nameplate.encode.Strips;
import dev.nameplate.geometry.Box;
import dev.nameplate.geometry.Strip;
import java.util.BitSet;
import org.junit.jupiter.api.Test;

final class RowRunTest {
  /** Painted strips are handed to encoders by number: both must count the same rows. */
  @Test
  void stripHeight_inPaintingAndEncoding_isTheSame() {
    assertThat(Strips.ROWS).isEqualTo(Strip.ROWS);
    Strips strips = new Strips(100);
    for (int strip = 0; strip < strips.count(); strip++) {
      BitSet one = new BitSet();
      one.set(strip);
      int top = strips.firstRow(strip);
      assertThat(RowRun.of(one, 100)).containsExactly(new RowRun(top, top + strips.rows(strip)));
    }
  }

  @Test
  void adjacentStrips_areOneRun_andTheLastEndsWithThePicture() {
    BitSet strips = new BitSet();
    strips.set(0);
    strips.set(2, 4);
    assertThat(RowRun.of(strips, 60)).containsExactly(new RowRun(0, 16), new RowRun(32, 60));
    assertThat(RowRun.of(new BitSet(), 60)).isEmpty();
  }

  @Test
  void run_meetsBounds_uptoAPixelBeyondItsRows() {
    RowRun run = new RowRun(16, 32);
    assertThat(run.meets(new Box(0, 20, 5, 2))).isTrue();
    assertThat(run.meets(new Box(0, 10, 5, 5.5))).isTrue();
    assertThat(run.meets(new Box(0, 32.5, 5, 2))).isTrue();
    assertThat(run.meets(new Box(0, 10, 5, 5))).isFalse();
    assertThat(run.meets(new Box(0, 33, 5, 2))).isFalse();
  }
}
