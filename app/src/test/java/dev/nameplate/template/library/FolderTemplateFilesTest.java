package dev.nameplate.template.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.nameplate.template.parse.ParseResult;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Templates in a folder: links lead nowhere, and nothing is left behind. */
final class FolderTemplateFilesTest extends TemplateFilesContract {
  @TempDir
  @SuppressWarnings("NullAway.Init") // JUnit sets it.
  private Path folder;

  private FolderTemplateFiles files = new FolderTemplateFiles(Path.of("none"));

  @BeforeEach
  void open() throws IOException {
    files = new FolderTemplateFiles(folder.resolve("templates"));
    Files.writeString(folder.resolve("secret.txt"), "secret");
    Files.createDirectories(folder.resolve("outside"));
    Files.writeString(folder.resolve("outside/secret.png"), "secret");
  }

  @Override
  WritableTemplateFiles files() {
    return files;
  }

  @Test
  void linkThatLeadsOut_isNoFile_andNothingIsWrittenThroughIt() throws IOException {
    String print = write(WELCOME, "", Map.of("template.json", "{}", "assets/a.png", "a"));
    Path welcome = folder.resolve("templates/welcome");
    Files.createSymbolicLink(welcome.resolve("assets/link.png"), folder.resolve("secret.txt"));
    Files.createSymbolicLink(welcome.resolve("linked"), folder.resolve("outside"));
    Files.createSymbolicLink(welcome.resolve("assets/same.png"), welcome.resolve("assets/a.png"));
    assertThat(files.read(WELCOME, "assets/link.png")).isEmpty();
    assertThat(files.read(WELCOME, "linked/secret.png")).isEmpty();
    assertThat(files.paths(WELCOME))
        .containsExactly("assets/a.png", "assets/same.png", "template.json");
    assertThat(text(WELCOME, "assets/same.png")).isEqualTo("a");
    String now = files.fingerprint(WELCOME);
    assertThat(now).isNotEqualTo(print);
    for (String path : List.of("linked/secret.png", "linked/new.png", "assets/link.png")) {
      assertThatThrownBy(() -> files.write(WELCOME, bytes(Map.of(path, "x")), now))
          .as(path)
          .isInstanceOf(IllegalArgumentException.class);
    }
    assertThat(folder.resolve("outside/secret.png")).hasContent("secret");
    assertThat(folder.resolve("outside/new.png")).doesNotExist();
    assertThat(folder.resolve("secret.txt")).hasContent("secret");
  }

  @Test
  void write_leavesNoOtherFileBehind() throws IOException {
    String print = write(WELCOME, "", Map.of("template.json", "{}"));
    write(WELCOME, print, Map.of("template.json", "{ }", "assets/a.png", "a"));
    try (Stream<Path> all = Files.walk(folder.resolve("templates"))) {
      assertThat(all.filter(Files::isRegularFile).map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrder("template.json", "a.png");
    }
  }

  @Test
  void folderWhoseNameIsNoId_isNamed_andHasThatForAFault() throws IOException {
    for (String name : List.of("Welcome", "a b", "sheet", "spring/edit")) {
      Files.createDirectories(folder.resolve("templates").resolve(name));
      Files.writeString(folder.resolve("templates").resolve(name).resolve("template.json"), "{}");
      ParseResult reading = new TemplateLoader(files).load(name);
      assertThat(reading).isInstanceOf(ParseResult.Faulty.class);
      assertThat(((ParseResult.Faulty) reading).faults().get(0).found()).contains(name);
    }
    assertThat(files.names()).containsExactly("Welcome", "a b", "sheet", "spring/edit");
    assertThat(files.ids()).isEmpty();
  }

  @Test
  void hiddenFiles_andFilesBesideTemplates_areNotSeen() throws IOException {
    write(WELCOME, "", Map.of("template.json", "{}"));
    Files.writeString(folder.resolve("templates/welcome/.draft"), "x");
    Files.createDirectories(folder.resolve("templates/.git"));
    Files.writeString(folder.resolve("templates/.git/template.json"), "{}");
    Files.writeString(folder.resolve("templates/template.json"), "{}");
    assertThat(files.ids()).containsExactly(WELCOME);
    assertThat(files.names()).containsExactly(WELCOME.text());
    assertThat(files.paths(WELCOME)).containsExactly("template.json");
  }

  @Test
  void addVersion_besideOtherFolders_takesTheNumberAfterTheGreatest() throws IOException {
    Path versions = Files.createDirectories(folder.resolve("templates/welcome/versions"));
    Files.createDirectories(versions.resolve("7")); // emptied by hand
    Files.writeString(versions.resolve("4"), "no folder");
    Files.createDirectories(versions.resolve("012"));
    Files.createDirectories(versions.resolve("99999999999"));
    Files.createDirectories(versions.resolve("draft"));
    assertThat(addVersion("{}", "a")).isEqualTo(8);
    assertThat(files.versions(WELCOME)).containsExactly(8);
    assertThat(files.ids()).isEmpty();
  }

  @Test
  void addVersion_thatFails_leavesNothing_andSaysWhy() throws IOException {
    Path versions = Files.createDirectories(folder.resolve("templates/welcome/versions"));
    Map<String, byte[]> clash =
        bytes(Map.of("template.json", "{}", "assets/a", "a", "assets/a/b", "a folder and a file"));
    assertThatThrownBy(() -> files.addVersion(WELCOME, clash))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining("welcome");
    assertThat(versions).isEmptyDirectory();
    Files.createDirectories(versions.resolve("999999999"));
    assertThatThrownBy(() -> addVersion("{}", "a"))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining("999999999");
    assertThat(files.versions(WELCOME)).isEmpty();
  }

  @Test
  void addVersion_throughALink_isRefused() throws IOException {
    Path welcome = Files.createDirectories(folder.resolve("templates/welcome"));
    Files.createSymbolicLink(welcome.resolve("versions"), folder.resolve("outside"));
    assertThatThrownBy(() -> addVersion("{}", "a"))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining("leads to another folder");
    assertThat(folder.resolve("outside/1")).doesNotExist();
    assertThat(files.versions(WELCOME)).isEmpty();
  }

  @Test
  void versionThatIsALink_leadingOut_isNone() throws IOException {
    Path outside = folder.resolve("outside");
    Files.writeString(outside.resolve("template.json"), "{}");
    Path versions = Files.createDirectories(folder.resolve("templates/welcome/versions"));
    Files.createSymbolicLink(versions.resolve("1"), outside);
    Files.createDirectories(versions.resolve("2"));
    Files.createSymbolicLink(versions.resolve("2/template.json"), outside.resolve("template.json"));
    assertThat(files.versions(WELCOME)).isEmpty();
    assertThat(files.fingerprint(WELCOME, 1)).isEmpty();
    assertThat(files.fingerprint(WELCOME, 2)).isEmpty();
    assertThat(addVersion("{}", "a")).isEqualTo(3);
  }

  @Test
  void unfinishedVersions_areDeletedOnceTheyAreAbandoned() throws IOException {
    Path versions = Files.createDirectories(folder.resolve("templates/welcome/versions"));
    Path old = Files.createDirectories(versions.resolve(".new-old/assets"));
    Files.writeString(old.resolve("a.png"), "a");
    Path running = Files.createDirectories(versions.resolve(".new-running"));
    FileTime now = Files.getLastModifiedTime(running);
    Files.setLastModifiedTime(
        versions.resolve(".new-old"), FileTime.from(now.toInstant().minusSeconds(3700)));
    assertThat(addVersion("{}", "a")).isEqualTo(1);
    assertThat(versions.resolve(".new-old")).doesNotExist();
    assertThat(running).exists();
  }
}
