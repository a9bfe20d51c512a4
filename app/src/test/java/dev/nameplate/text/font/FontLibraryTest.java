package dev.nameplate.text.font;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.ibm.icu.util.ULocale;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A missing or altered font stops the start with a clear message. */
final class FontLibraryTest {
  @TempDir
  @SuppressWarnings("NullAway.Init") // JUnit sets it.
  Path folder;

  @Test
  void projectFonts_load_withTheirWeights() {
    FontLibrary fonts = FontLibrary.load(Path.of("fonts"));
    assertThat(fonts.weights("Inter")).containsExactly(400, 500, 700);
    assertThat(fonts.digest()).hasSize(64);
  }

  @Test
  void alteredFont_isNamed_withItsDigest() throws IOException {
    copyFonts();
    Path file = folder.resolve("inter/Inter_700Bold.ttf");
    byte[] bytes = Files.readAllBytes(file);
    bytes[bytes.length - 1] ^= 1;
    Files.write(file, bytes);
    assertThatThrownBy(() -> FontLibrary.load(folder))
        .isInstanceOf(FontException.class)
        .hasMessageContaining("Inter_700Bold.ttf")
        .hasMessageContaining("sha256");
  }

  @Test
  void fontForLater_isChecked_whenATextNeedsIt() throws IOException {
    copyFonts();
    FontLibrary fonts = FontLibrary.load(folder);
    assertThat(fonts.drawable("Ελένη Maria Дмитрий")).isPresent();
    assertThatThrownBy(() -> fonts.drawable("王小明"))
        .isInstanceOf(FontException.class)
        .hasMessageContaining("NotoSansCJK-Regular.ttc");
  }

  @Test
  void missingFontForLater_isNamed_atTheStart() throws IOException {
    copyFonts();
    Files.delete(folder.resolve("noto-sans-cjk/NotoSansCJK-Bold.ttc"));
    assertThatThrownBy(() -> FontLibrary.load(folder))
        .isInstanceOf(FontException.class)
        .hasMessageContaining("NotoSansCJK-Bold.ttc");
  }

  @Test
  void hanLetters_areOfTheReadersRegion() {
    FontLibrary fonts = FontLibrary.load(Path.of("fonts"));
    assertThat(
            Stream.of("ja", "ko", "zh-Hans", "zh-Hant", "zh-HK", "zh-TW", "en")
                .map(tag -> fonts.fallbacks("Hani", ULocale.forLanguageTag(tag)).get(0).name()))
        .containsExactly(
            "Noto Sans CJK JP",
            "Noto Sans CJK KR",
            "Noto Sans CJK SC",
            "Noto Sans CJK TC",
            "Noto Sans CJK HK",
            "Noto Sans CJK TC",
            "Noto Sans CJK SC");
  }

  @Test
  void fontOfPictures_isNoFontForText() {
    FontLibrary fonts = FontLibrary.load(Path.of("fonts"));
    assertThat(fonts.weights("Noto Color Emoji")).isEmpty();
    assertThat(fonts.families()).contains("Noto Sans Arabic").doesNotContain("Noto Color Emoji");
  }

  @Test
  void missingFont_isNamed() throws IOException {
    copyFonts();
    Files.delete(folder.resolve("inter/Inter_400Regular.ttf"));
    assertThatThrownBy(() -> FontLibrary.load(folder))
        .isInstanceOf(FontException.class)
        .hasMessageContaining("inter/Inter_400Regular.ttf");
  }

  @Test
  void folderWithoutIndex_namesTheSetting() {
    assertThatThrownBy(() -> FontLibrary.load(folder))
        .isInstanceOf(FontException.class)
        .hasMessageContaining("NAMEPLATE_FONTS");
  }

  private void copyFonts() throws IOException {
    Path source = Path.of("fonts");
    try (Stream<Path> files = Files.walk(source)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path copy = folder.resolve(source.relativize(file).toString());
        Files.createDirectories(copy.getParent());
        if (isLazy(file)) {
          Files.createFile(copy);
        } else {
          Files.copy(file, copy);
        }
      }
    }
  }

  /** A font that is not read at the start, so that an empty file can stand for it. */
  private static boolean isLazy(Path file) {
    String name = file.getFileName().toString();
    return name.startsWith("Noto") && !name.equals("LICENSE");
  }

  /** Other fonts are scaled by them, so a text in any family can have letters of any script. */
  @Test
  void everyFamily_hasHeights_alsoWithoutLatinLetters() {
    FontLibrary fonts = FontLibrary.open(Path.of("fonts"));
    for (String family : fonts.families()) {
      OutlineFace face = fonts.selector(family, 400, ULocale.ENGLISH).primary();
      assertThat(face.capHeight()).as(family).isBetween(0.3, 1.5);
      assertThat(face.smallHeight()).as(family).isBetween(0.3, 1.5);
      assertThat(face.accentHeight()).as(family).isGreaterThanOrEqualTo(face.capHeight());
      assertThat(face.descent()).as(family).isGreaterThan(0);
    }
  }
}
