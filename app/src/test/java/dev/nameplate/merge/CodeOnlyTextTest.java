package dev.nameplate.merge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nameplate.merge.value.FieldValue;
import dev.nameplate.template.Template;
import dev.nameplate.template.library.FolderTemplateFiles;
import dev.nameplate.template.library.TemplateLoader;
import dev.nameplate.template.parse.ParseResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A text that only scanners read keeps its spaces: columns of a boarding pass are counted. */
final class CodeOnlyTextTest {
  private static final String AZTEC =
      "{\"type\":\"barcode\",\"symbology\":\"aztec\",\"data\":\"{{ t }}\",\"box\":[0,0,90,90]}";
  private static final String QR = "{\"type\":\"qr\",\"data\":\"{{ t }}\",\"box\":[0,0,90,90]}";
  private static final String TEXT =
      "{\"type\":\"text\",\"text\":\"{{ t }}\",\"font\":\"Inter\",\"size\":12,\"box\":[0,0,90,90]}";

  @TempDir
  @SuppressWarnings("NullAway.Init") // JUnit sets it.
  Path root;

  @ParameterizedTest
  @ValueSource(strings = {AZTEC, QR, AZTEC + "," + QR})
  void textOfCodesOnly_keepsItsSpaces(String layers) throws IOException {
    assertThat(shown(layers, "t=+M1DOE%2FJOHN%20%20%20%20EABCDEF%20%20LHR+"))
        .isEqualTo("M1DOE/JOHN    EABCDEF  LHR");
  }

  @Test
  void textThatIsDrawnToo_hasSingleSpaces() throws IOException {
    assertThat(shown(AZTEC + "," + TEXT, "t=A%20%20%20B")).isEqualTo("A B");
    String stack =
        "{\"type\":\"stack\",\"direction\":\"column\",\"box\":[0,0,90,90],\"children\":["
            + TEXT.replace(",\"box\":[0,0,90,90]", "")
            + "]}";
    assertThat(shown(AZTEC + "," + stack, "t=A%20%20%20B")).isEqualTo("A B");
  }

  @Test
  void textOfCodesOnly_isStillCleanedAndJudged() throws IOException {
    assertThat(MergeFixture.only(template(AZTEC), "t=*%7CCODE%7C*").value()).isEmpty();
    assertThat(MergeFixture.only(template(AZTEC), "t=evil.com").value()).isEmpty();
    assertThat(shown(AZTEC, "t=a%00b%20%20c")).isEqualTo("ab  c");
  }

  private String shown(String layers, String query) throws IOException {
    return MergeFixture.only(template(layers), query)
        .value()
        .map(FieldValue::shown)
        .orElse("(missing)");
  }

  private Template template(String layers) throws IOException {
    Files.createDirectories(root.resolve("t"));
    Files.writeString(
        root.resolve("t/template.json"),
        "{\"width\":100,\"height\":100,\"fields\":{\"t\":{\"kind\":\"text\"}},\"layers\":["
            + layers
            + "]}");
    ParseResult read = new TemplateLoader(new FolderTemplateFiles(root)).load("t");
    assertThat(read).as(layers + read).isInstanceOf(ParseResult.Usable.class);
    return ((ParseResult.Usable) read).template();
  }
}
