package dev.nameplate.template.layer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nameplate.template.library.FolderTemplateFiles;
import dev.nameplate.template.library.TemplateLoader;
import dev.nameplate.template.parse.ParseResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** People call a layer by its label or by what it shows, whatever its kind. */
final class LayerNameTest {
  @TempDir
  @SuppressWarnings("NullAway.Init") // JUnit sets it.
  Path root;

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      delimiter = '~',
      value = {
        "'type':'text','label':'Headline','text':'Hello' ~ Headline",
        "'type':'text','label':' ','text':'Hello' ~ “Hello”",
        "'type':'text','text':['Welcome, {{ name }}','Welcome'] ~ “Welcome, {name}”",
        "'type':'text','text':'{{ points | times: 2 }} points' ~ “{points} points”",
        "'type':'text','text':[[{'text':'Dear '},{'text':'{{ name }}'}]] ~ “Dear {name}”",
        "'type':'text','text':'Hi','color':{'by':'tier','Gold':'#fff','*':'#000'} ~ “Hi”",
        "'type':'progress','value':'{{ points }}','max':5 ~ progress of {points}",
        "'type':'stars','value':'{{ points }}' ~ stars of {points}",
        "'type':'qr','data':'{{ name }}' ~ qr of {name}",
        "'type':'shape','shape':'rect','fill':'#fff' ~ shape",
        "'type':'stack','label':'Pill','children':[{'type':'text','text':'Hi'}] ~ Pill",
      })
  void name_isTheLabel_orWhatTheLayerShows(String layer, String name) throws IOException {
    assertThat(LayerName.of(layer(layer))).isEqualTo(name);
  }

  @Test
  void name_ofALongText_isShortened_betweenCharacters() throws IOException {
    String name = LayerName.of(layer("'type':'text','text':'" + "😀".repeat(60) + "'"));
    assertThat(name).isEqualTo("“" + "😀".repeat(39) + "…”");
  }

  @Test
  void name_isNeverEmpty_inShippedTemplates() throws IOException {
    TemplateLoader loader = new TemplateLoader(new FolderTemplateFiles(Path.of("templates")));
    try (Stream<Path> folders = Files.list(Path.of("templates"))) {
      for (Path folder : folders.filter(Files::isDirectory).toList()) {
        assertThat(loader.load(folder.getFileName().toString()))
            .isInstanceOfSatisfying(
                ParseResult.Usable.class,
                read ->
                    assertThat(read.template().layers())
                        .extracting(LayerName::of)
                        .allSatisfy(name -> assertThat(name).isNotBlank()));
      }
    }
  }

  private Layer layer(String body) throws IOException {
    String text =
        "{'width':200,'height':100,'fields':{'name':{'kind':'name'},'points':{'kind':'number'},"
            + "'tier':{'kind':'choice','options':['Gold']}},'layers':[{'box':[0,0,200,100],"
            + body
            + "}]}";
    Files.createDirectories(root.resolve("t"));
    Files.writeString(root.resolve("t/template.json"), text.replace('\'', '"'));
    ParseResult read = new TemplateLoader(new FolderTemplateFiles(root)).load("t");
    assertThat(read).isInstanceOf(ParseResult.Usable.class);
    return ((ParseResult.Usable) read).template().layers().get(0);
  }
}
