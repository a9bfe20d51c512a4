package dev.nameplate.merge.tag;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.nameplate.template.Template;
import dev.nameplate.template.fault.TemplateFault;
import dev.nameplate.template.library.FolderTemplateFiles;
import dev.nameplate.template.library.TemplateLoader;
import dev.nameplate.template.parse.ParseResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A sending tool's tag in an author's own words is a fault that says what to write. */
final class TagCheckTest {
  private static final JsonMapper JSON = new JsonMapper();

  @TempDir
  @SuppressWarnings("NullAway.Init") // JUnit sets it.
  Path root;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Hi *|FNAME|*, welcome",
        "*|FNAME|*",
        "Hi {name}, welcome",
        "Hi [name], welcome",
        "Hi %name%, welcome",
        "Hi {first_name}!",
        "Hi {FirstName}!",
        "Hi %FIRST_NAME%!",
        "Hi [First Name]!",
        "Hi { name }!",
        "Only in {city}",
        "Only in [city]",
        "Only in %city%",
        "Your {seat}",
        "Your [SEAT] {{ name }}",
        "Your %seat%, {{ name }}",
        "Hi %%FirstName%%",
        "Hi %%=v(@first)=%%",
        "Hi ${user.name}",
        "Hi ${name}",
        "Hi <%= name %>",
        "Hi [[firstname]]",
        "Hi {!Contact.FirstName}",
        "Hi {$name}",
        "Hi ~Contact.FirstName~",
        "Hi ##firstname##",
        "Hi #name#",
        "Hi @name@",
        "Hi <<First Name>>",
        "Hi «name»",
        "Hi <name>",
        "Hi __name__",
        "Hi |FNAME|",
        "Hi $!lead.FirstName",
        "%s",
        "(email)",
        "{0}",
        "-name-"
      })
  void tag_inTextOfATemplate_isAFault(String words) throws IOException {
    assertThat(faults(text(words)))
        .as(words)
        .singleElement()
        .satisfies(
            fault -> {
              assertThat(fault.path()).isEqualTo("$.layers[0].text");
              assertThat(fault.sentence()).contains("a sending tool's tag", "write {{ ");
            });
  }

  @ParameterizedTest
  @CsvSource({
    "'Hi {name}', '{name}', '{{ name }};'",
    "'Hi [SEAT]', '[SEAT]', '{{ seat }};'",
    "'Hi %fname%', '%fname%', '{{ fname }};'",
    "'Hi *|FNAME|*, welcome', '*|FNAME|*', '{{ fname }};'",
    "'Hi %%FirstName%%', '%%FirstName%%', '{{ name }};'",
    "'Hi ${user.city}', '${user.city}', '{{ city }}, and declare it in fields'",
    "'Hi {city}', '{city}', '{{ city }}, and declare it in fields'"
  })
  void fault_namesTheTag_andWhatToWrite(String words, String tag, String write) throws IOException {
    TemplateFault fault = faults(text(words)).get(0);
    assertThat(fault.found()).contains("'" + tag + "'");
    assertThat(fault.allowed()).contains("write " + write);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "20% off",
        "Save 20% on points, 30% on seats",
        "50 % rabatt % extra",
        "100%",
        "$9.99/mo or $12",
        "Gate | Name | Seat",
        "#name #city #weekend",
        "mail @name or @city",
        "[Sale] now on",
        "Open 9:00 - 17:00",
        "a < b > c",
        "« Bonjour »",
        "well-known - name - it",
        "* all | every *",
        "name@example",
        "{ }",
        "Dear {{ name }}, 20% off [today only] {{ seat }}",
        "C# and F#",
        "1 + 1 = 2 :)",
        "__________",
        "Tom & Jerry"
      })
  void ordinaryWords_areNoFault(String words) throws IOException {
    assertThat(faults(text(words))).as(words).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"alt\": \"Hi {name}\"",
        "\"layers\": [{\"type\":\"qr\",\"box\":[0,0,99,99],\"data\":\"https://e.x/?n=*|FNAME|*\"}]",
        "\"layers\": [{\"type\":\"barcode\",\"symbology\":\"code128\",\"box\":[0,0,99,99],"
            + "\"data\":\"%seat%\"}]",
        "\"layers\": [{\"type\":\"text\",\"box\":[0,0,99,99],\"text\":[\"{{ name"
            + " }}\",\"{name}\"]}]",
        "\"layers\": [{\"type\":\"text\",\"box\":[0,0,99,99],\"text\":[{\"text\":\"Hi \"},"
            + "{\"text\":\"[name]\"}]}]",
        "\"layers\": [{\"type\":\"stack\",\"box\":[0,0,99,99],\"children\":[{\"type\":\"text\","
            + "\"text\":\"{name}\"}]}]",
        "\"layers\": [{\"type\":\"progress\",\"box\":[0,0,99,99],\"value\":1,"
            + "\"label\":{\"text\":\"%name%\"}}]",
        "\"layers\": [{\"type\":\"countdown\",\"box\":[0,0,99,99],\"to\":\"2026-11-30\","
            + "\"text\":{\"ended\":\"Over, {name}\"}}]",
        "\"layers\": [{\"type\":\"countdown\",\"box\":[0,0,99,99],\"to\":\"2026-11-30\","
            + "\"units\":[\"hours\",\"minutes\"],\"ended\":\"Over, {name}\"}]"
      })
  void tag_anywhereInATemplate_isAFault(String keys) throws IOException {
    assertThat(faults(keys)).as(keys).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://e.x/?q=%20name%20",
        "https://e.x/%C3%A9%ABC%20",
        "https://e.x/{{ seat }}?a=1&b=%7Bname%7D"
      })
  void escapesOfAnAddress_areNoTags(String data) throws IOException {
    assertThat(
            faults("\"layers\": [{\"type\":\"qr\",\"box\":[0,0,99,99],\"data\":\"" + data + "\"}]"))
        .isEmpty();
  }

  private static String text(String words) throws IOException {
    return "\"layers\": [{\"type\":\"text\",\"box\":[0,0,99,99],\"text\":"
        + JSON.writeValueAsString(words)
        + "}]";
  }

  private List<TemplateFault> faults(String keys) throws IOException {
    Files.createDirectories(root.resolve("t"));
    Files.writeString(
        root.resolve("t/template.json"),
        "{\"width\":100,\"height\":100,\"fields\":{\"name\":{\"kind\":\"name\",\"aliases\":[\"fname\"]},"
            + "\"seat\":{\"kind\":\"code\"}},"
            + keys
            + "}");
    ParseResult reading = new TemplateLoader(new FolderTemplateFiles(root)).load("t");
    assertThat(reading).as(keys + reading).isInstanceOf(ParseResult.Usable.class);
    Template template = ((ParseResult.Usable) reading).template();
    return new TagCheck().faults(template);
  }
}
