package dev.nameplate.access;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.nameplate.support.Tool;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The examples of other languages run the vectors wherever their interpreter is installed; where it
 * is not, a line says so.
 */
final class SigningExamplesTest {
  private static final Path FOLDER = Path.of("app/docs/signing");

  @ParameterizedTest
  @CsvSource({"python3, sign.py", "node, sign.js", "php, sign.php", "ruby, sign.rb"})
  void example_signsAndSeals_asTheVectors(String interpreter, String example) {
    assertThat(FOLDER.resolve(example)).exists();
    if (!Tool.isInstalled(interpreter)) {
      System.out.println(interpreter + " is not installed: " + example + " did not run");
      return;
    }
    String vectors = FOLDER.resolve("vectors.json").toString();
    byte[] output = new Tool(interpreter).run(List.of(FOLDER.resolve(example).toString(), vectors));
    assertThat(new String(output, UTF_8)).containsPattern("(\\d\\d+) of \\1 are right");
  }

  @Test
  void page_linksTheVectors_andEveryExample() throws java.io.IOException {
    assertThat(Files.readString(Path.of("app/docs/signing.md")))
        .contains("signing/vectors.json")
        .contains("signing/sign.py", "signing/sign.js", "signing/sign.php", "signing/sign.rb");
  }
}
