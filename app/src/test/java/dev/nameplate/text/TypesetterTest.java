package dev.nameplate.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nameplate.geometry.Alignment;
import dev.nameplate.geometry.Box;
import dev.nameplate.geometry.Rgba;
import dev.nameplate.geometry.VerticalAlignment;
import dev.nameplate.scene.Node;
import dev.nameplate.support.Fonts;
import dev.nameplate.template.field.TextDirection;
import dev.nameplate.template.layer.Numerals;
import dev.nameplate.template.layer.TextFlow;
import dev.nameplate.template.layer.TextStyle;
import dev.nameplate.template.layer.TextWrap;
import dev.nameplate.template.wording.SpanStyle;
import dev.nameplate.text.font.FontLibrary;
import dev.nameplate.text.glyph.GlyphRun;
import dev.nameplate.text.unicode.BidiText;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

final class TypesetterTest {
  private static final FontLibrary FONTS = Fonts.shipped();
  private static final Typesetter TYPESETTER = new Typesetter(FONTS);
  private static final Box BOX = new Box(30, 20, 300, 80);

  @Test
  void shortText_keepsTheWantedSize_onOneLine() {
    TextBlock block = set(style(40, 20, 2), BOX, "Maria");
    assertThat(block.size()).isEqualTo(40);
    assertThat(block.lines()).hasSize(1);
    assertThat(block.cut()).isFalse();
  }

  @Test
  void longText_shrinksNoFurtherThanNeeded() {
    TextBlock block = set(style(40, 10, 1), BOX, "Maximiliane Musterfrau");
    assertThat(block.size()).isBetween(20.0, 39.9);
    assertThat(block.lines().get(0).advance()).isBetween(299.0, 300.001);
  }

  @Test
  void rungThatDoesNotFit_yieldsToTheNext() {
    TextBlock block =
        set(style(40, 30, 1), BOX, "A wording that is far too long for such a box", "Short");
    assertThat(block.wording()).isEqualTo(1);
    assertThat(block.size()).isEqualTo(40);
  }

  @Test
  void lastRungThatDoesNotFit_isCutAtTheLeastSize() {
    TextBlock block =
        set(style(40, 30, 1), BOX, "Wolfeschlegelsteinhausenbergerdorffwelchevoraltern");
    assertThat(block.cut()).isTrue();
    assertThat(block.size()).isEqualTo(30);
    assertThat(BOX.contains(block.ink(), 0.01)).isTrue();
  }

  @Test
  void twoLines_areMadeEven() {
    TextBlock block = set(style(40, 20, 2), BOX, "Thank you for your order, Maria");
    assertThat(block.lines()).hasSize(2);
    double first = block.lines().get(0).advance();
    double second = block.lines().get(1).advance();
    assertThat(Math.min(first, second) / Math.max(first, second)).isGreaterThan(0.6);
  }

  @Test
  void middle_isCenteredByCapitals() {
    Box ink = set(style(40, 20, 1), BOX, "HHH").ink();
    assertThat(ink.centerY()).isCloseTo(BOX.centerY(), within(0.3));
  }

  @Test
  void middle_isCenteredByTheSquare_ofIdeographs() {
    Box ink = set(style(40, 20, 1), BOX, "国国国").ink();
    assertThat(ink.centerY()).isCloseTo(BOX.centerY(), within(0.05));
  }

  @Test
  void shrunkWording_givesWay_toOneOfComfortableSize() {
    String name = "\u2068" + "Wolfeschlegel ".repeat(3).strip() + "\u2069";
    TextStyle style = style(40, 8, 1);
    assertThat(set(style, BOX, name, "\u2068Wolf\u2069").wording()).isEqualTo(1);
    assertThat(set(style, BOX, name, "Welcome", "\u2068Wolf\u2069").wording()).isEqualTo(2);
    assertThat(set(style, BOX, name, "Welcome").wording()).isEqualTo(0);
    assertThat(set(style, BOX, name, name + name).wording()).isEqualTo(0);
  }

  @Test
  void spans_areFittedAsOneText() {
    SpanStyle large = new SpanStyle(700, Rgba.BLACK, 2);
    SpanStyle small = new SpanStyle(400, Rgba.WHITE, 0.5);
    String text = "42 points";
    List<Node.Span> spans = List.of(new Node.Span(2, large), new Node.Span(9, small));
    for (double size : new double[] {20, 400}) {
      TextBlock block =
          TYPESETTER.set(
              List.of(new Node.Rung(0, text, spans)), style(size, 4, 1), BOX, Locale.ENGLISH);
      Line line = block.lines().get(0);
      List<GlyphRun.Tint> tints = line.letters().tints();
      assertThat(tints).extracting(GlyphRun.Tint::color).containsExactly(Rgba.BLACK, Rgba.WHITE);
      double digits = tints.get(0).glyphs().getBounds2D().getHeight();
      double letters = tints.get(1).glyphs().getBounds2D().getHeight();
      assertThat(digits / letters).isBetween(2.5, 4.5);
      assertThat(BOX.contains(block.ink(), 0.01)).isTrue();
    }
  }

  @Test
  void spanEnd_amidACluster_isPutBehindIt() {
    BidiText bidiText = BidiText.of("e\u0301a", false).inSpans("e\u0301a", List.of(1, 3));
    assertThat(bidiText.span(1)).isEqualTo(0);
    assertThat(bidiText.span(2)).isEqualTo(1);
  }

  @Test
  void alignment_placesTheLine() {
    TextStyle base = style(30, 20, 1);
    Box start = set(aligned(base, Alignment.START), BOX, "Maria").ink();
    Box center = set(aligned(base, Alignment.CENTER), BOX, "Maria").ink();
    Box end = set(aligned(base, Alignment.END), BOX, "Maria").ink();
    assertThat(start.x()).isBetween(BOX.x(), BOX.x() + 4);
    assertThat(center.centerX()).isCloseTo(BOX.centerX(), within(2));
    assertThat(end.right()).isBetween(BOX.right() - 4, BOX.right() + 0.001);
  }

  @Test
  void sizes_scaleLinearly_sinceTextIsMeasuredOnce() {
    double small = set(style(20, 5, 1), BOX, "AVoTo").lines().get(0).advance();
    double large = set(style(40, 5, 1), BOX, "AVoTo").lines().get(0).advance();
    assertThat(large).isCloseTo(2 * small, within(1e-6));
  }

  @Test
  void kerning_isOn() {
    double together = set(style(40, 5, 1), BOX, "AVAVA").lines().get(0).advance();
    double apart =
        Arrays.stream(new String[] {"A", "V", "A", "V", "A"})
            .mapToDouble(letter -> set(style(40, 5, 1), BOX, letter).lines().get(0).advance())
            .sum();
    assertThat(together).isLessThan(apart - 1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"Ελένη Παπαδοπούλου", "Дмитрий Кузнецов", "Nguyễn Thị Ánh", "Łukasz Żółć"})
  void latinGreekAndCyrillic_areDrawable(String name) {
    assertThat(FONTS.drawable(name)).contains(name);
    assertThat(set(style(30, 10, 1), BOX, name).ink().isEmpty()).isFalse();
  }

  @Test
  void tabularNumerals_standInColumns() {
    TextStyle tabular = flowing(style(40, 20, 1), TextWrap.AUTO, Numerals.TABULAR);
    double ones = set(tabular, BOX, "1,111.11").lines().get(0).advance();
    double eights = set(tabular, BOX, "8,888.88").lines().get(0).advance();
    assertThat(ones).isCloseTo(eights, within(1e-6));
    assertThat(set(style(40, 20, 1), BOX, "1,111.11").lines().get(0).advance())
        .isLessThan(eights - 1);
  }

  @Test
  void balancedText_hasEvenLines_howeverManyThereAre() {
    String text = "word ".repeat(16).strip();
    Box box = new Box(0, 0, 250, 200);
    TextStyle style = style(18, 18, 8);
    assertThat(
            shortestOverLongest(set(flowing(style, TextWrap.BALANCE, Numerals.NORMAL), box, text)))
        .isGreaterThan(shortestOverLongest(set(style, box, text)));
  }

  private static double shortestOverLongest(TextBlock block) {
    double[] widths = block.lines().stream().mapToDouble(Line::advance).sorted().toArray();
    return widths[0] / widths[widths.length - 1];
  }

  private static TextStyle flowing(TextStyle style, TextWrap wrap, Numerals numerals) {
    return new TextStyle(
        style.font(),
        style.weight(),
        style.size(),
        style.minSize(),
        style.maxLines(),
        style.lineHeight(),
        style.letterSpacing(),
        style.align(),
        style.valign(),
        style.color(),
        style.shadow(),
        style.outline(),
        new TextFlow(TextDirection.AUTO, wrap, numerals));
  }

  @Test
  void nameFromTheRight_startsAtTheRight() {
    Box ink = set(style(30, 20, 1), BOX, "שלום").ink();
    assertThat(ink.right()).isBetween(BOX.right() - 4, BOX.right() + 0.001);
    Box isolated = set(style(30, 20, 1), BOX, "\u2068שלום\u2069").ink();
    assertThat(isolated.x()).isBetween(BOX.x(), BOX.x() + 4);
  }

  @Test
  void styledLetters_areDrawnPlain() {
    assertThat(FONTS.drawable("𝖒𝖎𝖈𝖍𝖆𝖊𝖑")).contains("michael");
  }

  @Test
  void scriptWithoutFont_isNotDrawable() {
    assertThat(FONTS.drawable("𒀀𒁀")).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(VerticalAlignment.class)
  void ink_staysInTheBox_forEverySeededText(VerticalAlignment valign) {
    Random random = new Random(7);
    String letters = "ÅǗgjpqyÝŷỂ fijQÇ,ßWAVлЙщλΏ-'.";
    for (int round = 0; round < 400; round++) {
      String text =
          IntStream.range(0, 1 + random.nextInt(40))
              .mapToObj(i -> String.valueOf(letters.charAt(random.nextInt(letters.length()))))
              .reduce("x", String::concat);
      Box box =
          new Box(
              random.nextInt(50),
              random.nextInt(50),
              20 + random.nextInt(400),
              20 + random.nextInt(120));
      TextStyle style = valigned(style(10 + random.nextInt(70), 8, 1 + random.nextInt(3)), valign);
      TextBlock block = set(style, box, text);
      assertThat(box.contains(block.ink(), 0.01))
          .as("%s in %s at %s", text, box, block.size())
          .isTrue();
      assertThat(block.cut() || block.size() >= 8).isTrue();
      assertThat(block.lines()).isNotEmpty();
    }
  }

  private static org.assertj.core.data.Offset<Double> within(double tolerance) {
    return org.assertj.core.data.Offset.offset(tolerance);
  }

  private static TextBlock set(TextStyle style, Box box, String... rungs) {
    List<Node.Rung> ladder =
        IntStream.range(0, rungs.length).mapToObj(i -> new Node.Rung(i, rungs[i])).toList();
    return TYPESETTER.set(ladder, style, box, Locale.ENGLISH);
  }

  private static TextStyle style(double size, double minSize, int maxLines) {
    return new TextStyle(
        "Inter",
        700,
        size,
        minSize,
        maxLines,
        1.2,
        0,
        Alignment.START,
        VerticalAlignment.MIDDLE,
        Rgba.BLACK,
        Optional.empty(),
        Optional.empty());
  }

  private static TextStyle aligned(TextStyle style, Alignment align) {
    return new TextStyle(
        style.font(),
        style.weight(),
        style.size(),
        style.minSize(),
        style.maxLines(),
        style.lineHeight(),
        style.letterSpacing(),
        align,
        style.valign(),
        style.color(),
        style.shadow(),
        style.outline());
  }

  private static TextStyle valigned(TextStyle style, VerticalAlignment valign) {
    return new TextStyle(
        style.font(),
        style.weight(),
        style.size(),
        style.minSize(),
        style.maxLines(),
        style.lineHeight(),
        style.letterSpacing(),
        style.align(),
        valign,
        style.color(),
        style.shadow(),
        style.outline());
  }
}
