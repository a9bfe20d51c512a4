package dev.nameplate.text.font;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.ibm.icu.util.ULocale;
import dev.nameplate.support.Fonts;
import dev.nameplate.text.glyph.ShapedText;
import java.awt.BasicStroke;
import java.awt.Shape;
import java.awt.geom.Area;
import java.awt.geom.FlatteningPathIterator;
import java.awt.geom.PathIterator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A face that stands in for another is as tall and as dark. */
final class StandInsTest {
  private static final FontLibrary FONTS = Fonts.shipped();
  private static final List<String> WITH_LATIN = List.of("Inter", "Noto Sans", "Source Serif 4");
  private static final String LETTERS = "nesauroimcvxz";
  private static final double LEVEL = 0.05;

  /** Every face that templates name, beside every family of the order. */
  static Stream<Arguments> pairs() {
    return Stream.of("Inter", "Source Serif 4", "Noto Sans")
        .flatMap(
            font ->
                FONTS.weights(font).stream()
                    .flatMap(
                        weight ->
                            families()
                                .filter(family -> !family.name().equals(font))
                                .filter(family -> !family.name().equals("Source Serif 4"))
                                .map(family -> Arguments.of(font, weight, family.name()))));
  }

  private static Stream<FontFamily> families() {
    return FONTS.families().stream().sorted().map(StandInsTest::family);
  }

  private static FontFamily family(String name) {
    return FONTS.family(name).orElseThrow();
  }

  @ParameterizedTest
  @MethodSource("pairs")
  void standIn_isLevel(String font, int weight, String other) {
    FontSelector faces = FONTS.selector(font, weight, ULocale.ENGLISH);
    FontSelector.Choice choice = faces.beside(family(other)).orElseThrow();
    OutlineFace own = faces.primary();
    OutlineFace face = (OutlineFace) choice.face();
    assertThat(family(other).metrics()).isNotEqualTo(new FontMetricsHint(0, 0));
    assertThat(face.ink()).isPositive();
    if (!hasLatin(other)) {
      // Drawn to stand beside Noto Sans, whose small letters are 0.536 em high.
      assertThat(0.536 * choice.scale()).isCloseTo(own.smallHeight(), within(1e-6));
      assertThat(face.ink()).isIn(0.353, 0.522);
      return;
    }
    assertThat(face.smallHeight() * choice.scale())
        .isCloseTo(own.smallHeight(), within(LEVEL * own.smallHeight()));
    assertThat(ink(face, choice.thicker())).isCloseTo(ink(own, 0), within(LEVEL * ink(own, 0)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"Inter", "Source Serif 4", "Noto Sans", "Noto Sans CJK SC"})
  void statedInk_isThatOfTheLetters(String family) {
    for (Face face : family(family).faces()) {
      double stated = ((OutlineFace) face).ink();
      assertThat(ink((OutlineFace) face, 0)).isCloseTo(stated, within(0.02 * stated));
    }
  }

  private static boolean hasLatin(String family) {
    return WITH_LATIN.contains(family) || family.startsWith("Noto Sans CJK");
  }

  /** The share of their area that letters cover. */
  private static double ink(OutlineFace face, double thicker) {
    double covered = 0;
    double advance = 0;
    for (int at = 0; at < LETTERS.length(); at++) {
      ShapedText shapedText = face.shape(LETTERS.substring(at, at + 1), Face.Shaping.PLAIN);
      Area area = new Area(shapedText.outline());
      if (thicker > 0) {
        area.add(
            new Area(new BasicStroke((float) thicker).createStrokedShape(shapedText.outline())));
      }
      covered += area(area);
      advance += shapedText.advance();
    }
    return covered / advance / face.smallHeight();
  }

  private static double area(Shape shape) {
    double twice = 0;
    double[] point = new double[6];
    double[] start = new double[2];
    double[] last = new double[2];
    PathIterator path = new FlatteningPathIterator(shape.getPathIterator(null), 0.0005);
    for (; !path.isDone(); path.next()) {
      int step = path.currentSegment(point);
      double[] next = step == PathIterator.SEG_CLOSE ? start : point;
      if (step == PathIterator.SEG_MOVETO) {
        start = new double[] {point[0], point[1]};
      } else {
        twice += last[0] * next[1] - next[0] * last[1];
      }
      last = new double[] {next[0], next[1]};
    }
    return Math.abs(twice / 2);
  }
}
