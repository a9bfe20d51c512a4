package dev.nameplate.text;

import com.ibm.icu.util.ULocale;
import dev.nameplate.geometry.Box;
import dev.nameplate.scene.Node;
import dev.nameplate.template.layer.Numerals;
import dev.nameplate.template.layer.TextStyle;
import dev.nameplate.template.wording.SpanStyle;
import dev.nameplate.text.font.FontLibrary;
import dev.nameplate.text.shape.Shaper;
import dev.nameplate.text.shape.SpanShaper;
import dev.nameplate.text.unicode.BaseDirection;
import dev.nameplate.text.unicode.BidiText;
import dev.nameplate.text.unicode.Scripts;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Sets text in boxes.
 *
 * <p>The first rung of the copy ladder that stands in its box at a comfortable size is used. Where
 * none does, the first that stands there at no less than the style's least size; where none does
 * that either, the last rung is set at the least size, with words broken between grapheme clusters
 * while lines are left, and cut at a cluster with an ellipsis after that. A rung that shows a value
 * never gives way to one that shows none for comfort's sake. The ink always lies inside the box.
 */
public final class Typesetter {
  /** A size is comfortable from this share of the one wanted on. */
  private static final double COMFORT = 0.7;

  private final FontLibrary fonts;

  public Typesetter(FontLibrary fonts) {
    this.fonts = fonts;
  }

  /**
   * Sets the best rung.
   *
   * @param rungs at least one
   * @param box in pixels at 1x
   * @param locale decides where lines may break
   */
  public TextBlock set(List<Node.Rung> rungs, TextStyle style, Box box, Locale locale) {
    double comfortable = COMFORT * style.size() - 1e-9;
    Optional<TextBlock> small = Optional.empty();
    boolean mustShow = false;
    for (Node.Rung rung : rungs) {
      Optional<TextBlock> block =
          mustShow && !rung.showsValue() ? Optional.empty() : fitted(rung, style, box, locale);
      if (block.filter(set -> set.size() >= comfortable).isPresent()) {
        return block.get();
      }
      if (small.isEmpty() && block.isPresent()) {
        small = block;
        mustShow = rung.showsValue();
      }
    }
    Node.Rung last = rungs.get(rungs.size() - 1);
    return small.orElseGet(() -> cut(last, style, box, locale));
  }

  /**
   * Sets the best rung and tells how much of the box it takes.
   *
   * @param rungs at least one
   * @param box in pixels at 1x
   * @param locale decides where lines may break
   */
  public MeasuredText measured(List<Node.Rung> rungs, TextStyle style, Box box, Locale locale) {
    TextBlock block = set(rungs, style, box, locale);
    Node.Rung used =
        rungs.stream().filter(rung -> rung.wording() == block.wording()).findFirst().orElseThrow();
    BlockSetter setter = setter(used, style, box, locale);
    double largest = fit(used, setter).scale() * block.size();
    return MeasuredText.of(
        block, setter.shaper().face().capHeight() * largest, style.lineHeight() * largest);
  }

  private Optional<TextBlock> fitted(Node.Rung rung, TextStyle style, Box box, Locale locale) {
    BlockSetter setter = setter(rung, style, box, locale);
    Paragraph paragraph = paragraph(rung, style, setter, locale);
    return fit(rung, setter)
        .largest(paragraph)
        .flatMap(setting -> setter.fitted(rung.wording(), setting));
  }

  private static TextFitter fit(Node.Rung rung, BlockSetter setter) {
    double scale = rung.spans().stream().mapToDouble(span -> span.style().scale()).max().orElse(1);
    return new TextFitter(setter.style(), setter.shaper().face(), scale, setter.box());
  }

  private BlockSetter setter(Node.Rung rung, TextStyle style, Box box, Locale locale) {
    Reader reader = Reader.of(rung.text(), locale);
    if (rung.spans().isEmpty()) {
      return new BlockSetter(shaper(style, style.weight(), reader), style, box);
    }
    List<SpanShaper.Look> looks =
        rung.spans().stream().map(span -> look(style, span.style(), reader)).toList();
    return new BlockSetter(new SpanShaper(looks, style.letterSpacing()), style, box);
  }

  private SpanShaper.Look look(TextStyle style, SpanStyle span, Reader reader) {
    return new SpanShaper.Look(shaper(style, span.weight(), reader), span.scale(), span.color());
  }

  private Shaper shaper(TextStyle style, int weight, Reader reader) {
    boolean tabular = style.flow().numerals() == Numerals.TABULAR;
    FontLibrary.Wanted wanted =
        new FontLibrary.Wanted(style.font(), weight, reader.han(), reader.locale());
    return new Shaper(fonts.chooser(wanted), style.letterSpacing(), tabular);
  }

  private static Paragraph paragraph(
      Node.Rung rung, TextStyle style, BlockSetter setter, Locale locale) {
    boolean rightToLeft =
        BaseDirection.isRightToLeft(rung.text(), style.flow().direction(), locale);
    String marked =
        BaseDirection.withLoneValueTurned(rung.text(), style.flow().direction(), locale);
    BidiText bidiText = BidiText.of(marked, rightToLeft);
    List<Integer> ends = rung.spans().stream().map(Node.Span::end).toList();
    BidiText whole = ends.isEmpty() ? bidiText : bidiText.inSpans(marked, ends);
    return Paragraph.of(whole, setter.shaper(), locale);
  }

  /**
   * Breaks words, and cuts, at the least size; on fewer lines where stacked accents leave no room
   * for more.
   */
  private TextBlock cut(Node.Rung rung, TextStyle style, Box box, Locale locale) {
    BlockSetter setter = setter(rung, style, box, locale);
    Paragraph paragraph = paragraph(rung, style, setter, locale);
    Truncator truncator = new Truncator(setter.shaper(), box.width() / style.minSize());
    int lines = fit(rung, setter).linesAtLeastSize();
    TextBlock block = setter.cut(rung.wording(), truncator.cut(paragraph, lines));
    while (block.size() < style.minSize() && lines > 1) {
      lines--;
      block = setter.cut(rung.wording(), truncator.cut(paragraph, lines));
    }
    return block;
  }

  /**
   * Who a text is for.
   *
   * @param han decides how its ideographs are written
   * @param locale the reader's
   */
  private record Reader(ULocale han, ULocale locale) {
    static Reader of(String text, Locale locale) {
      ULocale own = ULocale.forLocale(locale);
      return new Reader(Scripts.hanLocale(text, own), own);
    }
  }
}
