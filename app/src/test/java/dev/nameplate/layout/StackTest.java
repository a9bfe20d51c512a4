package dev.nameplate.layout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.nameplate.geometry.Box;
import dev.nameplate.merge.FieldResolver;
import dev.nameplate.merge.query.QueryReader;
import dev.nameplate.merge.query.RawQuery;
import dev.nameplate.scene.ClockState;
import dev.nameplate.scene.ClockStates;
import dev.nameplate.scene.Node;
import dev.nameplate.scene.SceneBuilder;
import dev.nameplate.support.Fonts;
import dev.nameplate.template.Template;
import dev.nameplate.template.library.FolderTemplateFiles;
import dev.nameplate.template.library.TemplateLoader;
import dev.nameplate.template.parse.ParseResult;
import dev.nameplate.text.Typesetter;
import dev.nameplate.text.font.FontLibrary;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where a stack's children stand, in one of 200 × 100 at the origin. */
final class StackTest {
  private static final FontLibrary FONTS = Fonts.shipped();
  private static final Layout LAYOUT = new Layout(new Typesetter(FONTS));
  private static final String SQUARE = "{'type':'shape','shape':'rect','width':20,'height':20}";
  private static final String LINE = "{'type':'shape','shape':'rect','width':20,'height':10}";

  @TempDir
  @SuppressWarnings("NullAway.Init") // JUnit sets it.
  Path root;

  @Test
  void childThatStepsAside_leavesNoGap_andTheRestIsCentredAgain() {
    String absent = "{'type':'shape','shape':'rect','width':20,'height':40,'when':'company'}";
    String stack =
        "'gap':10,'justify':'center','children':[" + SQUARE + "," + absent + "," + SQUARE + "]";
    assertThat(boxes(stack, "company=Acme"))
        .containsExactly(new Box(0, 0, 20, 20), new Box(0, 30, 20, 40), new Box(0, 80, 20, 20));
    assertThat(boxes(stack, "")).containsExactly(new Box(0, 25, 20, 20), new Box(0, 55, 20, 20));
  }

  @Test
  void countdownsWords_areATextAmongOthers_andLeaveNoGapOnceTheyAreSilent() {
    String words =
        "{'type':'countdown','to':'2026-11-30','size':10,'text':{'days':'{{ days }} days left',"
            + "'today':'Ends today'}}";
    String stack =
        "'gap':10,'justify':'center','children':[" + SQUARE + "," + words + "," + SQUARE + "]";
    PlacedLayer before = placed(stack, "", "en", Instant.parse("2026-11-28T12:00:00Z"));
    PlacedLayer.Text said = (PlacedLayer.Text) parts(before).get(1);
    assertThat(said.node().rungs().get(0).text()).contains("2").contains("days left");
    assertThat(said.node().placement().box().height()).isEqualTo(12);
    PlacedLayer after = placed(stack, "", "en", Instant.parse("2026-12-01T12:00:00Z"));
    assertThat(boxes(after)).containsExactly(new Box(0, 25, 20, 20), new Box(0, 55, 20, 20));
  }

  @Test
  void stackWhoseChildrenAllStepAside_isSkipped() {
    String stack = "'fill':'#fff','children':[{'type':'text','text':'{{ company }}'}]";
    assertThat(placed(stack, "", "en")).isInstanceOf(PlacedLayer.Skipped.class);
    assertThat(placed(stack, "company=Acme", "en")).isInstanceOf(PlacedLayer.Group.class);
  }

  @ParameterizedTest
  @CsvSource({
    "start, start, 0, 25, 0, 0",
    "center, center, 77, 102, 40, 45",
    "end, end, 155, 180, 80, 90",
    "between, stretch, 0, 180, 0, 0"
  })
  void row_standsAsItsJustifyAndAlignSay(
      String justify, String align, double x, double secondX, double y, double secondY) {
    String stack =
        "'direction':'row','gap':5,'justify':'%s','align':'%s','children':[%s,%s]"
            .formatted(justify, align, SQUARE, LINE);
    assertThat(boxes(stack, ""))
        .containsExactly(new Box(x, y, 20, 20), new Box(secondX, secondY, 20, 10));
  }

  @Test
  void row_ofALocaleReadFromTheRight_beginsThere() {
    String stack = "'direction':'row','gap':5,'children':[" + SQUARE + "," + LINE + "]";
    assertThat(parts(placed(stack, "", "he")))
        .extracting(part -> ((PlacedLayer.Visible) part).bounds().x())
        .containsExactly(180.0, 155.0);
  }

  @Test
  void layerWithoutASizeAcross_takesAllThereIs_insideThePadding() {
    String stack =
        "'padding':[10,20,30,40],'children':[{'type':'shape','shape':'rect','height':5}]";
    assertThat(boxes(stack, "")).containsExactly(new Box(40, 10, 140, 5));
  }

  @Test
  void whatGrows_takesWhatIsLeft_byItsShare() {
    String stack =
        "'direction':'row','gap':10,'children':["
            + SQUARE
            + ",{'type':'progress','value':1,'grow':1,'height':8}"
            + ",{'type':'progress','value':1,'grow':2,'height':8}]";
    assertThat(boxes(stack, ""))
        .containsExactly(new Box(0, 0, 20, 20), new Box(30, 0, 53, 8), new Box(93, 0, 106, 8));
  }

  @Test
  void text_takesItsMeasuredSize_andAStackHugsItsChildren() {
    String pill =
        "{'type':'stack','padding':[4,10,4,10],'fill':'#fff','children':["
            + "{'type':'text','text':'{{ company }}','size':20}]}";
    String stack = "'direction':'row','gap':6,'children':[" + pill + "," + SQUARE + "]";
    Box shortPill = boxes(stack, "company=Acme").get(0);
    Box longPill = boxes(stack, "company=Acme+Sons").get(0);
    assertThat(shortPill.height()).isEqualTo(20 * 1.2 + 8);
    assertThat(longPill.width()).isGreaterThan(shortPill.width() + 30);
    assertThat(boxes(stack, "company=Acme+Sons").get(1).x()).isEqualTo(longPill.right() + 6);
    PlacedLayer.Text text =
        (PlacedLayer.Text) parts(parts(placed(stack, "company=Acme", "en")).get(0)).get(0);
    assertThat(text.block().ink().x()).isCloseTo(10, within(2.0));
    assertThat(text.block().ink().right()).isCloseTo(shortPill.right() - 10, within(2.0));
  }

  @Test
  void textsTooLongTogether_areHeldToAFairPart_andShrink() {
    String stack =
        "'direction':'row','gap':10,'children':["
            + "{'type':'text','text':'{{ company }} and more of it','size':20,'minSize':8},"
            + "{'type':'text','text':'{{ company }} and just as much','size':20,'minSize':8},"
            + "{'type':'text','text':'Go','size':20}]";
    List<PlacedLayer> parts = parts(placed(stack, "company=Acme", "en"));
    for (PlacedLayer part : parts) {
      assertThat(((PlacedLayer.Visible) part).bounds().right()).isLessThanOrEqualTo(200);
    }
    assertThat(((PlacedLayer.Text) parts.get(0)).block().size()).isBetween(8.0, 12.0);
    assertThat(((PlacedLayer.Text) parts.get(2)).block().size()).isEqualTo(20);
  }

  @Test
  void linesOfAText_stayWhereTheyStoodToEachOther() {
    String stack =
        "'align':'center','children':[{'type':'text','text':'A longer line than the other',"
            + "'size':20,'maxLines':2,'align':'center','width':160}]";
    PlacedLayer.Text text = (PlacedLayer.Text) parts(placed(stack, "", "en")).get(0);
    assertThat(text.block().lines()).hasSize(2);
    text.block()
        .lines()
        .forEach(line -> assertThat(line.ink().centerX()).isCloseTo(100, within(1.5)));
  }

  @Test
  void turnedStack_isTurnedAsOne() {
    String stack = "'rotate':90,'children':[" + SQUARE + "]";
    PlacedLayer.Group group = (PlacedLayer.Group) placed(stack, "", "en");
    assertThat(((PlacedLayer.Visible) group.parts().get(0)).bounds())
        .isEqualTo(new Box(0, 0, 20, 20));
    assertThat(group.bounds().contains(new Box(130, -50, 20, 20), 1e-9)).isTrue();
  }

  private List<Box> boxes(String stack, String query) {
    return boxes(placed(stack, query, "en"));
  }

  private static List<Box> boxes(PlacedLayer stack) {
    return parts(stack).stream()
        .filter(PlacedLayer.Visible.class::isInstance)
        .map(part -> ((PlacedLayer.Visible) part).node().placement().box())
        .toList();
  }

  private static List<PlacedLayer> parts(PlacedLayer group) {
    return ((PlacedLayer.Group) group).parts();
  }

  private PlacedLayer placed(String stack, String query, String locale) {
    return placed(stack, query, locale, Instant.EPOCH);
  }

  private PlacedLayer placed(String stack, String query, String locale, Instant at) {
    Template template = template(stack, locale);
    var rawFieldValues = new QueryReader().read(template, new RawQuery(query));
    var fields = new FieldResolver(FONTS).resolve(template, rawFieldValues);
    ClockState clockState = ClockStates.of(template, fields, at, false);
    Node node = new SceneBuilder().build(template, fields, clockState).nodes().get(0);
    return LAYOUT.place(node, template.locale());
  }

  private Template template(String stack, String locale) {
    String text =
        "{'width':200,'height':100,'locale':'%s','fields':{'company':{'kind':'text'}},'layers':["
                .formatted(locale)
            + "{'type':'stack','box':[0,0,200,100],"
            + stack
            + "}]}";
    try {
      Files.createDirectories(root.resolve("t"));
      Files.writeString(root.resolve("t/template.json"), text.replace('\'', '"'));
    } catch (IOException full) {
      throw new UncheckedIOException(full);
    }
    ParseResult reading = new TemplateLoader(new FolderTemplateFiles(root)).load("t");
    assertThat(reading).isInstanceOf(ParseResult.Usable.class);
    return ((ParseResult.Usable) reading).template();
  }
}
