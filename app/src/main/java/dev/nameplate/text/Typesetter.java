package dev.nameplate.text;

import com.ibm.icu.util.ULocale;
import dev.nameplate.geometry.Box;
import dev.nameplate.scene.Node;
import dev.nameplate.template.font.TemplateFonts;
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
 * Sets text in boxes: chooses a wording, a size and line breaks.
 *
 * <p>The first rung of the copy ladder is used that fits its box at a comfortable size, 70 % of the
 * style's. If none does, the first that fits at the style's least size or more; if none does that
 * either, the last rung is set at the least size, with words broken between grapheme clusters (UAX
 * 29) and an ellipsis after the last line. A rung that shows a value and fits is never replaced by
 * one that shows none just for a more comfortable size. All ink is inside the box. Safe for
 * threads.
 */
public final class Typesetter {
  /** The least share of the style's size that is comfortable. */
  private static final double COMFORT = 0.7;

  private final FontLibrary fonts;

  /** A typesetter that uses the fonts of a library. */
  public Typesetter(FontLibrary fonts) {
    this.fonts = fonts;
  }

  /**
   * A typesetter that has a template's own fonts as well.
   *
   * @return this one where there are none
   */
  public Typesetter with(TemplateFonts own) {
    return own.isEmpty() ? this : new Typesetter(fonts.with(own));
  }

  /**
   * Sets the first rung that fits.
   *
   * @param rungs at least one, the first choice first
   * @param box in pixels at 1x, not empty
   * @param locale the template's; decides on line breaks, direction and forms of letters
   * @return placed in the box; without lines if the text is empty
   * @throws dev.nameplate.text.font.FontException if a font file that is needed cannot be read
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
   * Sets the first rung that fits, and measures it.
   *
   * @param rungs at least one, the first choice first
   * @param box in pixels at 1x, not empty
   * @param locale the template's; decides on line breaks, direction and forms of letters
   * @return the block placed in the box, and its bounds
   * @throws dev.nameplate.text.font.FontException if a font file that is needed cannot be read
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
    Locales locales = Locales.of(rung.text(), locale);
    if (rung.spans().isEmpty()) {
      return new BlockSetter(shaper(style, style.weight(), locales), style, box);
    }
    List<SpanShaper.Look> looks =
        rung.spans().stream().map(span -> look(style, span.style(), locales)).toList();
    return new BlockSetter(new SpanShaper(looks, style.letterSpacing()), style, box);
  }

  private SpanShaper.Look look(TextStyle style, SpanStyle span, Locales locales) {
    return new SpanShaper.Look(shaper(style, span.weight(), locales), span.scale(), span.color());
  }

  private Shaper shaper(TextStyle style, int weight, Locales locales) {
    boolean tabular = style.flow().numerals() == Numerals.TABULAR;
    FontLibrary.Wanted wanted =
        new FontLibrary.Wanted(style.font(), weight, locales.han(), locales.locale());
    return new Shaper(fonts.selector(wanted), style.letterSpacing(), tabular);
  }

  private static Paragraph paragraph(
      Node.Rung rung, TextStyle style, BlockSetter setter, Locale locale) {
    boolean rightToLeft =
        BaseDirection.isRightToLeft(rung.text(), style.flow().direction(), locale);
    String marked =
        BaseDirection.withDirectionOfSoleValue(rung.text(), style.flow().direction(), locale);
    BidiText bidiText = BidiText.of(marked, rightToLeft);
    List<Integer> ends = rung.spans().stream().map(Node.Span::end).toList();
    BidiText whole = ends.isEmpty() ? bidiText : bidiText.inSpans(marked, ends);
    return Paragraph.of(whole, setter.shaper(), locale);
  }

  /**
   * Breaks words and truncates at the least size; on fewer lines if stacked accents leave no space
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
   * The locales by which a text is set.
   *
   * @param han decides on the regional forms of ideographs
   * @param locale the template's
   */
  private record Locales(ULocale han, ULocale locale) {
    static Locales of(String text, Locale locale) {
      ULocale own = ULocale.forLocale(locale);
      return new Locales(Scripts.hanLocale(text, own), own);
    }
  }
}
