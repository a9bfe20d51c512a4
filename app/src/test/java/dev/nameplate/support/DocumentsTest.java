package dev.nameplate.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The documents: links lead somewhere, files that are named exist, lines are short. */
final class DocumentsTest {
  private static final int WIDEST = 120;
  private static final Pattern LINK = Pattern.compile("\\]\\(([^)\\s]+)\\)");
  private static final Pattern HEADING = Pattern.compile("^#+ +(.*)$");
  private static final Pattern CODE = Pattern.compile("`([^`]+)`");
  private static final Pattern TYPE = Pattern.compile("([a-z]+\\.)+[A-Z]\\w*");
  private static final List<Path> SOURCES =
      Stream.of("", "app/src/main/java/dev/nameplate/", "app/src/test/java/dev/nameplate/")
          .map(Path::of)
          .toList();

  static List<Path> documents() throws IOException {
    List<Path> found = new ArrayList<>(List.of(Path.of("README.md"), Path.of("app/CHANGELOG.md")));
    for (Path folder : List.of(Path.of("app/docs"), Path.of(".github"))) {
      try (Stream<Path> files = Files.walk(folder)) {
        files.filter(file -> file.toString().endsWith(".md")).sorted().forEach(found::add);
      }
    }
    return found;
  }

  @ParameterizedTest
  @MethodSource("documents")
  void link_leadsToAFile_andToAHeadingInIt(Path page) throws IOException {
    for (String target : matches(LINK, Files.readString(page))) {
      if (target.contains("://") || target.startsWith("mailto:")) {
        continue;
      }
      String[] parts = target.split("#", 2);
      Path folder = Path.of("/").resolve(page).getParent();
      Path file =
          parts[0].isEmpty() ? page : Path.of("/").relativize(folder.resolve(parts[0]).normalize());
      assertThat(file).as("%s links %s", page, target).exists();
      if (parts.length == 2) {
        assertThat(anchors(file)).as("%s links %s", page, target).contains(parts[1]);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("documents")
  void line_isAtMost120Wide_butForTablesCodeAndAddresses(Path page) throws IOException {
    if (page.endsWith("settings.md")) {
      return; // It is generated, and nearly all of it is a table.
    }
    List<String> wide = new ArrayList<>();
    boolean code = false;
    for (String line : Files.readAllLines(page)) {
      code ^= line.strip().startsWith("```");
      boolean free = code || line.startsWith("|") || line.contains("://");
      if (!free && line.codePointCount(0, line.length()) > WIDEST) {
        wide.add(line);
      }
    }
    assertThat(wide).as("lines wider than %d in %s", WIDEST, page).isEmpty();
  }

  @Test
  void file_namedForContributors_exists() throws IOException {
    List<String> named = new ArrayList<>();
    for (String code : matches(CODE, Files.readString(Path.of(".github/CONTRIBUTING.md")))) {
      if (code.matches("[\\w./-]+/[\\w.-]*") && !code.startsWith("app/target/")) {
        named.add(code);
      }
    }
    assertThat(named).hasSizeGreaterThan(30);
    assertThat(named)
        .allSatisfy(
            name ->
                assertThat(SOURCES.stream().map(source -> source.resolve(name)))
                    .as(name)
                    .anyMatch(Files::exists));
  }

  @Test
  void type_namedInTheWalkthrough_exists() throws IOException {
    List<String> named = new ArrayList<>();
    for (String code : matches(CODE, Files.readString(Path.of("app/docs/walkthrough.md")))) {
      if (TYPE.matcher(code).matches()) {
        named.add(code);
      }
    }
    assertThat(named).hasSizeGreaterThan(30);
    assertThat(named)
        .allSatisfy(
            name -> assertThat(SOURCES.get(1).resolve(name.replace('.', '/') + ".java")).exists());
  }

  private static List<String> matches(Pattern pattern, String text) {
    List<String> found = new ArrayList<>();
    for (Matcher matcher = pattern.matcher(text); matcher.find(); ) {
      found.add(matcher.group(1));
    }
    return found;
  }

  /** As GitHub makes them: small letters, hyphens for spaces, without other signs. */
  private static List<String> anchors(Path page) throws IOException {
    List<String> anchors = new ArrayList<>();
    for (String line : Files.readAllLines(page)) {
      Matcher heading = HEADING.matcher(line);
      if (heading.matches()) {
        String plain =
            heading.group(1).toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N} _-]", "");
        anchors.add(plain.replace(' ', '-'));
      }
    }
    return anchors;
  }
}
