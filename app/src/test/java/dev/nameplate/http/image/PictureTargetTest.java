package dev.nameplate.http.image;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nameplate.template.TemplateId;
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
        .contains(
            new PictureTarget(
                new TemplateId(id),
                Optional.empty(),
                Optional.ofNullable(scale),
                Optional.ofNullable(format)));
  }

  /** Tools escape {@code @} and {@code ~} on the way; RFC 3986 calls the escapes equal. */
  @ParameterizedTest
  @CsvSource({
    "/i/welcome%402x.png, /i/welcome@2x.png",
    "/i/welcome%401.5x, /i/welcome@1.5x",
    "/i/spring/vip%402x.jpeg, /i/spring/vip@2x.jpeg",
    "/i/welcome%7Eb.png, /i/welcome~b.png",
    "/i/welcome%7eb%402x.png, /i/welcome~b@2x.png"
  })
  void escapedPath_isReadAsThePlainOne(String escaped, String plain) {
    assertThat(PictureTarget.parse(plain)).isPresent();
    assertThat(PictureTarget.parse(escaped)).isEqualTo(PictureTarget.parse(plain));
  }

  @Test
  void path_withAVariant_namesIt() {
    assertThat(PictureTarget.parse("/i/welcome~blue@2x.png"))
        .contains(
            new PictureTarget(
                new TemplateId("welcome"),
                Optional.of("blue"),
                Optional.of("2"),
                Optional.of("png")));
  }

  @Test
  void reservedWord_isNoSegmentOfAnId_butMayBeAPartOfOne() {
    for (String word : TemplateId.RESERVED) {
      assertThat(PictureTarget.parse("/i/" + word + ".png")).isEmpty();
      assertThat(PictureTarget.parse("/i/" + word + "/welcome.png")).isEmpty();
      assertThat(PictureTarget.parse("/i/welcome/" + word)).isEmpty();
      assertThat(PictureTarget.parse("/i/welcome/" + word + "/3@2x.png")).isEmpty();
      assertThat(PictureTarget.parse("/i/my-" + word + ".png")).isPresent();
      assertThat(PictureTarget.parse("/i/" + word + "1.png")).isPresent();
    }
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
        "/i/a%40x",
        "/i/a%25402x.png",
        "/i/a%402x%402x.png",
        "/i/a%2Epng",
        "/i/a%2Fb",
        "/i/a%7E",
        "/i/a~.png",
        "/i/a~B.png",
        "/i/a~b~c.png",
        "/i/a@2x~b.png",
        "/i/~b.png",
        "/i/a%4",
        "/i/a%",
        "/j/a.png",
        "/i/a\u0000",
        "/i/a.png\n",
        "/i/versions",
        "/i/a/assets.png",
        "/i/fonts/a.png",
        "/i/edit",
        "/i/a/batch",
        "/i/a/sheet@2x.png",
        "/i/snippet.json"
      })
  void anyOtherPath_isNone(String path) {
    assertThat(PictureTarget.parse(path)).isEmpty();
  }

  @Test
  void longPath_isNone() {
    assertThat(PictureTarget.parse("/i/" + "a/".repeat(5_000) + "a.png")).isEmpty();
  }
}
