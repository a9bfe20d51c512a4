package dev.nameplate.edit.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Diffs are those that {@code patch} and {@code git apply} take. */
final class LinePatchTest {
  @Test
  void equalTexts_haveNoDiff() {
    assertThat(LinePatch.of("a/b.json", "x\n", "x\n")).isEmpty();
  }

  @Test
  void newFile_comesFromNothing() {
    assertThat(LinePatch.of("a.json", "", "x\ny\n"))
        .isEqualTo("--- /dev/null\n+++ b/a.json\n@@ -0,0 +1,2 @@\n+x\n+y\n");
  }

  @Test
  void change_hasThreeLinesAround() {
    String before = "1\n2\n3\n4\n5\n6\n7\n8\n9\n";
    assertThat(LinePatch.of("a.json", before, before.replace("5\n", "five\n")))
        .isEqualTo(
            "--- a/a.json\n+++ b/a.json\n@@ -2,7 +2,7 @@\n 2\n 3\n 4\n-5\n+five\n 6\n 7\n 8\n");
  }

  @Test
  void lineFeed_thatIsMissing_isNamed() {
    assertThat(LinePatch.of("a.json", "x\n", "x"))
        .isEqualTo(
            "--- a/a.json\n+++ b/a.json\n@@ -1,1 +1,1 @@\n-x\n+x\n\\ No newline at end of file\n");
  }
}
