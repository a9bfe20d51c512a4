package dev.nameplate.preflight;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nameplate.TemplateTools;
import dev.nameplate.config.SheetCommand;
import dev.nameplate.house.Pictures;
import dev.nameplate.house.TestHouse;
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
    String out = folder.resolve("sheet.png").toString();
    SheetCommand.Asked asked = SheetCommand.parse("welcome", "--out", out).orElseThrow();
    new TemplateTools(TestHouse.house()).sheet(asked);
    assertThat(Pictures.decode(Files.readAllBytes(asked.out())).getWidth()).isGreaterThan(1800);
  }

  @Test
  void page_showsEveryRow_andAsksForNothingOutside() {
    HttpResponse<byte[]> answer = TestHouse.get("/t/welcome/sheet");
    String page = new String(answer.body(), StandardCharsets.UTF_8);
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(page).contains("<h3>60 letters</h3>", "name unmerged: left out");
    assertThat(page).doesNotContain("http://", "https://", "<style", "onclick");
    assertThat(answer.headers().firstValue("Content-Security-Policy").orElseThrow())
        .startsWith("default-src 'none'")
        .doesNotContain("unsafe");
    assertThat(TestHouse.get("/t/nothing/sheet").statusCode()).isEqualTo(404);
  }
}
