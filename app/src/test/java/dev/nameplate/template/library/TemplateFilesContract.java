package dev.nameplate.template.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.nameplate.template.TemplateId;
import dev.nameplate.template.library.WritableTemplateFiles.WriteResult;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every writable place for templates does. */
abstract class TemplateFilesContract {
  static final TemplateId WELCOME = new TemplateId("welcome");
  static final TemplateId SPRING = new TemplateId("spring/welcome");

  /** The same place at each call, empty at first. */
  abstract WritableTemplateFiles files();

  @Test
  void emptyPlace_hasNothing() {
    assertThat(files().ids()).isEmpty();
    assertThat(files().names()).isEmpty();
    assertThat(files().paths(WELCOME)).isEmpty();
    assertThat(files().read(WELCOME, "template.json")).isEmpty();
    assertThat(files().fingerprint(WELCOME)).isEmpty();
  }

  @Test
  void writtenFiles_areListed_andRead_byteForByte() {
    write(
        WELCOME, "", Map.of("template.json", "{}", "assets/b/deep.png", "ü", "assets/a.png", "a"));
    write(SPRING, "", Map.of("template.json", "{ }"));
    assertThat(files().ids()).containsExactly(SPRING, WELCOME);
    assertThat(files().paths(WELCOME))
        .containsExactly("assets/a.png", "assets/b/deep.png", "template.json");
    assertThat(text(WELCOME, "assets/b/deep.png")).isEqualTo("ü");
    assertThat(text(SPRING, "template.json")).isEqualTo("{ }");
    assertThat(files().read(WELCOME, "assets/none.png")).isEmpty();
    assertThat(files().read(WELCOME, "assets")).isEmpty();
  }

  @Test
  void bytesRead_areTheCallersOwn() {
    write(WELCOME, "", Map.of("template.json", "{}"));
    files().read(WELCOME, "template.json").orElseThrow()[0] = 'x';
    assertThat(text(WELCOME, "template.json")).isEqualTo("{}");
  }

  @Test
  void fingerprint_staysWithTheFiles_andChangesWithEachOfThem() {
    String first = write(WELCOME, "", Map.of("template.json", "{}"));
    assertThat(files().fingerprint(WELCOME)).isEqualTo(first).isNotEmpty();
    String second = write(WELCOME, first, Map.of("template.json", "{ }"));
    String third = write(WELCOME, second, Map.of("assets/a.png", "a"));
    String fourth = write(WELCOME, third, Map.of("assets/a.png", "other"));
    assertThat(List.of(first, second, third, fourth)).doesNotHaveDuplicates();
    write(SPRING, "", Map.of("template.json", "{}"));
    assertThat(files().fingerprint(WELCOME)).isEqualTo(fourth);
  }

  @Test
  void version_isNoTemplate_andNoChangeOfOne_andCanBeRead() {
    String print = write(WELCOME, "", Map.of("template.json", "{}"));
    write(
        WELCOME, print, Map.of("versions/1/template.json", "{1}", "versions/1/assets/a.png", "a"));
    assertThat(files().ids()).containsExactly(WELCOME);
    assertThat(files().names()).containsExactly(WELCOME.text());
    assertThat(files().fingerprint(WELCOME)).isEqualTo(print);
    assertThat(text(WELCOME, "versions/1/template.json")).isEqualTo("{1}");
  }

  @Test
  void version_isAdded_withTheNextNumber_andIsNoChangeOfTheTemplate() {
    String print = write(WELCOME, "", Map.of("template.json", "{}"));
    assertThat(files().versions(WELCOME)).isEmpty();
    assertThat(files().fingerprint(WELCOME, 1)).isEmpty();
    assertThat(addVersion("{1}", "a")).isEqualTo(1);
    assertThat(addVersion("{2}", "b")).isEqualTo(2);
    assertThat(files().versions(WELCOME)).containsExactly(1, 2);
    assertThat(files().versions(SPRING)).isEmpty();
    assertThat(text(WELCOME, "versions/1/template.json")).isEqualTo("{1}");
    assertThat(text(WELCOME, "versions/2/assets/deep/a.png")).isEqualTo("b");
    assertThat(files().paths(WELCOME, "versions/2/assets"))
        .containsExactly("versions/2/assets/deep/a.png");
    assertThat(files().paths(WELCOME, "assets")).isEmpty();
    assertThat(files().fingerprint(WELCOME, 1))
        .isNotEmpty()
        .isNotEqualTo(files().fingerprint(WELCOME, 2));
    assertThat(files().fingerprint(WELCOME, 0)).isEmpty();
    assertThat(files().fingerprint(WELCOME)).isEqualTo(print);
    assertThat(files().ids()).containsExactly(WELCOME);
    assertThat(files().names()).containsExactly(WELCOME.text());
  }

  @Test
  void version_outlivesItsTemplate_andIsFoundWithoutIt() {
    assertThat(addVersion("{1}", "a")).isEqualTo(1);
    assertThat(files().ids()).isEmpty();
    assertThat(files().names()).isEmpty();
    assertThat(files().versions(WELCOME)).containsExactly(1);
    assertThat(files().fingerprint(WELCOME, 1)).isNotEmpty();
  }

  @Test
  void version_withoutTemplate_orWithAPathThatLeadsOut_isNotAdded() {
    for (String path : List.of("assets/a.png", "../template.json", "assets/../../x", "/x", ".x")) {
      assertThatThrownBy(() -> files().addVersion(WELCOME, bytes(Map.of(path, "x"))))
          .isInstanceOf(IllegalArgumentException.class);
      if (!path.startsWith("assets/a")) {
        Map<String, byte[]> with = bytes(Map.of("template.json", "{}", path, "x"));
        assertThatThrownBy(() -> files().addVersion(WELCOME, with))
            .isInstanceOf(IllegalArgumentException.class);
      }
    }
    assertThat(files().versions(WELCOME)).isEmpty();
  }

  @Test
  void versionsAddedAtOnce_haveNumbersOfTheirOwn_andAreWhole() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(8);
    try {
      List<Future<Integer>> all = new ArrayList<>();
      for (int i = 0; i < 16; i++) {
        String own = "{" + i + "}";
        all.add(threads.submit(() -> addVersion(own, own)));
      }
      for (int i = 0; i < all.size(); i++) {
        int number = all.get(i).get();
        assertThat(text(WELCOME, "versions/" + number + "/template.json"))
            .isEqualTo(text(WELCOME, "versions/" + number + "/assets/deep/a.png"))
            .isEqualTo("{" + i + "}");
      }
      assertThat(files().versions(WELCOME)).hasSize(16).endsWith(16);
    } finally {
      threads.shutdownNow();
    }
  }

  final int addVersion(String template, String asset) {
    return files()
        .addVersion(WELCOME, bytes(Map.of("template.json", template, "assets/deep/a.png", asset)));
  }

  @Test
  void write_fromAnOlderState_isAConflict_andChangesNothing() {
    String first = write(WELCOME, "", Map.of("template.json", "{1}"));
    String second = write(WELCOME, first, Map.of("template.json", "{22}"));
    for (String stale : List.of(first, "", "made up")) {
      assertThat(
              files()
                  .write(
                      WELCOME, bytes(Map.of("template.json", "{333}", "assets/a.png", "a")), stale))
          .isEqualTo(new WriteResult.Conflict(second));
    }
    assertThat(text(WELCOME, "template.json")).isEqualTo("{22}");
    assertThat(files().paths(WELCOME)).containsExactly("template.json");
    assertThat(files().write(SPRING, bytes(Map.of("template.json", "{}")), second))
        .isEqualTo(new WriteResult.Conflict(""));
  }

  @Test
  void writersFromOneState_oneOfThemWins() throws Exception {
    String first = write(WELCOME, "", Map.of("template.json", "{}"));
    ExecutorService threads = Executors.newFixedThreadPool(8);
    try {
      List<Future<WriteResult>> all = new ArrayList<>();
      for (int i = 0; i < 8; i++) {
        Map<String, byte[]> mine = bytes(Map.of("template.json", "{" + "1".repeat(i + 1) + "}"));
        all.add(threads.submit(() -> files().write(WELCOME, mine, first)));
      }
      int won = 0;
      for (Future<WriteResult> one : all) {
        won += one.get() instanceof WriteResult.Written ? 1 : 0;
      }
      assertThat(won).isEqualTo(1);
    } finally {
      threads.shutdownNow();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "/",
        "/etc/passwd",
        "..",
        ".",
        "../secret.txt",
        "assets/../../secret.txt",
        "assets/..",
        "./template.json",
        "assets//a.png",
        "assets/",
        "a\\b",
        "..\\secret.txt",
        "a\u0000b",
        "C:\\x",
        "assets/.hidden",
        ".hidden/a",
        "../welcome2/template.json"
      })
  void pathThatLeadsOut_isNoFile_andIsNotWritten(String path) {
    String print = write(WELCOME, "", Map.of("template.json", "{}"));
    write(new TemplateId("welcome2"), "", Map.of("template.json", "{}"));
    assertThat(files().read(WELCOME, path)).isEmpty();
    Map<String, byte[]> files = bytes(Map.of("template.json", "{ }", path, "x"));
    assertThatThrownBy(() -> files().write(WELCOME, files, print))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(text(WELCOME, "template.json")).isEqualTo("{}");
    assertThat(files().fingerprint(WELCOME)).isEqualTo(print);
  }

  /** Writes, expects that to succeed, and returns the new fingerprint. */
  final String write(TemplateId id, String expected, Map<String, String> files) {
    WriteResult result = files().write(id, bytes(files), expected);
    assertThat(result).isInstanceOf(WriteResult.Written.class);
    return ((WriteResult.Written) result).fingerprint();
  }

  final String text(TemplateId id, String path) {
    return new String(files().read(id, path).orElseThrow(), StandardCharsets.UTF_8);
  }

  static Map<String, byte[]> bytes(Map<String, String> files) {
    Map<String, byte[]> bytes = new LinkedHashMap<>();
    files.forEach((path, text) -> bytes.put(path, text.getBytes(StandardCharsets.UTF_8)));
    return bytes;
  }
}
