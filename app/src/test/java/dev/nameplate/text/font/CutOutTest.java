package dev.nameplate.text.font;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.util.ULocale;
import dev.nameplate.support.Fonts;
import dev.nameplate.text.glyph.ShapedText;
import dev.nameplate.text.shape.Shaper;
import dev.nameplate.text.unicode.BidiText;
import java.awt.geom.Area;
import java.awt.geom.FlatteningPathIterator;
import java.awt.geom.PathIterator;
import java.awt.geom.Rectangle2D;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * In bold, letters that are cut out of a disc are not closed by thicker strokes; others get them.
 */
final class CutOutTest {
  private static final FontLibrary FONTS = Fonts.shipped();

  @ParameterizedTest
  @ValueSource(
      strings = {"🅐", "🅝", "🅩", "🅰", "🅱", "🅼", "🆉", "❶", "❿", "➊", "➓", "⓫", "⓴", "⓿"})
  void cutOutLetter_isAsOpenInBold(String sign) {
    for (String font : new String[] {"Inter", "Source Serif 4"}) {
      int bold = font.equals("Inter") ? 700 : 600;
      assertThat(filled(font, bold, sign)).isLessThan(filled(font, 400, sign) + 0.01);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"Ⓐ", "ⓩ", "①", "☆", "♔", "⌘"})
  void otherSigns_areDarkerInBold(String sign) {
    assertThat(filled("Inter", 700, sign)).isGreaterThan(filled("Inter", 400, sign) + 0.02);
  }

  /** The share of a sign's square that is filled. */
  private static double filled(String font, int weight, String sign) {
    String plain = sign + (sign.codePointAt(0) > 0xffff ? "\ufe0e" : "");
    ShapedText shaped =
        new Shaper(FONTS.selector(font, weight, ULocale.ENGLISH), 0, false)
            .shape(BidiText.of(plain, false));
    Rectangle2D square = shaped.outline().getBounds2D();
    return area(new Area(shaped.outline())) / (square.getWidth() * square.getHeight());
  }

  /** By the sum of the triangles between each edge and the origin. */
  private static double area(Area shape) {
    double twice = 0;
    double[] to = new double[6];
    double[] from = new double[2];
    double[] start = new double[2];
    for (var at = new FlatteningPathIterator(shape.getPathIterator(null), 1e-4);
        !at.isDone();
        at.next()) {
      int kind = at.currentSegment(to);
      if (kind == PathIterator.SEG_MOVETO) {
        start = to.clone();
      } else {
        double[] end = kind == PathIterator.SEG_CLOSE ? start : to;
        twice += from[0] * end[1] - end[0] * from[1];
      }
      from = kind == PathIterator.SEG_CLOSE ? start.clone() : to.clone();
    }
    return Math.abs(twice) / 2;
  }
}
