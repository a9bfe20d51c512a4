package dev.nameplate.http.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The one grammar of paths. */
final class PictureTargetTest {
  @ParameterizedTest
  @CsvSource({
    "/i/welcome, welcome, , ",
    "/i/welcome.png, welcome, , png",
    "/i/welcome@2x.png, welcome, 2, png",
    "/i/welcome@1.5x, welcome, 1.5, ",
    "/i/spring/vip-1@2.00x.jpeg, spring/vip-1, 2.00, jpeg",
    "/i/welcome@99x.png, welcome, 99, png",
    "/i/welcome@2.001x.png, welcome, 2.001, png",
    "/i/0.json, 0, , json"
  })
  void path_ofAPicture_isRead(String path, String id, String scale, String format) {
    assertThat(PictureTarget.parse(path))
        .contains(new PictureTarget(id, Optional.ofNullable(scale), Optional.ofNullable(format)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/i/",
        "/i",
        "/i//welcome",
        "/i/welcome/",
        "/i/-x",
        "/i/Welcome",
        "/i/wel come",
        "/i/..",
        "/i/a/../b",
        "/i/a%2fb",
        "/i/a;x",
        "/i/a\\b",
        "/i/a@x",
        "/i/a@22222x",
        "/i/a.",
        "/i/a.PNG",
        "/i/a.png.png",
        "/i/a@2x@2x",
        "/j/a.png",
        "/i/a\u0000",
        "/i/a.png\n"
      })
  void anyOtherPath_isNone(String path) {
    assertThat(PictureTarget.parse(path)).isEmpty();
  }

  @Test
  void longPath_isNone() {
    assertThat(PictureTarget.parse("/i/" + "a/".repeat(5_000) + "a.png")).isEmpty();
  }
}
