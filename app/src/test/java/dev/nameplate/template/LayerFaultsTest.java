package dev.nameplate.template;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nameplate.template.fault.TemplateFault;
import dev.nameplate.template.layer.VariantLayer;
import dev.nameplate.template.library.FolderTemplateFiles;
import dev.nameplate.template.library.TemplateLoader;
import dev.nameplate.template.parse.ParseResult;
import dev.nameplate.template.wording.WordingValue;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A bad value of a layer is named with its place and with what is allowed. */
final class LayerFaultsTest {
  @TempDir
  @SuppressWarnings("NullAway.Init") // JUnit sets it.
  Path root;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "'type':'stak'|$.layers[0].type|did you mean 'stack'? One of barcode, countdown, image,"
            + " progress, qr",
        "'type':'barcode','data':'x'|.symbology|one of aztec, code128, datamatrix, ean13, pdf417,"
            + " upc-a",
        "'type':'barcode','symbology':'code39','data':'x'|.symbology|one of aztec, code128",
        "'type':'barcode','symbology':'ean13','data':'59'|.data|13 digits of which the last",
        "'type':'barcode','symbology':'ean13','data':'400638133393'|.data|or one less with",
        "'type':'barcode','symbology':'upc-a','data':'036000291453'|.data|12 digits of which the"
            + " last",
        "'type':'barcode','symbology':'upc-a','data':'5901234123457'|.data|12 digits of which the"
            + " last",
        "'type':'barcode','symbology':'aztec','data':'x','checkDigit':'add'|.checkDigit|ean13 and"
            + " upc-a",
        "'type':'text','text':'Hi {{ pass }}'|.text|a payload stands in data of a qr or barcode"
            + " layer",
        "'type':'text','text':['{{ n }}','Hi {{pass}}']|.text[1]|a field of another kind",
        "'type':'text','text':[{'text':'{{ pass }}'}]|.text|a payload stands in data of a qr",
        "'type':'progress','value':1,'label':{'text':'{{ pass }}'}|.text|a payload stands in data",
        "'type':'progress','value':'{{ pass }}'|.value|a payload stands in data of a qr",
        "'type':'progress','value':'1 {{ pass }}'|.value|a payload stands in data of a qr",
        "'type':'countdown','to':'2026-11-30','text':{'ended':'{{ pass }}'}|.ended|a payload"
            + " stands",
        "'type':'barcode','symbology':'ean13','data':'5901234123456'|.data|right check digit",
        "'type':'barcode','symbology':'code128','data':'{{ n }}','dark':'#999'|.dark|contrast of"
            + " at",
        "'type':'progress','value':'{{ n'|.value|}}",
        "'type':'progress','value':'much'|.value|a number, or an output of fields",
        "'type':'progress','value':'{{ m }}'|.value|did you mean 'n'? One of n, photo, pass, tier",
        "'type':'progress','value':1,'max':-2|.max|more than 0",
        "'type':'progress','value':1,'shape':'pie'|.shape|one of bar, ring",
        "'type':'progress','value':1,'label':{'txt':'a'}|.label.txt|did you mean 'text'?",
        "'type':'stars','value':1,'max':50|.max|1 to 20",
        "'type':'stars'|.value|this key is required",
        "'type':'qr','data':'x','logo':'assets/none.png'|.logo|a PNG or JPEG that lies in",
        "'type':'image','src':'{{ photo }}','mask':'{{ photo }}'|.mask|a PNG or JPEG that lies in",
        "'type':'stack'|.children|a list of 1 to 20 layers",
        "'type':'stack','children':{}|.children|a list of 1 to 20 layers",
        "'type':'stack','children':[{'type':'text','text':'a'}],'align':'left'|.align|did you mean"
            + " 'start'? One of center",
        "'type':'stack','children':[{'type':'text','text':'a'}],'padding':[1]|.padding|a list of 4",
        "'type':'stack','children':[{'type':'txt'}]|.children[0].type|did you mean 'text'?",
        "'type':'stack','children':[{'type':'qr','data':'x'}]|.children[0].height|pixels, or grow",
        "'type':'stack','children':[{'type':'text','text':'a','box':[0,0,1,1]}]|[0].box|unknown"
            + " key",
        "'type':'stack','children':[{'type':'text','text':'a','grow':-1}]|[0].grow|from 0 to 100",
        "'type':'shape','shape':'rect','grow':1|.grow|an unknown key"
      })
  void badValue_isNamed_withWhatIsAllowed(String layer, String place, String allowed) {
    assertThat(faults(layer))
        .anySatisfy(fault -> assertThat(fault).contains(place).contains(allowed));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "{'by':'teir','*':'#fff'}|.fill.by|did you mean 'tier'?",
        "{'by':'n','*':'#fff'}|.fill.by|a choice: one of tier",
        "{'by':'tier','Vip':'#fff'}|.fill.Vip|did you mean 'VIP'? One of *, Gold, VIP",
        "{'by':'tier'}|.fill|an entry for *, Gold, VIP",
        "{'by':'tier','VIP':'gold','*':'#fff'}|.fill|a colour"
      })
  void badTable_isNamed_withWhatIsAllowed(String table, String place, String allowed) {
    assertThat(faults("'type':'shape','shape':'rect','fill':" + table))
        .anySatisfy(fault -> assertThat(fault).contains(place).contains(allowed));
  }

  @Test
  void aFault_ofEveryVariant_isReportedOnce() {
    String table = "'color':{'by':'tier','VIP':'#fff','*':'#000'},'size':-1";
    assertThat(faults("'type':'text','text':'a'," + table)).hasSize(1);
  }

  @Test
  void tableWithoutAnEntry_makesTheLayerStepAside_andOneThatSaysNever_isAFault() {
    assertThat(faults("'type':'shape','shape':'rect','when':{'by':'tier','VIP':true}")).isEmpty();
    assertThat(faults("'type':'shape','shape':'rect','when':{'by':'tier','*':false}"))
        .singleElement()
        .asString()
        .contains("never there");
  }

  @Test
  void tooManyCombinations_areRefused() {
    StringBuilder many = new StringBuilder("'x'");
    for (int option = 0; option < 70; option++) {
      many.append(",'o").append(option).append("'");
    }
    write(
        "{'width':9,'height':9,'fields':{'t':{'kind':'choice','options':["
            + many
            + "]}},'layers':[{'type':'shape','shape':'rect','box':[0,0,9,9],'fill':{'by':'t','*':'#fff'}}]}");
    assertThat(read()).singleElement().asString().contains("at most 64");
  }

  @Test
  void variedLayer_isTheOneOfTheValue() {
    write(
        template("'type':'shape','shape':'rect','fill':{'by':'tier','VIP':'#f00','Gold':'#0f0'}"));
    ParseResult.Usable usable =
        (ParseResult.Usable) new TemplateLoader(new FolderTemplateFiles(root)).load("t");
    VariantLayer layer = (VariantLayer) usable.template().layers().get(0);
    assertThat(layer.named()).containsExactly("tier");
    assertThat(layer.variant(Map.of("tier", WordingValue.text("VIP")))).isPresent();
    assertThat(layer.variant(Map.of("tier", WordingValue.text("Gold"))))
        .isNotEqualTo(layer.variant(Map.of("tier", WordingValue.text("VIP"))));
    assertThat(layer.variant(Map.of())).isEmpty();
  }

  private List<String> faults(String layer) {
    write(template(layer));
    return read();
  }

  private static String template(String layer) {
    return "{'width':9,'height':9,'fields':{'n':{'kind':'number'},'photo':{'kind':'image'},'pass':{'kind':'payload'},"
               + "'tier':{'kind':'choice','options':['VIP','Gold']}},'layers':[{'box':[0,0,9,9],"
        + layer
        + "}]}";
  }

  private List<String> read() {
    return new TemplateLoader(new FolderTemplateFiles(root)).load("t")
            instanceof ParseResult.Faulty faulty
        ? faulty.faults().stream().map(TemplateFault::sentence).toList()
        : List.of();
  }

  private void write(String text) {
    try {
      Files.createDirectories(root.resolve("t"));
      Files.writeString(root.resolve("t/template.json"), text.replace('\'', '"'));
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
