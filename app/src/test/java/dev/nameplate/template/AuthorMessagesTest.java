package dev.nameplate.template;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nameplate.template.fault.TemplateFault;
import dev.nameplate.template.library.FolderTemplateFiles;
import dev.nameplate.template.library.TemplateLibrary;
import dev.nameplate.template.library.TemplateLoader;
import dev.nameplate.template.parse.ParseResult;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What an author reads says what was found, and what to write in its place. */
final class AuthorMessagesTest {
  @TempDir
  @SuppressWarnings("NullAway.Init") // JUnit sets it.
  Path root;

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\n\n"})
  void emptyFile_isCalledEmpty(String text) {
    write("template.json", text);
    assertThat(faults())
        .singleElement()
        .asString()
        .contains("found an empty file; allowed: a JSON");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"[]|found []; allowed: an object", "null|found null", "7|found 7", "{|line 1"})
  void fileOfAnythingElse_isShown(String text, String said) {
    write("template.json", text);
    assertThat(faults()).anySatisfy(fault -> assertThat(fault).contains(said));
  }

  @Test
  void wordingWithAField_whereNoneIsDeclared_saysSo() {
    write("template.json", "{'width':9,'height':9,'alt':'{{ name }}'}");
    assertThat(faults())
        .singleElement()
        .asString()
        .contains("'name'", "one that is declared in fields; there is none yet");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '"',
      value = {
        "name = \"x\";== for equal",
        "points => 3;<= or >=",
        "points <> 3;!= for not equal",
        "name === \"x\";== for equal",
        "points > 1 && points < 3;and in place of &&",
        "points > 1 || points < 3;or in place of ||",
        "!name;!= for not",
        "not name;!= for not",
        "points is 3;== for equal",
        "name equals \"x\";== for equal",
        "{{ name }} == \"x\";without {{ }}",
        "name == ‘x’;straight quotes",
        "name == \"x;a quote at both ends",
        "name \"x\";a condition: a field, one of == != >",
        "name | upcase == \"X\";without filters",
        "nmae == \"x\";did you mean 'name'?"
      })
  void condition_inAnotherLanguage_saysHowToWriteIt(String condition, String said) {
    write("template.json", layer("x", "'when':" + json(condition)));
    assertThat(faults()).anySatisfy(fault -> assertThat(fault).contains(".when").contains(said));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "name == 'a = b'",
        "name == 'R&&D' or name contains '!'",
        "points >= 3 and points <= 9",
        "points != 3",
        "name == nil"
      })
  void condition_thatIsRight_isTaken(String condition) {
    write("template.json", layer("x", "'when':" + json(condition)));
    assertThat(faults()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "uppercase, upcase",
    "toUpper, upcase",
    "lower, downcase",
    "trim, strip",
    "titlecase, capitalize",
    "truncat, truncate",
    "fallback, default",
    "number_format, number",
    "strftime, date",
    "Upcase, upcase"
  })
  void filter_thatIsUnknown_suggestsTheOneMeant(String written, String meant) {
    write("template.json", layer("{{ name | " + written + " }}", "'size':20"));
    assertThat(faults())
        .singleElement()
        .asString()
        .contains("the filter '" + written + "'", "did you mean '" + meant + "'?");
  }

  @Test
  void filter_withoutItsColon_saysHowToWriteIt() {
    write("template.json", layer("{{ name | truncate 20 }}", "'size':20"));
    assertThat(faults()).anySatisfy(fault -> assertThat(fault).contains("after a colon"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "'align':'right'|end",
        "'align':'left'|start",
        "'align':'centre'|center",
        "'align':'middle'|center",
        "'valign':'center'|middle",
        "'valign':'centre'|middle",
        "'direction':'right-to-left'|rtl",
        "'colour':'#fff'|color",
        "'fontSize':20|size",
        "'font-weight':700|weight",
        "'max_lines':2|maxLines",
        "'lineheight':1|lineHeight",
        "'textAlign':'end'|align"
      })
  void key_orValue_ofAnotherTool_suggestsTheOneMeant(String keys, String meant) {
    write("template.json", layer("x", keys));
    assertThat(faults())
        .anySatisfy(fault -> assertThat(fault).contains("did you mean '" + meant + "'?"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "'fields':{'a':{'kind':'string'}}|text",
        "'fields':{'a':{'kind':'price'}}|money",
        "'fields':{'a':{'type':'text'}}|kind",
        "'fields':{'a':{'kind':'text','default':'x'}}|fallback",
        "'formats':['jpeg']|jpg",
        "'locale':'english'|en",
        "'locale':'Deutsch'|de",
        "'locale':'pt_BR'|pt-BR",
        "'locale':'jp'|ja",
        "'locale':'eng'|en",
        "'locale':'deu-AT'|de-AT",
        "'zone':'Berlin'|Europe/Berlin",
        "'layers':[{'type':'shape','shape':'rectangle','box':[0,0,9,9]}]|rect",
        "'layers':[{'type':'img','src':'a.png','box':[0,0,9,9]}]|image"
      })
  void partOfATemplate_suggestsTheOneMeant(String keys, String meant) {
    write("template.json", "{'width':9,'height':9," + keys + "}");
    assertThat(faults())
        .anySatisfy(fault -> assertThat(fault).contains("did you mean '" + meant + "'?"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "english", "xx", "en-XX", "zz-DE", "en-Abcd", "", "und", "en_", "klingon", "e", "en-ZZ",
        "qaa"
      })
  void locale_thatIsNone_isRefused(String locale) {
    write("template.json", "{'width':9,'height':9,'locale':'" + locale + "'}");
    assertThat(faults()).singleElement().asString().contains("$.locale");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "en",
        "pt-BR",
        "es-419",
        "zh-Hant-TW",
        "sr-Latn",
        "ar-EG",
        "gsw",
        "fil",
        "yue-HK",
        "ksw",
        "mnw",
        "fon",
        "vai",
        "vai-Vaii",
        "lis",
        "hoc-Wara",
        "tlh",
        "mni-Mtei"
      })
  void locale_thatIsOne_isTaken(String locale) {
    write("template.json", "{'width':9,'height':9,'locale':'" + locale + "'}");
    assertThat(faults()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"Hi<br>there", "Hi<br/>there", "Hi<BR />there", "Hi< br>x", "a</br>b"})
  void htmlLineBreak_saysHowToBreakALine(String wording) {
    write("template.json", layer(wording, "'size':20"));
    assertThat(faults()).singleElement().asString().contains("\\n breaks a line", "br");
    write("template.json", layer("{{ name | append: '<br>' }}", "'size':20"));
    assertThat(faults()).isNotEmpty();
    write("template.json", layer("{{ name | newline_to_br }}", "'size':20"));
    assertThat(faults()).isNotEmpty();
  }

  @Test
  void output_withoutItsStart_isAFault() {
    write("template.json", layer("Hi name }}, welcome", "'size':20"));
    assertThat(faults()).singleElement().asString().contains("a {{ for each }}");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "{'Ann':{'nmae':'Ann'}}|$.Ann.nmae|did you mean 'name'?",
        "[{'name':'Ann'}]|$|an object of samples by name",
        "{'Ann':[{'name':'Ann'}]}|$.Ann|an object of values by field",
        "{'name':'Ann'}|$.name|an object of values by field",
        "{'Ann':{'name':['Ann']}}|$.Ann.name|a text or a number",
        "{'Ann':{'name':null}}|$.Ann.name|a text or a number",
        "{'Ann':{'at':'tomorrow'}}|$.Ann.at|an instant",
        "{'Ann':{'name':'Ann'|$|line 1",
        "''|$|an object of samples"
      })
  void samples_thatAreWrong_areFaultsOfTheTemplate(String samples, String path, String said) {
    write("template.json", layer("{{ name }}", "'size':20"));
    write("samples.json", samples);
    assertThat(libraryFaults())
        .singleElement()
        .asString()
        .contains("t/samples.json " + path + ":", said);
  }

  @Test
  void samples_thatAreRight_areTaken() {
    write("template.json", layer("{{ name }}", "'size':20"));
    write(
        "samples.json",
        "{'Ann':{'NAME':'Ann','fname':'A','points':7,'at':'2026-01-01T00:00:00Z'},'None':{}}");
    assertThat(libraryFaults()).isEmpty();
  }

  private static String layer(String wording, String keys) {
    return "{'width':9,'height':9,'fields':{'name':{'kind':'name','aliases':['fname']},"
        + "'points':{'kind':'number'}},'layers':[{'type':'text','box':[0,0,9,9],'text':"
        + json(wording)
        + ","
        + keys
        + "}]}";
  }

  /** A JSON text in which apostrophes stay what they are. */
  private static String json(String text) {
    return "'" + text.replace("\"", "\\u0022").replace("'", "\\u0027") + "'";
  }

  private List<String> faults() {
    return new TemplateLoader(new FolderTemplateFiles(root)).load("t")
            instanceof ParseResult.Faulty faulty
        ? faulty.faults().stream().map(TemplateFault::sentence).toList()
        : List.of();
  }

  private List<String> libraryFaults() {
    return new TemplateLibrary(root, List.of())
        .faults().stream().map(TemplateFault::sentence).toList();
  }

  private void write(String file, String text) {
    try {
      Files.createDirectories(root.resolve("t"));
      Files.writeString(root.resolve("t").resolve(file), text.replace('\'', '"'));
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
