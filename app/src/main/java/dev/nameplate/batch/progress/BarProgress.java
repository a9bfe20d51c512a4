package dev.nameplate.batch.progress;

import dev.nameplate.batch.BatchPosition;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** A bar on a terminal's standard error: share of the list, rate, time left and states. */
public final class BarProgress implements RunProgress {
  private static final int REFRESH_MILLIS = 250;
  private static final long KIB = 1024;

  private final ProgressBar bar;

  /**
   * @param bytes the list's length; 0 where it is not known
   */
  public BarProgress(long bytes) {
    bar =
        new ProgressBarBuilder()
            .setTaskName("rows")
            .setInitialMax(bytes == 0 ? -1 : bytes)
            .setUnit(" KiB", KIB)
            .setStyle(ProgressBarStyle.ASCII)
            .setUpdateIntervalMillis(REFRESH_MILLIS)
            .showSpeed()
            .build();
  }

  @Override
  public void accept(BatchPosition position) {
    bar.stepTo(position.input());
    bar.setExtraMessage(" " + PlainProgress.states(position.tally()));
  }

  /** Draws the bar a last time and leaves its line. */
  @Override
  public void close() {
    bar.close();
  }
}
