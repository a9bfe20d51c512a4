package dev.nameplate.preflight;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nameplate.cli.CommandRun;
import dev.nameplate.support.Pictures;
import dev.nameplate.support.TestApplication;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The contact sheet as a picture and as a page. */
final class ContactSheetTest {
  @TempDir
  @SuppressWarnings("NullAway.Init") // JUnit sets it.
  Path folder;

  @Test
  void sheet_ofATemplate_isOnePicture() throws IOException {
    Path out = folder.resolve("deep/sheet.png");
    CommandRun run = CommandRun.of("sheet", "welcome", "--out", out.toString());
    assertThat(run.out().strip()).isEqualTo(out.toString());
    assertThat(Pictures.decode(Files.readAllBytes(out)).getWidth()).isGreaterThan(1800);
  }

  @Test
  void page_showsEveryRow_andAsksForNothingOutside() {
    HttpResponse<byte[]> answer = TestApplication.get("/t/welcome/sheet");
    String page = new String(answer.body(), StandardCharsets.UTF_8);
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(page).contains("<h3>60 letters</h3>", "name unmerged: left out");
    assertThat(page).doesNotContain("http://", "https://", "<style", "onclick");
    assertThat(answer.headers().firstValue("Content-Security-Policy").orElseThrow())
        .startsWith("default-src 'none'")
        .doesNotContain("unsafe");
    assertThat(TestApplication.get("/t/nothing/sheet").statusCode()).isEqualTo(404);
  }
}
