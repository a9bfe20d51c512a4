package dev.nameplate.serve;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nameplate.pipeline.background.BackgroundSettings;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What follows from the settings. */
final class ServeSettingsTest {
  @Test
  void patience_leavesTimeToDraw() {
    assertThat(settings(Duration.ofSeconds(2)).remoteTimeout()).isEqualTo(Duration.ofMillis(1500));
    assertThat(settings(Duration.ofMillis(400)).remoteTimeout()).isEqualTo(Duration.ofMillis(300));
  }

  private static ServeSettings settings(Duration deadline) {
    return new ServeSettings(1, 16 << 20, BackgroundSettings.DEFAULT, deadline, 1, 1);
  }
}
