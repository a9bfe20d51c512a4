package dev.nameplate.text;

import com.ibm.icu.util.ULocale;
import dev.nameplate.geometry.Box;
import dev.nameplate.scene.Node;
import dev.nameplate.template.Numerals;
import dev.nameplate.template.TextStyle;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Sets text in boxes.
 *
 * <p>The first rung of the copy ladder that stands in its box at no less than the style's least
 * size is used. Where none does, the last rung is set at the least size and cut at a grapheme
 * cluster with an ellipsis. The ink always lies inside the box.
 */
public final class Typesetter {
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
    for (Node.Rung rung : rungs) {
      BlockSetter setter = setter(rung, style, box, locale);
      Fit fit = new Fit(style, setter.shaper().face(), box);
      Paragraph paragraph = paragraph(rung, style, setter, locale);
      Optional<TextBlock> block =
          fit.largest(paragraph).flatMap(setting -> setter.fitted(rung.wording(), setting));
      if (block.isPresent()) {
        return block.get();
      }
    }
    Node.Rung last = rungs.get(rungs.size() - 1);
    BlockSetter setter = setter(last, style, box, locale);
    Fit fit = new Fit(style, setter.shaper().face(), box);
    return cut(last, style, fit, setter, paragraph(last, style, setter, locale));
  }

  private BlockSetter setter(Node.Rung rung, TextStyle style, Box box, Locale locale) {
    ULocale han = Scripts.hanLocale(rung.text(), ULocale.forLocale(locale));
    FaceChooser faces = fonts.chooser(style.font(), style.weight(), han);
    boolean tabular = style.flow().numerals() == Numerals.TABULAR;
    Shaper shaper = new Shaper(faces, style.letterSpacing(), tabular);
    return new BlockSetter(shaper, style, box);
  }

  private static Paragraph paragraph(
      Node.Rung rung, TextStyle style, BlockSetter setter, Locale locale) {
    boolean rightToLeft =
        BaseDirection.isRightToLeft(rung.text(), style.flow().direction(), locale);
    Passage passage = Passage.of(rung.text(), rightToLeft);
    return Paragraph.of(passage, setter.shaper(), locale);
  }

  /** Cuts at the least size, on fewer lines where stacked accents leave no room for more. */
  private static TextBlock cut(
      Node.Rung rung, TextStyle style, Fit fit, BlockSetter setter, Paragraph paragraph) {
    Cutter cutter = new Cutter(setter.shaper(), fit.box().width() / style.minSize());
    int lines = fit.linesAtLeastSize();
    TextBlock block = setter.cut(rung.wording(), cutter.cut(paragraph, lines));
    while (block.size() < style.minSize() && lines > 1) {
      lines--;
      block = setter.cut(rung.wording(), cutter.cut(paragraph, lines));
    }
    return block;
  }
}
