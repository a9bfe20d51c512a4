package dev.nameplate.text;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.util.ULocale;
import dev.nameplate.geometry.Alignment;
import dev.nameplate.geometry.Box;
import dev.nameplate.geometry.Rgba;
import dev.nameplate.geometry.VerticalAlignment;
import dev.nameplate.scene.Node;
import dev.nameplate.support.Fonts;
import dev.nameplate.template.layer.TextStyle;
import dev.nameplate.text.font.FontLibrary;
import dev.nameplate.text.shape.Shaper;
import dev.nameplate.text.unicode.BidiText;
import dev.nameplate.text.unicode.Clusters;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Lines end at line feeds; a word wider than a line is broken before anything is cut. */
final class LineBreaksTest {
  private static final FontLibrary FONTS = Fonts.shipped();
  private static final Typesetter TYPESETTER = new Typesetter(FONTS);
  private static final Shaper SHAPER =
      new Shaper(FONTS.selector("Inter", 400, ULocale.ENGLISH), 0, false);

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      value = {
        "Hi Ann~Welcome back, Hi Ann|Welcome back",
        "a~~b, a||b",
        "a~, a",
        "~a, |a",
        "one two ~  three, one two|three",
        "a ~ ~ b, a||b",
        "Hi ~Ann~, Hi|Ann"
      })
  void lineFeed_endsALine(String text, String lines) {
    Paragraph paragraph = paragraph(text.replace('~', '\n'));
    List<String> filled = paragraph.fill(1000).orElseThrow().stream().map(BidiText::text).toList();
    assertThat(String.join("|", filled)).isEqualTo(lines);
  }

  @Test
  void lineFeeds_countAgainstMaxLines() {
    assertThat(set("one\ntwo", 1, new Box(0, 0, 300, 90)).cut()).isTrue();
    assertThat(set("one\ntwo", 1, new Box(0, 0, 300, 90)).lines()).hasSize(1);
    assertThat(set("one\ntwo", 2, new Box(0, 0, 300, 90)).cut()).isFalse();
    assertThat(set("one\ntwo", 2, new Box(0, 0, 300, 90)).lines()).hasSize(2);
    TextBlock three = set("one\ntwo\nthree", 2, new Box(0, 0, 300, 90));
    assertThat(three.cut()).isTrue();
    assertThat(three.lines()).hasSize(2);
  }

  @Test
  void textWithLineFeeds_growsAsTheSameLinesWouldAlone() {
    double together = set("Hi Ann\nWelcome", 3, new Box(0, 0, 100, 200)).size();
    double alone = set("Welcome", 1, new Box(0, 0, 100, 200)).size();
    assertThat(together).isEqualTo(alone);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "maria.long.address.of.someone@department.subsidiary.example.com",
        "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft",
        "0123456789012345678901234567890123456789012345678901234567890123456789",
        "qe\u0301x\u0308wi\u0302ǘêçåżłßœæøþðđŋĳſƒabcdefghijklmnopqrstuvwxyzabcdefghijklmnop",
        "ความยาวมากๆๆๆๆๆๆๆๆๆๆๆๆๆๆๆๆๆๆๆๆๆๆๆๆๆๆๆๆๆๆๆๆๆๆๆๆๆๆๆๆๆๆๆๆๆๆๆ"
      })
  void longWord_whereLinesAreLeft_isBrokenNotCut(String word) {
    Box box = new Box(0, 0, 280, 120);
    TextBlock block = set(word, 4, box);
    assertThat(block.cut()).isFalse();
    assertThat(block.lines().size()).isGreaterThan(1);
    assertThat(block.size()).isEqualTo(16);
    assertThat(box.contains(block.ink(), 1e-6)).isTrue();
  }

  @Test
  void longWord_startsALineOfItsOwn_andIsBrokenBetweenClusters() {
    Paragraph paragraph = paragraph("to e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301 and more");
    Paragraph.Broken broken = paragraph.fillBroken(2, 9);
    List<String> lines = broken.lines().stream().map(BidiText::text).toList();
    assertThat(lines.get(0)).isEqualTo("to");
    assertThat(String.join("", lines)).contains("e\u0301".repeat(6));
    assertThat(lines).allSatisfy(line -> assertThat(line).doesNotStartWith("\u0301"));
    assertThat(broken.rest()).isEmpty();
    BreakIterator clusters = Clusters.of("e\u0301".repeat(6));
    assertThat(clusters.isBoundary(1)).isFalse();
  }

  @Test
  void shrinking_comesBeforeBreaking_andBreakingBeforeCutting() {
    String word = "Wolfeschlegelsteinhausen";
    TextBlock shrunk = set(word, 3, new Box(0, 0, 230, 90));
    assertThat(shrunk.lines()).hasSize(1);
    assertThat(shrunk.size()).isGreaterThanOrEqualTo(16).isLessThan(24);
    TextBlock broken = set(word, 3, new Box(0, 0, 120, 90));
    assertThat(broken.lines()).hasSize(2);
    assertThat(broken.cut()).isFalse();
    TextBlock cut = set(word.repeat(5), 3, new Box(0, 0, 120, 90));
    assertThat(cut.lines()).hasSize(3);
    assertThat(cut.cut()).isTrue();
    assertThat(set(word, 1, new Box(0, 0, 120, 90)).cut()).isTrue();
  }

  @Test
  void textThatEndsInAnEllipsisOfItsOwn_isNotCut() {
    TextBlock block = set("maria.long.address.of.someone@department.example.com…", 4, box());
    assertThat(block.cut()).isFalse();
  }

  @Test
  void spansWithLineFeeds_andAWordAcrossThem_areBroken() {
    String text = "Dear\nWolfeschlegelsteinhausenbergerdorff";
    Node.Rung rung =
        new Node.Rung(
            0,
            text,
            List.of(
                new Node.Span(12, new dev.nameplate.template.wording.SpanStyle(400, Rgba.BLACK, 1)),
                new Node.Span(
                    text.length(),
                    new dev.nameplate.template.wording.SpanStyle(700, Rgba.BLACK, 1.2))));
    TextBlock block =
        TYPESETTER.set(List.of(rung), style(4), new Box(0, 0, 150, 120), Locale.ENGLISH);
    assertThat(block.cut()).isFalse();
    assertThat(block.lines()).hasSizeGreaterThan(2);
    assertThat(new Box(0, 0, 150, 120).contains(block.ink(), 1e-6)).isTrue();
  }

  private static Box box() {
    return new Box(0, 0, 280, 120);
  }

  private static Paragraph paragraph(String text) {
    return Paragraph.of(BidiText.of(text, false), SHAPER, Locale.ENGLISH);
  }

  private static TextBlock set(String text, int maxLines, Box box) {
    return TYPESETTER.set(List.of(new Node.Rung(0, text)), style(maxLines), box, Locale.ENGLISH);
  }

  private static TextStyle style(int maxLines) {
    return new TextStyle(
        "Inter",
        400,
        24,
        16,
        maxLines,
        1.2,
        0,
        Alignment.START,
        VerticalAlignment.TOP,
        Rgba.BLACK,
        Optional.empty(),
        Optional.empty());
  }
}
