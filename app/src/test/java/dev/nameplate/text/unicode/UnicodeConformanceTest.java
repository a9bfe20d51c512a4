package dev.nameplate.text.unicode;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.text.BreakIterator;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

/** Unicode's own test files for grapheme clusters (UAX #29) and for mixed direction (UAX #9). */
final class UnicodeConformanceTest {
  private static final Path FOLDER = Path.of("app/src/test/resources/unicode");

  @Test
  void graphemeClusters_areUnicodes() throws IOException {
    List<String> wrong = new ArrayList<>();
    for (String line : Files.readAllLines(FOLDER.resolve("GraphemeBreakTest.txt"))) {
      String marked = line.split("#", 2)[0].strip();
      if (!marked.isEmpty() && !marked.equals(marked(text(marked.replaceAll("[÷×]", " "))))) {
        wrong.add(line);
      }
    }
    assertThat(wrong).isEmpty();
  }

  /** Only what is drawn is compared: marks of direction are not, nor what rule X9 removes. */
  @Test
  void orderOfSight_isUnicodes() throws IOException {
    List<String> wrong = new ArrayList<>();
    int cases = 0;
    try (InputStream file = Files.newInputStream(FOLDER.resolve("BidiCharacterTest.txt.gz"));
        BufferedReader lines =
            new BufferedReader(
                new InputStreamReader(new GZIPInputStream(file), StandardCharsets.UTF_8))) {
      for (String line : (Iterable<String>) lines.lines()::iterator) {
        if (!line.isEmpty() && !line.startsWith("#")) {
          cases++;
          check(line, wrong);
        }
      }
    }
    assertThat(wrong).containsExactlyElementsOf(known());
    assertThat(cases).isGreaterThan(90_000);
  }

  /**
   * Where ICU4J differs: brackets around isolates and both directions, marks on brackets, more than
   * 63 brackets open at once, and overrides, which values are cleaned of.
   */
  private static List<String> known() throws IOException {
    return Files.readAllLines(FOLDER.resolve("BidiDifferences.txt"));
  }

  private static void check(String line, List<String> wrong) {
    String[] parts = line.split(";", -1);
    String text = text(parts[0]);
    int[] characters = text.codePoints().toArray();
    boolean removed = false;
    String[] levels = parts[3].split(" ");
    for (int i = 0; i < levels.length; i++) {
      removed |= levels[i].equals("x") && !BidiText.isMark(characters[i]);
    }
    if (removed) {
      return;
    }
    String expected =
        Arrays.stream(parts[4].split(" "))
            .filter(index -> !index.isEmpty())
            .map(index -> characters[Integer.parseInt(index)])
            .filter(c -> !BidiText.isMark(c))
            .map(Character::toString)
            .collect(Collectors.joining());
    if (!seen(BidiText.of(text, parts[2].equals("1"))).equals(expected)) {
      wrong.add(line);
    }
  }

  private static String text(String hex) {
    return Arrays.stream(hex.strip().split("\\s+"))
        .map(code -> Character.toString(Integer.parseInt(code, 16)))
        .collect(Collectors.joining());
  }

  /** The characters from left to right, brackets as they are stored. */
  private static String seen(BidiText bidiText) {
    StringBuilder seen = new StringBuilder();
    for (BidiText.Stretch stretch : bidiText.stretches()) {
      String text = bidiText.text().substring(stretch.from(), stretch.to());
      seen.append(stretch.rightToLeft() ? new StringBuilder(text).reverse() : text);
    }
    return seen.toString();
  }

  private static String marked(String text) {
    BreakIterator clusters = Clusters.of(text);
    StringBuilder marked = new StringBuilder();
    for (int at = 0; at < text.length(); at = text.offsetByCodePoints(at, 1)) {
      marked
          .append(clusters.isBoundary(at) ? "÷ " : "× ")
          .append("%04X ".formatted(text.codePointAt(at)));
    }
    return marked.append("÷").toString();
  }
}
