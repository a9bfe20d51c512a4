package dev.nameplate.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.nameplate.config.Settings;
import dev.nameplate.config.SettingsException;
import dev.nameplate.support.TestApplication;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** The modes of {@code nameplate batch} that draw. */
final class JobToolTest {
  private static final String LIST =
      "First Name,City\nMaria,Ulm\n,Bonn\nMaria,Köln\ntoo,many,x\nZoë,Ulm\n";

  @TempDir
  @SuppressWarnings("NullAway.Init") // JUnit sets it.
  private Path folder;

  private final ByteArrayOutputStream errors = new ByteArrayOutputStream();

  @BeforeEach
  void writeList() throws IOException {
    Files.writeString(folder.resolve("people.csv"), LIST);
  }

  private String file(String name) {
    return folder.resolve(name).toString();
  }

  private int batch(String... more) {
    Terminal terminal =
        new Terminal(
            Map.of("PORT", "0"),
            new ByteArrayInputStream(new byte[0]),
            new PrintStream(new ByteArrayOutputStream(), false, UTF_8),
            new PrintStream(errors, true, UTF_8),
            InstantSource.system());
    String[] line =
        Stream.concat(Stream.of("welcome", file("people.csv")), Stream.of(more))
            .toArray(String[]::new);
    return new ListTools(
            TestApplication.application(),
            Settings.read(terminal.environment(), Map.of()),
            terminal)
        .batch(BatchCommand.request(new CommandLine(new BatchCommand().spec()).parseArgs(line)));
  }

  private String said() {
    return errors.toString(UTF_8);
  }

  private List<String> files(String below) throws IOException {
    try (Stream<Path> files = Files.walk(folder.resolve(below))) {
      return files
          .filter(Files::isRegularFile)
          .map(file -> folder.resolve(below).relativize(file).toString().replace('\\', '/'))
          .sorted()
          .toList();
    }
  }

  @Test
  void files_areInAFolder_withAManifest_andNothingElseIsLeft() throws IOException {
    assertThat(batch("--files", file("out"), "--names", "City", "--out", file("urls.csv")))
        .as(said())
        .isEqualTo(1);
    assertThat(files("out"))
        .containsExactly(
            "0000/0000002-ulm.png",
            "0000/0000003-bonn.png",
            "0000/0000004-koln.png",
            "0000/0000006-ulm.png",
            "manifest.csv");
    assertThat(folder.resolve("out/0000/0000004-koln.png"))
        .hasSameBinaryContentAs(folder.resolve("out/0000/0000002-ulm.png"));
    assertThat(ImageIO.read(folder.resolve("out/0000/0000006-ulm.png").toFile()).getWidth())
        .isEqualTo(TestApplication.template("welcome").size().width());
    assertThat(Files.readAllLines(folder.resolve("out/manifest.csv")))
        .hasSize(5)
        .startsWith("row,file,bytes");
    assertThat(Files.readString(folder.resolve("urls.csv")))
        .startsWith("First Name,City,image_url,")
        .contains("Maria,Ulm,http://localhost:8080/i/welcome.png?name=Maria,");
    assertThat(folder.resolve("out.job")).doesNotExist();
    assertThat(said()).contains("5 rows: done 3, fallback 1, failed 1", "written to");
  }

  @Test
  void zip_isOneArchive_andIsNotReplacedUnasked() throws IOException {
    assertThat(batch("--zip", file("c.zip"), "--format", "png", "--scale", "1")).isEqualTo(1);
    try (ZipFile zip = new ZipFile(folder.resolve("c.zip").toFile())) {
      assertThat(Collections.list(zip.entries()))
          .extracting(Object::toString)
          .containsExactly(
              "0000/0000002-maria.png",
              "0000/0000003.png",
              "0000/0000004-maria.png",
              "0000/0000006-zoe.png",
              "manifest.csv");
    }
    assertThat(batch("--zip", file("c.zip"))).isEqualTo(2);
    assertThat(said()).contains("c.zip is there already; --overwrite replaces it");
    assertThat(batch("--zip", file("c.zip"), "--overwrite")).isEqualTo(1);
    assertThat(files("")).containsExactly("c.zip", "people.csv");
  }

  @Test
  void prerender_isRefused_whereThereIsNoWorkFolder() {
    assertThat(
            CommandRun.of(
                    Map.of("NAMEPLATE_WORK", "none"),
                    java.time.Instant.now(),
                    "batch",
                    "welcome",
                    file("people.csv"),
                    "--prerender")
                .err())
        .contains("--prerender needs the work folder of the server; NAMEPLATE_WORK names it");
  }

  @Test
  void prerender_leavesPicturesInTheServersWorkFolder() throws IOException {
    CommandRun run =
        CommandRun.of(
            Map.of("NAMEPLATE_WORK", file("work")),
            java.time.Instant.now(),
            "batch",
            "welcome",
            file("people.csv"),
            "--prerender",
            "--out",
            file("urls.csv"));
    assertThat(run.status()).as(run.err()).isEqualTo(1);
    assertThat(run.err()).contains("3 different pictures are kept for 24 hours");
    assertThat(Files.readAllLines(folder.resolve("urls.csv"))).hasSize(6);
    assertThat(files("work/jobs")).anyMatch(name -> name.endsWith("/pictures"));
  }

  @Test
  void runThatWasInterrupted_goesOn_withTheSameListAlone() throws IOException {
    Files.createDirectories(folder.resolve("out.job"));
    assertThat(batch("--files", file("out"))).isEqualTo(2);
    assertThat(said()).contains("a run was interrupted here; --resume goes on");
    assertThat(batch("--files", file("out"), "--resume")).isEqualTo(2);
    assertThat(said()).contains("others than those of the interrupted run");
    assertThat(batch("--files", file("out"), "--overwrite")).isEqualTo(1);
    assertThat(files("out")).hasSize(5);
    assertThat(folder.resolve("out.job")).doesNotExist();
  }

  @Test
  void optionsThatAreApart_areRefused() {
    assertThatThrownBy(() -> batch("--files", file("a"), "--zip", file("b.zip")))
        .isInstanceOf(SettingsException.class)
        .hasMessageContaining("choose one");
    assertThatThrownBy(() -> batch("--names", "City"))
        .isInstanceOf(SettingsException.class)
        .hasMessageContaining("--names goes with --files or --zip");
    assertThat(batch("--files", file("out"), "--names", "Nothing")).isEqualTo(2);
    assertThat(said()).contains("Nothing");
    assertThat(folder.resolve("out")).doesNotExist();
    assertThat(folder.resolve("out.job")).as("nothing to take up again").doesNotExist();
  }
}
