package dev.nameplate.batch.job;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nameplate.support.Tool;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Archives, by the programs that people open them with. */
final class ZipPartsTest {
  @TempDir
  @SuppressWarnings("NullAway.Init") // JUnit sets it.
  private Path folder;

  private Path archive(int part, int files) throws IOException {
    Path archive = folder.resolve("files-" + part + ".zip");
    ZipParts.Counter counter = new ZipParts.Counter();
    try (OutputStream out = Files.newOutputStream(archive);
        OutputStream buffered = new java.io.BufferedOutputStream(out)) {
      ZipParts.Writer zip = new ZipParts.Writer(buffered);
      for (int row = 2; row < files + 2; row++) {
        RowUnit.File file = new RowUnit.File(row, row % 2 == 0 ? "ann" : "", 0, 2);
        if (counter.next(2) == part) {
          zip.add(row, FileNames.of(file, "png"), new byte[] {(byte) row, 7});
        }
      }
      zip.finish();
    }
    return archive;
  }

  @Test
  void archive_opensInEveryProgram() throws IOException {
    String archive = archive(1, 2500).toString();
    Tool.find("unzip").ifPresent(tool -> tool.run(List.of("-tq", archive)));
    Tool.find("7z").ifPresent(tool -> tool.run(List.of("t", archive)));
    Tool.find("bsdtar").ifPresent(tool -> tool.run(List.of("-tf", archive)));
    Tool.find("python3")
        .ifPresent(
            tool ->
                tool.run(
                    List.of(
                        "-c",
                        """
                        import sys,zipfile
                        z=zipfile.ZipFile(sys.argv[1])
                        assert z.testzip() is None and len(z.namelist())==2501
                        assert not any(i.flag_bits&8 for i in z.infolist())
                        """,
                        archive)));
  }

  @Test
  void seventyThousandFiles_makePartsThatEachOpen() throws IOException {
    try (ZipFile first = new ZipFile(archive(1, 70_000).toFile());
        ZipFile second = new ZipFile(archive(2, 70_000).toFile())) {
      assertThat(first.size()).isEqualTo(65_001);
      assertThat(second.size()).isEqualTo(5_001);
      assertThat(first.getEntry("0000/0000002-ann.png")).isNotNull();
      assertThat(second.getEntry("0070/0070001.png")).isNotNull();
    }
    String archive = folder.resolve("files-1.zip").toString();
    Tool.find("unzip").ifPresent(tool -> tool.run(List.of("-tq", archive)));
  }

  @Test
  void names_areSafeOnEveryFileSystem() {
    FileSlug slugs = new FileSlug();
    assertThat(slugs.of("Ελένη Παπαδοπούλου")).isEqualTo("elene-papadopoulou");
    assertThat(slugs.of("../../etc/passwd\u0000:*?\"<>|")).isEqualTo("etc-passwd");
    assertThat(slugs.of("CON")).isEqualTo("con");
    assertThat(slugs.of("O’Brien & Søn")).isEqualTo("obrien-son");
    assertThat(slugs.of("🔥")).isEmpty();
    assertThat(slugs.of("a".repeat(500))).hasSize(48);
  }
}
