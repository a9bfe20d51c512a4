package dev.nameplate.template.parse;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import dev.nameplate.template.library.FolderTemplateFiles;
import dev.nameplate.template.library.TemplateLoader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The schema that editors use says what the reader says. */
final class SchemaTest {
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final JsonNode SCHEMA = read(Path.of("templates/template.schema.json"));
  private static final JsonSchema VALIDATOR =
      JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(SCHEMA);

  @TempDir
  @SuppressWarnings("NullAway.Init") // JUnit sets it.
  Path root;

  @Test
  void keys_areTheReaders_everywhere() {
    assertThat(keys("/properties")).isEqualTo(TemplateReader.KEYS);
    assertThat(keys("/$defs/cache/properties")).isEqualTo(TemplateReader.CACHE);
    assertThat(keys("/$defs/field/properties")).isEqualTo(FieldReader.KEYS);
    LayerReader.OWN.forEach(
        (type, own) -> {
          Set<String> all = new HashSet<>(own);
          all.addAll(LayerReader.COMMON);
          all.addAll(LayerReader.BOX);
          all.addAll(LayerReader.SIZING);
          assertThat(keys("/$defs/" + type + "/properties")).as(type).isEqualTo(all);
        });
    assertThat(keys("/$defs/text/properties/shadow/properties")).isEqualTo(TextLayerReader.SHADOW);
    assertThat(keys("/$defs/span/properties")).isEqualTo(LadderReader.SPAN);
    assertThat(keys("/$defs/text/properties/outline/properties"))
        .isEqualTo(TextLayerReader.OUTLINE);
    assertThat(keys("/$defs/countdown/properties/text/properties"))
        .isEqualTo(CountdownLayerReader.STATES);
    assertThat(keys("/$defs/counted/oneOf/2/properties")).isEqualTo(CountdownLayerReader.PLURALS);
    assertThat(keys("/$defs/countdown/properties/labels/properties")).isEqualTo(ClockReader.UNITS);
    assertThat(keys("/$defs/countdown/properties/labelStyle/properties"))
        .isEqualTo(ClockReader.LABEL);
    assertThat(keys("/$defs/countdown/properties/panel/properties")).isEqualTo(ClockReader.PANEL);
    assertThat(keys("/properties/standard/oneOf/1/properties")).isEqualTo(StandardReader.KEYS);
    assertThat(keys("/$defs/shape/properties/stroke/properties")).isEqualTo(FillReader.STROKE);
    assertThat(keys("/$defs/plainFill/oneOf/1/properties")).isEqualTo(FillReader.LINEAR);
    assertThat(keys("/$defs/plainFill/oneOf/2/properties")).isEqualTo(FillReader.RADIAL);
    assertThat(keys("/$defs/progressLabel/properties")).isEqualTo(TextLayerReader.KEYS);
  }

  @Test
  void keys_areInTheDocuments() throws IOException {
    String page = Files.readString(Path.of("app/docs/template-format.md"));
    LayerReader.OWN.forEach(
        (type, own) -> {
          assertThat(page).contains("### " + type + "\n");
          own.forEach(key -> assertThat(page).as(type).contains("`" + key + "`"));
        });
    LayerReader.SIZING.forEach(key -> assertThat(page).contains("`" + key + "`"));
    ChoiceTables.KEYS.forEach(key -> assertThat(page).contains("`" + key + "`"));
  }

  static Stream<Path> projectTemplates() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("templates"))) {
      return files.filter(file -> file.endsWith("template.json")).toList().stream();
    }
  }

  @ParameterizedTest
  @MethodSource("projectTemplates")
  void projectTemplate_isValid(Path file) {
    assertThat(VALIDATOR.validate(read(file))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'width':10,'height':10}",
        "{'width':10,'height':10,'scales':[0.5,4],'quality':1,'formats':['jpg']}",
        "{'$comment':'a','width':10,'height':10,'fields':{'n':{'$comment':'b','kind':'name'}},"
            + "'layers':[{'$comment':'c','type':'text','box':[0,0,5,5],'text':'{{ n }}',"
            + "'shadow':{'$comment':'d','color':'#000'}}]}",
        "{'width':10,'height':10,'fields':{'a':{'kind':'choice','options':['x'],'fallback':'x'}}}",
        "{'width':10,'height':10,'fields':{'m':{'kind':'money','currency':'EUR','fallback':3}}}",
        "{'width':10,'height':10,'layers':[{'type':'text','box':[0,0,5,5],'text':['a','b']}]}",
        "{'width':10,'height':10,'layers':[{'type':'text','box':[0,0,5,5],'text':[{'text':'a '},"
            + "{'text':'b','weight':700,'color':'#f00','size':8}]}]}",
        "{'width':10,'height':10,'layers':[{'type':'text','box':[0,0,5,5],"
            + "'text':[[{'text':'a'}],'b',[{'text':'c'},{'text':'d'}]]}]}",
        "{'width':10,'height':10,'layers':[{'type':'shape','shape':'line','box':[0,0,5,5],"
            + "'stroke':{'width':2,'dash':[3,3]},'opacity':0.5,'rotate':-45}]}",
        "{'width':10,'height':10,'layers':[{'type':'shape','shape':'rect','box':[0,0,5,5],"
            + "'fill':{'type':'linear','angle':90,'stops':[[0,'#fff'],[1,'#000']]}}]}",
        "{'width':10,'height':10,'layers':[{'type':'qr','box':[0,0,5,5],'data':'x','quietZone':0}]}",
        "{'width':10,'height':10,'palette':['#123456','#fff'],'fields':{'n':{'kind':'name'},"
            + "'p':{'kind':'image','hosts':['x.example','*.photos.example','10.1.2.3','[fd00::1]']}},'layers':[{'type':'image','box':[0,0,5,5],'src':'{{"
            + " p }}','default':'initials:n'}]}",
        "{'width':10,'height':10,'formats':['png','gif','webp'],'maxBytes':50000,'frames':30}",
        "{'width':10,'height':10,'fields':{'a':{'kind':'text','required':true}},"
            + "'standard':{'layers':[{'type':'text','box':[0,0,5,5],'text':'a'}]}}",
        "{'width':10,'height':10,'layers':[{'type':'countdown','box':[0,0,5,5],'to':'2026-11-30',"
            + "'text':{'days':{'one':'{{ days }} day','other':['{{ days }} days','soon']},"
            + "'today':'today','ended':'ended'}}]}",
        "{'width':10,'height':10,'layers':[{'type':'countdown','box':[0,0,10,5],"
            + "'to':'2026-11-30T18:00+01:00','units':['hours','minutes','seconds'],'gap':1,"
            + "'labels':{'hours':'h'},'labelStyle':{'size':4},'panel':{'fill':'#000','radius':2},"
            + "'separator':':','ended':['over','x']}]}",
        "{'width':9,'height':9,'layers':[{'type':'barcode','box':[0,0,5,5],'symbology':'ean13',"
            + "'data':'590123412345','checkDigit':'add','quietZone':0,'light':'#eee'}]}",
        "{'width':9,'height':9,'layers':[{'type':'barcode','box':[0,0,5,5],'symbology':'upc-a',"
            + "'data':'036000291452'}]}",
        "{'width':9,'height':9,'fields':{'p':{'kind':'payload','maxLength':900,'fallback':'a  b'},"
            + "'n':{'kind':'number','unit':['pts','points']},'d':{'kind':'date','epoch':true}},"
            + "'alt':'{{ p }}','layers':[{'type':'qr','box':[0,0,5,5],'data':'{{ p }}',"
            + "'when':'p != nil'}]}",
        "{'width':9,'height':9,'layers':[{'type':'progress','box':[0,0,5,5],'value':3,'max':4,"
            + "'shape':'ring','thickness':2,'track':'#ccc','label':{'text':['a','b'],'size':8}}]}",
        "{'width':9,'height':9,'fields':{'n':{'kind':'number'}},'layers':[{'type':'progress',"
            + "'box':[0,0,5,5],'value':'{{ n }}','max':'{{ n | plus: 1 }}','label':'For people'}]}",
        "{'width':9,'height':9,'layers':[{'type':'stars','box':[0,0,5,5],'value':3.5,'align':'end'}]}",
        "{'width':9,'height':9,'layers':[{'type':'stack','box':[0,0,5,5],'direction':'row','gap':1,"
            + "'padding':[1,0,1,0],'align':'stretch','justify':'between','fill':'#fff','children':["
            + "{'type':'text','text':'a'},{'type':'shape','shape':'rect','width':2},{'type':'stack',"
            + "'children':[{'type':'progress','value':1,'height':2}]},"
            + "{'type':'stars','value':2,'grow':1}]}]}",
        "{'width':9,'height':9,'fields':{'t':{'kind':'choice','options':['A','B']}},'layers':["
            + "{'type':'shape','shape':'rect','box':[0,0,5,5],'when':{'by':'t','A':true,'*':false},"
            + "'fill':{'by':'t','A':'#fff','*':{'type':'linear','stops':[[0,'#fff'],[1,'#000']]}},"
            + "'stroke':{'color':{'by':'t','A':'#fff','B':'#000'}}}]}",
        "{'width':9,'height':9,'fields':{'t':{'kind':'choice','options':['A','B']}},'layers':["
            + "{'type':'shape','shape':'rect','box':[0,0,5,5],'fill':{'type':'linear','stops':"
            + "[[0,'#fff'],[1,{'by':'t','*':'#000'}]]}},{'type':'text','box':[0,0,5,5],'text':"
            + "[{'text':'a','color':{'by':'t','A':'#f00','*':'#0f0'}}]}]}"
      })
  void validDocument_pleasesBoth(String text) {
    assertThat(pleasesSchema(text)).isTrue();
    assertThat(pleasesReader(text)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[]",
        "{'width':10}",
        "{'width':0,'height':10}",
        "{'width':10.5,'height':10}",
        "{'width':5000,'height':10}",
        "{'width':10,'height':10,'heigth':1}",
        "{'width':10,'height':10,'background':'red'}",
        "{'width':10,'height':10,'quality':101}",
        "{'width':10,'height':10,'scales':[9]}",
        "{'width':10,'height':10,'formats':['avif']}",
        "{'width':10,'height':10,'maxBytes':10}",
        "{'width':10,'height':10,'frames':61}",
        "{'width':10,'height':10,'standard':{'background':'#fff'}}",
        "{'width':10,'height':10,'layers':[{'type':'countdown','box':[0,0,5,5],'to':'2026-11-30'}]}",
        "{'width':10,'height':10,'layers':[{'type':'countdown','box':[0,0,5,5],"
            + "'text':{'today':'x'}}]}",
        "{'width':10,'height':10,'layers':[{'type':'countdown','box':[0,0,5,5],'to':'2026-11-30',"
            + "'text':'x'}]}",
        "{'width':10,'height':10,'layers':[{'type':'countdown','box':[0,0,5,5],'to':'2026-11-30',"
            + "'text':{'weeks':'x'}}]}",
        "{'width':10,'height':10,'layers':[{'type':'countdown','box':[0,0,5,5],'to':'2026-11-30',"
            + "'text':{'today':{'one':'x'}}}]}",
        "{'width':10,'height':10,'layers':[{'type':'countdown','box':[0,0,5,5],'to':'2026-11-30',"
            + "'units':['weeks']}]}",
        "{'width':10,'height':10,'layers':[{'type':'countdown','box':[0,0,5,5],'to':'2026-11-30',"
            + "'units':['days'],'text':{'today':'x'}}]}",
        "{'width':10,'height':10,'access':'secret'}",
        "{'width':10,'height':10,'cache':{'maxAge':-1}}",
        "{'width':10,'height':10,'cache':{'age':1}}",
        "{'width':10,'height':10,'fields':{'a':{}}}",
        "{'width':10,'height':10,'fields':{'_a':{'kind':'text'}}}",
        "{'width':10,'height':10,'fields':{'a':{'kind':'nmae'}}}",
        "{'width':10,'height':10,'fields':{'a':{'kind':'text','maxLength':0}}}",
        "{'width':10,'height':10,'fields':{'a':{'kind':'text','case':'upper'}}}",
        "{'width':10,'height':10,'fields':{'a':{'kind':'image','hosts':['*']}}}",
        "{'width':10,'height':10,'fields':{'a':{'kind':'image','hosts':['*.com']}}}",
        "{'width':10,'height':10,'fields':{'a':{'kind':'image','hosts':['https://x.example']}}}",
        "{'width':10,'height':10,'fields':{'a':{'kind':'image','hosts':['x.example:8443']}}}",
        "{'width':10,'height':10,'palette':['red']}",
        "{'width':10,'height':10,'fields':{'p':{'kind':'image'}},"
            + "'layers':[{'type':'image','box':[0,0,5,5],'src':'{{ p }}','default':'circle'}]}",
        "{'width':10,'height':10,'fields':{'a':{'kind':'money','currency':'euro'}}}",
        "{'width':10,'height':10,'fields':{'a':{'kind':'number','unit':3}}}",
        "{'width':10,'height':10,'fields':{'a':{'kind':'date','epoch':'yes'}}}",
        "{'width':9,'height':9,'layers':[{'type':'barcode','box':[0,0,5,5],'symbology':'ean13',"
            + "'data':'590123412345','checkDigit':'none'}]}",
        "{'width':10,'height':10,'layers':[{}]}",
        "{'width':10,'height':10,'layers':[{'type':'video','box':[0,0,5,5]}]}",
        "{'width':10,'height':10,'layers':[{'type':'text','text':'a'}]}",
        "{'width':10,'height':10,'layers':[{'type':'text','box':[0,0,5,5]}]}",
        "{'width':10,'height':10,'layers':[{'type':'text','box':[0,0,5],'text':'a'}]}",
        "{'width':10,'height':10,'layers':[{'type':'text','box':[0,0,5,5],'text':3}]}",
        "{'width':10,'height':10,'layers':[{'type':'text','box':[0,0,5,5],'text':'a','size':0}]}",
        "{'width':10,'height':10,'layers':[{'type':'text','box':[0,0,5,5],'text':[]}]}",
        "{'width':10,'height':10,'layers':[{'type':'text','box':[0,0,5,5],'text':[[]]}]}",
        "{'width':10,'height':10,'layers':[{'type':'text','box':[0,0,5,5],'text':['a',{'text':'b'}]}]}",
        "{'width':10,'height':10,'layers':[{'type':'text','box':[0,0,5,5],'text':[{'text':'b'},'a']}]}",
        "{'width':10,'height':10,'layers':[{'type':'text','box':[0,0,5,5],'text':[{'weight':700}]}]}",
        "{'width':10,'height':10,'layers':[{'type':'text','box':[0,0,5,5],"
            + "'text':[{'text':'a','size':2}]}]}",
        "{'width':10,'height':10,'layers':[{'type':'text','box':[0,0,5,5],"
            + "'text':[{'text':'a','font':'Inter'}]}]}",
        "{'width':10,'height':10,'layers':[{'type':'text','box':[0,0,5,5],'text':'a','align':'left'}]}",
        "{'width':10,'height':10,'layers':[{'type':'text','box':[0,0,5,5],'text':'a','src':'x'}]}",
        "{'width':10,'height':10,'layers':[{'type':'text','box':[0,0,5,5],'text':'a','opacity':2}]}",
        "{'width':10,'height':10,'layers':[{'type':'shape','shape':'star','box':[0,0,5,5]}]}",
        "{'width':10,'height':10,'layers':[{'type':'shape','shape':'rect','box':[0,0,5,5],"
            + "'fill':{'type':'linear','stops':[[0,'#fff']]}}]}",
        "{'width':10,'height':10,'layers':[{'type':'shape','shape':'rect','box':[0,0,5,5],"
            + "'fill':{'type':'conic','stops':[[0,'#fff'],[1,'#000']]}}]}",
        "{'width':10,'height':10,'layers':[{'type':'qr','box':[0,0,5,5],'data':'x','correction':'X'}]}",
        "{'width':9,'height':9,'layers':[{'type':'qr','box':[0,0,5,5],'data':'x','logoSize':0.5}]}",
        "{'width':9,'height':9,'layers':[{'type':'barcode','box':[0,0,5,5],'data':'x'}]}",
        "{'width':9,'height':9,'layers':[{'type':'barcode','box':[0,0,5,5],'data':'x',"
            + "'symbology':'code39'}]}",
        "{'width':9,'height':9,'layers':[{'type':'progress','box':[0,0,5,5]}]}",
        "{'width':9,'height':9,'layers':[{'type':'progress','box':[0,0,5,5],'value':'7'}]}",
        "{'width':9,'height':9,'layers':[{'type':'progress','box':[0,0,5,5],'value':7,'max':0}]}",
        "{'width':9,'height':9,'layers':[{'type':'progress','box':[0,0,5,5],'value':7,'label':{}}]}",
        "{'width':9,'height':9,'layers':[{'type':'stars','box':[0,0,5,5],'value':3,'max':21}]}",
        "{'width':9,'height':9,'layers':[{'type':'stars','value':3}]}",
        "{'width':9,'height':9,'layers':[{'type':'shape','shape':'rect','box':[0,0,5,5],'grow':1}]}",
        "{'width':9,'height':9,'layers':[{'type':'stack','box':[0,0,5,5]}]}",
        "{'width':9,'height':9,'layers':[{'type':'stack','box':[0,0,5,5],'children':[]}]}",
        "{'width':9,'height':9,'layers':[{'type':'stack','box':[0,0,5,5],'padding':[1,2],"
            + "'children':[{'type':'text','text':'a'}]}]}",
        "{'width':9,'height':9,'layers':[{'type':'stack','box':[0,0,5,5],'justify':'middle',"
            + "'children':[{'type':'text','text':'a'}]}]}",
        "{'width':9,'height':9,'layers':[{'type':'stack','box':[0,0,5,5],'children':["
            + "{'type':'text','text':'a','box':[0,0,1,1]}]}]}",
        "{'width':9,'height':9,'layers':[{'type':'stack','box':[0,0,5,5],'children':["
            + "{'type':'text','text':'a','width':'all'}]}]}",
        "{'width':9,'height':9,'fields':{'t':{'kind':'choice','options':['A']}},'layers':[{'type':"
            + "'shape','shape':'rect','box':[0,0,5,5],'fill':{'by':'t'}}]}",
        "{'width':9,'height':9,'fields':{'t':{'kind':'choice','options':['A']}},'layers':[{'type':"
            + "'shape','shape':'rect','box':[0,0,5,5],'fill':{'by':'t','A':'red'}}]}",
        "{'width':9,'height':9,'fields':{'t':{'kind':'choice','options':['A']}},'layers':[{'type':"
            + "'shape','shape':'rect','box':[0,0,5,5],'when':{'by':'t','A':'yes'}}]}",
        "{'width':9,'height':9,'fields':{'t':{'kind':'choice','options':['A']}},'layers':[{'type':"
            + "'shape','shape':'rect','box':[0,0,5,5],'radius':{'by':'t','A':1}}]}"
      })
  void invalidDocument_isRefusedByBoth(String text) {
    assertThat(pleasesSchema(text)).as("the schema").isFalse();
    assertThat(pleasesReader(text)).as("the reader").isFalse();
  }

  private static boolean pleasesSchema(String text) {
    try {
      return VALIDATOR.validate(MAPPER.readTree(text.replace('\'', '"'))).isEmpty();
    } catch (IOException wrong) {
      throw new UncheckedIOException(wrong);
    }
  }

  private boolean pleasesReader(String text) {
    try {
      Files.createDirectories(root.resolve("t"));
      Files.writeString(root.resolve("t/template.json"), text.replace('\'', '"'));
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
    return new TemplateLoader(new FolderTemplateFiles(root)).load("t")
        instanceof ParseResult.Usable;
  }

  private static Set<String> keys(String pointer) {
    Set<String> keys = new HashSet<>();
    SCHEMA.at(pointer).fieldNames().forEachRemaining(keys::add);
    return keys;
  }

  private static JsonNode read(Path file) {
    try {
      return MAPPER.readTree(Files.readAllBytes(file));
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
