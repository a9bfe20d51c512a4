package dev.nameplate.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.nameplate.config.Settings;
import dev.nameplate.config.SettingsException;
import dev.nameplate.support.TestApplication;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import picocli.CommandLine.ParseResult;

/** {@code nameplate batch} and {@code nameplate audit}: files, streams, words and statuses. */
final class ListToolsTest {
  private static final String LIST =
      "First Name,City\r\nCanarina,Ulm\r\n*|CANARY|*,Bonn\r\nCanarina,\"open\r\n";

  @TempDir
  @SuppressWarnings("NullAway.Init") // JUnit sets it.
  private Path folder;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream errors = new ByteArrayOutputStream();

  @BeforeEach
  void writeList() throws IOException {
    Files.writeString(folder.resolve("people.csv"), LIST);
  }

  private String file(String name) {
    return folder.resolve(name).toString();
  }

  private Terminal terminal(String in, OutputStream to) {
    return new Terminal(
        Map.of("PORT", "0"),
        new ByteArrayInputStream(in.getBytes(UTF_8)),
        new PrintStream(to, false, UTF_8),
        new PrintStream(errors, true, UTF_8),
        InstantSource.system());
  }

  private ListTools tools(String in, OutputStream to) {
    Terminal terminal = terminal(in, to);
    return new ListTools(
        TestApplication.application(), Settings.read(terminal.environment(), Map.of()), terminal);
  }

  private static ParseResult line(Command command, String... arguments) {
    return new CommandLine(command.spec()).parseArgs(arguments);
  }

  private int batch(String... arguments) {
    return batchOf("", out, arguments);
  }

  private int batchOf(String in, OutputStream to, String... arguments) {
    return tools(in, to).batch(BatchCommand.request(line(new BatchCommand(), arguments)));
  }

  private int audit(String... arguments) {
    return tools("", out).audit(ListOptions.read(line(new AuditCommand(), arguments)));
  }

  private List<String> files() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> String.valueOf(file.getFileName())).sorted().toList();
    }
  }

  @Test
  void batch_writesBesideTheList_andEndsWith1WhereRowsFailed() throws IOException {
    assertThat(batch("welcome", file("people.csv"))).isEqualTo(1);
    assertThat(files()).containsExactly("people.csv", "people.urls.csv");
    assertThat(Files.readString(folder.resolve("people.urls.csv")))
        .startsWith("First Name,City,image_url,")
        .contains("Canarina,Ulm,http://localhost:8080/i/welcome.png?name=Canarina,")
        .endsWith("Canarina,\"open\r\n");
    assertThat(errors.toString(UTF_8))
        .contains("name <- \"First Name\" (column 1)")
        .contains("3 rows: done 1, fallback 1, failed 1")
        .contains("rows [4]");
    assertThat(batch("welcome", file("people.csv"))).isEqualTo(2);
    assertThat(errors.toString(UTF_8)).contains("--overwrite");
    assertThat(batch("welcome", file("people.csv"), "--overwrite", "--out", file("b.csv")))
        .isEqualTo(1);
  }

  @Test
  void values_areNotPrintedOnTheTerminal_orInNamesOfFiles() throws IOException {
    batch("welcome", file("people.csv"));
    audit("welcome", file("people.csv"), "--report", file("r.html"));
    batch("welcome", file("people.csv"), "--dry-run");
    assertThat(errors.toString(UTF_8) + out.toString(UTF_8) + files())
        .doesNotContainIgnoringCase("canar");
    assertThat(TestApplication.get("/metrics").body().length).isPositive();
    assertThat(new String(TestApplication.get("/metrics").body(), UTF_8))
        .doesNotContainIgnoringCase("canarina");
  }

  @Test
  void standardInputAndOutput_streamTheList() {
    assertThat(batchOf("name\nAnn\n", out, "welcome", "-", "--out", "-")).isZero();
    assertThat(out.toString(UTF_8)).startsWith("name,image_url").contains("?name=Ann,");
    assertThat(errors.toString(UTF_8)).contains("1 rows: done 1");
  }

  @Test
  void standardInput_intoAFile_isRenamedWhenItIsWhole() throws IOException {
    assertThat(batchOf("name\nAnn\n", out, "welcome", "-", "--out", file("o.csv"))).isZero();
    assertThat(files()).containsExactly("o.csv", "people.csv");
  }

  @Test
  void fullDisk_endsWith3_andSaysWhatToDo() throws IOException {
    Path full = Path.of("/dev/full");
    if (!Files.exists(full)) {
      System.out.println("/dev/full is not there: a full disk was not tried");
      return;
    }
    try (OutputStream device = Files.newOutputStream(full)) {
      assertThat(batchOf("", device, "welcome", file("people.csv"), "--out", "-")).isEqualTo(3);
    }
    assertThat(errors.toString(UTF_8)).contains("the disk is full", "Make space");
  }

  @Test
  void commands_areRunFromTheProgramsLine_withTheirStatus() {
    String list = file("people.csv");
    assertThat(Program.run(terminal("", out), "batch", "welcome", list)).isEqualTo(1);
    assertThat(Program.run(terminal("", out), "batch", "welcome", list)).isEqualTo(2);
    assertThat(Program.run(terminal("", out), "audit", "welcome", list)).isZero();
    assertThat(Program.run(terminal("", out), "audit", "welcome", list, "--fail-on", "unmerged"))
        .isEqualTo(1);
    assertThat(Program.run(terminal("name\nAnn\n", out), "batch", "welcome", "-", "--out", "-"))
        .isZero();
    assertThat(out.toString(UTF_8)).contains("unmerged", "?name=Ann,");
  }

  @Test
  void listThatIsNone_endsWith2() throws IOException {
    Files.writeString(folder.resolve("book.xlsx"), "PK\u0003\u0004 xl/workbook.xml");
    assertThat(batch("welcome", file("book.xlsx"))).isEqualTo(2);
    assertThat(errors.toString(UTF_8)).contains("save the sheet as CSV");
    assertThat(batch("welcome", file("nowhere.csv"))).isEqualTo(2);
    assertThat(batch("welcome", folder.toString())).isEqualTo(2);
    assertThat(batch("welcome", file("people.csv"), "--out", file("people.csv"), "--overwrite"))
        .isEqualTo(2);
    assertThat(Files.readString(folder.resolve("people.csv"))).isEqualTo(LIST);
  }

  @Test
  void listsWithoutRows_areSaidToBe() throws IOException {
    Files.writeString(folder.resolve("none.csv"), "name\r\n");
    assertThat(batch("welcome", file("none.csv"))).isZero();
    assertThat(errors.toString(UTF_8)).contains("no rows below the headings");
    Files.writeString(folder.resolve("empty.csv"), "name,a\r\n,\r\n\r\n");
    assertThat(batch("welcome", file("empty.csv"))).isZero();
    assertThat(errors.toString(UTF_8)).contains("every row is empty");
  }

  @Test
  void audit_printsAndWritesItsReport_andFailsOnWhatIsAsked() throws IOException {
    assertThat(audit("welcome", file("people.csv"), "--json", "--report", file("r.txt"))).isZero();
    assertThat(new ObjectMapper().readTree(out.toByteArray()).path("states").path("failed").asInt())
        .isEqualTo(1);
    assertThat(Files.readString(folder.resolve("r.txt"))).contains("unmerged");
    assertThat(files()).containsExactly("people.csv", "r.txt");
    assertThat(audit("welcome", file("people.csv"), "--fail-on", "cut,unmerged=1%")).isEqualTo(1);
    assertThat(errors.toString(UTF_8)).contains("unmerged: 1 of 3 rows, allowed 1 %");
    assertThat(batch("welcome", file("people.csv"), "--dry-run", "--fail-on", "cut")).isZero();
    assertThat(files()).doesNotContain("people.urls.csv");
  }

  @Test
  void wrongArguments_areReportedTogether() {
    assertThatThrownBy(
            () ->
                batch(
                    "welcome",
                    "x.csv",
                    "--map",
                    "name",
                    "--scale",
                    "big",
                    "--url",
                    "open",
                    "--expires",
                    "soon",
                    "--limit",
                    "0",
                    "--base",
                    "ftp://x",
                    "--fail-on",
                    "bad",
                    "--report",
                    "r.pdf"))
        .isInstanceOf(SettingsException.class)
        .hasMessageContaining("--map is 'name'")
        .hasMessageContaining("--scale is 'big'")
        .hasMessageContaining("--url is 'open'")
        .hasMessageContaining("--expires is 'soon'")
        .hasMessageContaining("--limit is '0'")
        .hasMessageContaining("--base is 'ftp://x'")
        .hasMessageContaining("--fail-on is 'bad'")
        .hasMessageContaining("--report is 'r.pdf'");
    assertThatThrownBy(() -> batch("nobody", file("people.csv")))
        .hasMessageContaining("no usable template 'nobody'");
    assertThatThrownBy(() -> batch("welcome", file("people.csv"), "--format", "gif"))
        .hasMessageContaining("--format is 'gif'; allowed: png, jpg");
    assertThatThrownBy(() -> batch("welcome", file("people.csv"), "--open", "seat"))
        .hasMessageContaining("--open names 'seat'");
  }
}
