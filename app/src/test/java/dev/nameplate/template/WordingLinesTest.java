package dev.nameplate.template;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nameplate.template.layer.QrLayer;
import dev.nameplate.template.layer.TextLayer;
import dev.nameplate.template.library.FolderTemplateFiles;
import dev.nameplate.template.library.TemplateLoader;
import dev.nameplate.template.parse.ParseResult;
import dev.nameplate.template.wording.SpannedWording;
import dev.nameplate.template.wording.WordingValue;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where a wording breaks its lines, and in which direction its values are written. */
final class WordingLinesTest {
  private static final Map<String, WordingValue> VALUES =
      Map.of(
          "name",
          WordingValue.text("Ann\nLee"),
          "code",
          WordingValue.text("10-A"),
          "rtl",
          WordingValue.text("x"));

  @TempDir
  @SuppressWarnings("NullAway.Init") // JUnit sets it.
  Path root;

  @ParameterizedTest
  @ValueSource(
      strings = {"\\n", "\\r\\n", "\\r", "\\u000b", "\\u000c", "\\u0085", "\\u2028", "\\u2029"})
  void lineBreakOfAnyKind_inAWording_isALineFeed(String lineBreak) {
    TextLayer layer = text("'text':'Hi {{ name }}" + lineBreak + "Welcome'");
    assertThat(layer.wordings().get(0).fillIsolated(VALUES))
        .contains("Hi \u2068Ann Lee\u2069\nWelcome");
  }

  @Test
  void lineBreaks_inSpans_areKept_andThoseOfValuesAreSpaces() {
    TextLayer layer = text("'text':[{'text':'Hi\\r\\n'},{'text':'{{ name }}','weight':700}]");
    SpannedWording spans = (SpannedWording) layer.wordings().get(0);
    assertThat(spans.fillSpans(VALUES).orElseThrow())
        .containsExactly("Hi\n", "\u2068Ann Lee\u2069");
  }

  @Test
  void lineBreak_inAnOutput_isASpace() {
    TextLayer layer =
        text(
            "'text':'{{ name | append: \\u0022\\n"
                + "X\\u0022 }} {{ none | default: \\u0022a\\n"
                + "b\\u0022 }}'");
    assertThat(layer.wordings().get(0).fillIsolated(VALUES))
        .contains("\u2068Ann Lee X\u2069 \u2068a b\u2069");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'text':'one'|1",
        "'text':'one\\ntwo'|2",
        "'text':'one\\n'|1",
        "'text':['one','a\\u2028b\\nc']|3",
        "'text':[{'text':'a\\nb'},{'text':'\\nc'}]|3",
        "'text':[[{'text':'a\\nb'}],'c']|2",
        "'text':'one\\ntwo','maxLines':1|1",
        "'text':'one\\ntwo','maxLines':5|5"
      })
  void maxLines_areThoseStated_orTheWordingsOwn(String keys, int lines) {
    assertThat(text(keys).style().maxLines()).isEqualTo(lines);
  }

  @Test
  void alt_isOneLine_andAPayloadIsKeptToTheLetter() {
    Template template =
        read(
            "'alt':'Hi {{ name }}\\nWelcome','layers':[{'type':'qr','box':[0,0,99,99],"
                + "'data':'BEGIN:VCARD\\r\\nFN:{{ code }}\\r\\nEND:VCARD'}]");
    assertThat(template.alt(VALUES)).contains("Hi Ann Lee Welcome");
    assertThat(((QrLayer) template.layers().get(0)).data().fill(VALUES))
        .contains("BEGIN:VCARD\r\nFN:10-A\r\nEND:VCARD");
  }

  @Test
  void value_standsInTheDirectionOfItsField() {
    TextLayer layer = text("'text':'{{ name }} {{ code }} {{ rtl | upcase }}'");
    assertThat(layer.wordings().get(0).fillIsolated(VALUES))
        .contains("\u2068Ann Lee\u2069 \u206610-A\u2069 \u2067X\u2069");
  }

  private TextLayer text(String keys) {
    Template template = read("'layers':[{'type':'text','box':[0,0,99,99]," + keys + "}]");
    return (TextLayer) template.layers().get(0);
  }

  private Template read(String keys) {
    String json =
        "{'width':99,'height':99,'fields':{'name':{'kind':'name'},'code':{'kind':'code'},"
            + "'none':{'kind':'text'},'rtl':{'kind':'text','direction':'rtl'}},"
            + keys
            + "}";
    try {
      Files.createDirectories(root.resolve("t"));
      Files.writeString(root.resolve("t/template.json"), json.replace('\'', '"'));
    } catch (IOException full) {
      throw new UncheckedIOException(full);
    }
    return ((ParseResult.Usable) new TemplateLoader(new FolderTemplateFiles(root)).load("t"))
        .template();
  }
}
