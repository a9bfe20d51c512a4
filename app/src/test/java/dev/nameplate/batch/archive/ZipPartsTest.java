package dev.nameplate.batch.archive;

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
        String name = FileNames.of(row, row % 2 == 0 ? "ann" : "", "png");
        if (counter.next(2) == part) {
          zip.add(row, name, new byte[] {(byte) row, 7});
        }
      }
      zip.finish();
    }
    return archive;
  }

  /** Opens an archive in every program that is here. */
  private static void opens(Path archive, int entries) {
    String file = archive.toString();
    Tool.find("unzip").ifPresent(tool -> tool.run(List.of("-tq", file)));
    Tool.find("7z").ifPresent(tool -> tool.run(List.of("t", file)));
    Tool.find("bsdtar").ifPresent(tool -> tool.run(List.of("-tf", file)));
    Tool.find("python3")
        .ifPresent(
            tool ->
                tool.run(
                    List.of(
                        "-c",
                        """
                        import sys,zipfile
                        z=zipfile.ZipFile(sys.argv[1])
                        assert z.testzip() is None and len(z.namelist())==int(sys.argv[2])
                        assert not any(i.flag_bits&8 for i in z.infolist())
                        """,
                        file,
                        Integer.toString(entries))));
  }

  @Test
  void archive_opensInEveryProgram() throws IOException {
    opens(archive(1, 2500), 2501);
  }

  @Test
  void seventyThousandFiles_makePartsThatEachOpen() throws IOException {
    Path one = archive(1, 70_000);
    Path two = archive(2, 70_000);
    try (ZipFile first = new ZipFile(one.toFile());
        ZipFile second = new ZipFile(two.toFile())) {
      assertThat(first.getEntry("0000/0000002-ann.png")).isNotNull();
      assertThat(second.getEntry("0070/0070001.png")).isNotNull();
    }
    opens(one, 65_001);
    opens(two, 5_001);
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
