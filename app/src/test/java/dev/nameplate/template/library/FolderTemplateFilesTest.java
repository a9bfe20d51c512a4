package dev.nameplate.template.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.nameplate.template.parse.ParseResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
  void folderWhoseNameIsNoId_isMisnamed_andHasThatForAFault() throws IOException {
    for (String name : List.of("Welcome", "a b", "sheet", "spring/edit")) {
      Files.createDirectories(folder.resolve("templates").resolve(name));
      Files.writeString(folder.resolve("templates").resolve(name).resolve("template.json"), "{}");
      ParseResult reading = new TemplateLoader(files).load(name);
      assertThat(reading).isInstanceOf(ParseResult.Faulty.class);
      assertThat(((ParseResult.Faulty) reading).faults().get(0).found()).contains(name);
    }
    assertThat(files.misnamed()).containsExactly("Welcome", "a b", "sheet", "spring/edit");
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
    assertThat(files.misnamed()).isEmpty();
    assertThat(files.paths(WELCOME)).containsExactly("template.json");
  }
}
