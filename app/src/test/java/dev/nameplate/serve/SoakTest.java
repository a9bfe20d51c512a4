package dev.nameplate.serve;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nameplate.boot.Application;
import dev.nameplate.config.Settings;
import dev.nameplate.support.Applications;
import dev.nameplate.support.Soak;
import dev.nameplate.support.TestApplication;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Many ask for few pictures at once: nobody gets another's, and nothing is drawn twice. */
final class SoakTest {
  @Test
  void manyAskers_getTheExpectedBytesAlone_andEachKeyIsDrawnOnce() {
    long before = TestApplication.application().images().renders();
    Soak.Tally tally = new Soak(TestApplication.application(), "Ada").run();
    assertThat(tally.wrong()).isEmpty();
    assertThat(tally.asked()).isGreaterThanOrEqualTo(Soak.THREADS * Soak.KEYS);
    assertThat(TestApplication.application().images().renders() - before).isEqualTo(Soak.KEYS);
  }

  @Test
  void bytesCompressedFast_haveTheSamePixels_underTheSameTag() {
    Settings settings =
        Settings.read(
            Map.of("NAMEPLATE_HOST", "127.0.0.1", "PORT", "0", "NAMEPLATE_DEADLINE", "20s"),
            Map.of());
    try (Application application = Applications.open(settings)) {
      Soak.Tally tally = new Soak(application, "Eve").run();
      assertThat(tally.wrong()).isEmpty();
      assertThat(tally.asked()).isGreaterThanOrEqualTo(Soak.THREADS * Soak.KEYS);
    }
  }
}
