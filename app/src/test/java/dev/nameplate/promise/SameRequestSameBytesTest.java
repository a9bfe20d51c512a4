package dev.nameplate.promise;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nameplate.support.JavaProcess;
import dev.nameplate.support.TestApplication;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Promise 2: the same request gives the same bytes on every node of one build. The other node is a
 * process of its own, because the order of sets and maps is another in each process, and goes by
 * another locale, time zone and encoding.
 */
final class SameRequestSameBytesTest {
  @TempDir
  @SuppressWarnings("NullAway.Init") // JUnit sets it.
  Path folder;

  @Test
  void otherProcess_withOtherLocaleAndZone_drawsTheSameBytes()
      throws IOException, InterruptedException {
    Path errors = folder.resolve("errors");
    Process other =
        JavaProcess.of(
                List.of(
                    "-Dnameplate.everything=" + Boolean.getBoolean("nameplate.everything"),
                    "-Duser.language=tr",
                    "-Duser.country=TR",
                    "-Duser.timezone=Asia/Kathmandu",
                    "-Dfile.encoding=ISO-8859-1"),
                SampleDigests.class.getName())
            .redirectError(errors.toFile())
            .start();
    List<String> here = SampleDigests.lines(TestApplication.application());
    List<String> there =
        new String(other.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
            .lines()
            .filter(line -> line.startsWith("picture "))
            .toList();
    assertThat(other.waitFor()).as(Files.readString(errors)).isZero();
    assertThat(there).hasSizeGreaterThan(100).isEqualTo(here);
  }
}
