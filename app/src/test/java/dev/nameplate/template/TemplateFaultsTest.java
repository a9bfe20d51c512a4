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
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an author reads when a template is wrong. */
final class TemplateFaultsTest {
  @TempDir
  @SuppressWarnings("NullAway.Init") // JUnit sets it.
  Path root;

  @Test
  void allFaults_areReportedAtOnce_withTheirPlaces() {
    write(
        "t",
        "{'widht':10,'height':10,'fields':{'name':{'kind':'nam'}},'layers':["
            + "{'type':'text','box':[0,0,5,50],'text':'Hi {{ nmae }}'},"
            + "{'type':'image','box':[0,0,5,5],'src':'assets/none.png'},"
            + "{'type':'qr','box':[0,0,5,5],'data':'x','dark':'#ccc'}]}");
    assertThat(faults("t"))
        .anySatisfy(f -> assertThat(f).contains("$.widht").contains("did you mean 'width'?"))
        .anySatisfy(f -> assertThat(f).contains("$.width: found nothing"))
        .anySatisfy(f -> assertThat(f).contains("$.fields.name.kind").contains("'name'"))
        .anySatisfy(f -> assertThat(f).contains("$.layers[0].box").contains("inside the canvas"))
        .anySatisfy(f -> assertThat(f).contains("$.layers[1].src").contains("assets/none.png"))
        .anySatisfy(f -> assertThat(f).contains("$.layers[2].dark").contains("contrast"))
        .allSatisfy(f -> assertThat(f).startsWith("t/template.json $"));
  }

  @Test
  void syntaxError_isReportedWithItsLine() {
    write("t", "{\n  'width': 10,\n  'height' 10 }");
    assertThat(faults("t")).singleElement().asString().contains("line 3");
  }

  @Test
  void folder_namedByAReservedWord_isAFault_andVersionsAreNoTemplates() {
    String template = "{'width':10,'height':10}";
    for (String id : List.of("sheet", "batch", "spring/edit", "snippet/welcome", "fonts")) {
      write(id, template);
      assertThat(faults(id))
          .as(id)
          .singleElement()
          .asString()
          .contains("a name without the segment");
    }
    write("sheets", template);
    write("welcome", template);
    write("welcome/versions/1", template);
    TemplateLibrary library = new TemplateLibrary(root, List.of());
    assertThat(library.all()).extracting(Template::id).containsExactly("sheets", "welcome");
    assertThat(library.faults("welcome/versions/1")).isEmpty();
    assertThat(library.faults("sheet")).isNotEmpty();
  }

  @Test
  void keyTwice_isRefused() {
    write("t", "{'width':10,'width':11,'height':10}");
    assertThat(faults("t")).singleElement().asString().contains("Duplicate field 'width'");
  }

  @Test
  void tooManyPixels_areRefused() {
    write("t", "{'width':4096,'height':4096}");
    assertThat(faults("t")).singleElement().asString().contains("8388608 pixels");
    write("t", "{'width':1000000000,'height':1}");
    assertThat(faults("t")).singleElement().asString().contains("1 to 4096");
  }

  @Test
  void wordings_mayNotRunTags_readTheClock_orUseUnknownFilters() {
    for (String wording :
        List.of(
            "{% if name %}x{% endif %}",
            "{{ 'now' | date: '%d' }}", "{{ name | shout }}", "{{ other }}", "{{ name", "{{ }}")) {
      write("t", layer(wording));
      assertThat(faults("t")).as(wording).isNotEmpty();
    }
    write("t", layer("{{ name | upcase | truncate: 9 }} {{ name | default: 'x' }}"));
    assertThat(faults("t")).isEmpty();
  }

  @Test
  void conditions_mayOnlyNameFields() {
    for (String condition : List.of("nmae == 'x'", "name ==", "name == 'x' %}{% raw", "name | x")) {
      write("t", layer("x").replace("'text':'x'", "'text':'x','when':\"" + condition + "\""));
      assertThat(faults("t")).as(condition).isNotEmpty();
    }
  }

  @Test
  void countdowns_thatAreWrong_sayWhatIsAllowed() {
    String layer =
        "{'width':100,'height':10,'fields':{'ends':{'kind':'date'},'name':{'kind':'name'}},"
            + "'layers':[{'type':'countdown','box':[0,0,100,10],%s}]}";
    Map<String, String> wrong =
        Map.of(
            "'to':'{{ name }}','text':{'today':'x'}", "a field of kind date",
            "'to':'next week','text':{'today':'x'}", "2026-11-30T18:00+01:00",
            "'to':'2026-11-30','text':{'days':'{{ days }} left'}", "today or hours beside days",
            "'to':'2026-11-30','text':{'today':'{{ seconds }} s'}", "'seconds'",
            "'to':'2026-11-30','text':{'ended':'{{ days }}'}", "'days'",
            "'to':'2026-11-30','text':{'later':'x'}", "tomorrow",
            "'to':'2026-11-30','text':{'today':{'one':'x'}}", "other",
            "'to':'2026-11-30','units':['minutes','hours']", "in this order",
            "'to':'2026-11-30','units':['seconds']", "not seconds",
            "'to':'2026-11-30','units':['days','hours'],'gap':200", "space for cells");
    wrong.forEach(
        (keys, allowed) -> {
          write("t", layer.formatted(keys));
          assertThat(faults("t")).as(keys).anySatisfy(f -> assertThat(f).contains(allowed));
        });
  }

  @Test
  void standardDesign_thatIsWrong_saysWhereAndWhy() {
    String template = "{'width':10,'height':10,'fields':{'a':{'kind':'text'%s}},'standard':%s}";
    write("t", template.formatted("", "{'layers':[]}"));
    assertThat(faults("t"))
        .singleElement()
        .asString()
        .contains("'required': true".replace('\'', '"'));
    write("t", template.formatted(",'required':true", "'assets/none.png'"));
    assertThat(faults("t")).singleElement().asString().contains("$.standard").contains("none.png");
    write("t", template.formatted(",'required':true", "{'layers':[{'type':'text'}]}"));
    assertThat(faults("t")).allSatisfy(f -> assertThat(f).contains("$.standard.layers[0]"));
    write("t", template.formatted(",'required':true", "{'layers':[]}"));
    assertThat(faults("t")).isEmpty();
  }

  @Test
  void assets_outsideTheFolder_areNeverRead() throws IOException {
    Files.writeString(root.resolve("secret.png"), "secret");
    write("t", "{}");
    Files.createDirectories(root.resolve("t/assets"));
    Files.createSymbolicLink(root.resolve("t/assets/link.png"), root.resolve("secret.png"));
    for (String src :
        List.of(
            "../secret.png",
            "assets/../../secret.png",
            "/etc/passwd",
            "assets/link.png",
            "assets//x.png",
            "file:///etc/passwd",
            "assets/x.svg")) {
      write(
          "t",
          "{'width':10,'height':10,'layers':[{'type':'image','box':[0,0,5,5],'src':'"
              + src
              + "'}]}");
      assertThat(faults("t")).as(src).isNotEmpty();
    }
  }

  @Test
  void brokenEdit_keepsTheLastGoodVersion_andSaysWhatIsWrong() throws IOException {
    write("good", "{'width':10,'height':10,'title':'One'}");
    write("bad", "{");
    TemplateLibrary library = new TemplateLibrary(root, List.of());
    assertThat(library.all()).extracting(Template::id).containsExactly("good");
    assertThat(library.faults("bad")).isNotEmpty();
    long generation = library.generation();
    library.refresh();
    assertThat(library.generation()).isEqualTo(generation);

    write("good", "{'width':10,'height':10,'title':'Two','x':1}");
    library.refresh();
    assertThat(library.find("good").orElseThrow().title()).isEqualTo("One");
    assertThat(library.faults("good")).hasSize(1);

    write("good", "{'width':10,'height':10,'title':'Three'}");
    library.refresh();
    assertThat(library.find("good").orElseThrow().title()).isEqualTo("Three");
    assertThat(library.faults("good")).isEmpty();
    assertThat(library.generation()).isGreaterThan(generation);

    Files.delete(root.resolve("good/template.json"));
    library.refresh();
    assertThat(library.find("good")).isEmpty();
  }

  private static String layer(String wording) {
    return "{'width':10,'height':10,'fields':{'name':{'kind':'name'}},'layers':["
        + "{'type':'text','box':[0,0,5,5],'text':'"
        + wording.replace("'", "\\u0027")
        + "'}]}";
  }

  private List<String> faults(String id) {
    return new TemplateLoader(new FolderTemplateFiles(root)).load(id)
            instanceof ParseResult.Faulty faulty
        ? faulty.faults().stream().map(TemplateFault::sentence).toList()
        : List.of();
  }

  private void write(String id, String text) {
    try {
      Files.createDirectories(root.resolve(id));
      Files.writeString(root.resolve(id).resolve("template.json"), text.replace('\'', '"'));
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
