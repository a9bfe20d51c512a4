package dev.nameplate.text.font;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.ibm.icu.text.Normalizer2;
import com.ibm.icu.util.ULocale;
import dev.nameplate.support.Fonts;
import dev.nameplate.text.shape.Shaper;
import dev.nameplate.text.unicode.BidiText;
import dev.nameplate.text.unicode.Clusters;
import dev.nameplate.text.unicode.Scripts;
import java.awt.geom.Rectangle2D;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Marks stand on their letter, in the layer's own font if that can place them. */
final class AccentsTest {
  private static final FontLibrary FONTS = Fonts.shipped();

  /** How far, in ems, a mark may reach beyond its letter. */
  private static final double OVERHANG = 0.15;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ɔ̃", "ɔ́", "ɔ̀", "m̧", "o̧", "z̧", "э́", "я́", "ы́", "ю́", "œ̃", "ɣ́", "þ́", "ǹ̩", "А́",
        "Ϋ́"
      })
  void accentThatTheFontCannotPlace_isDrawnByAnother(String cluster) {
    for (int weight : new int[] {400, 700}) {
      FontSelector faces = FONTS.selector("Inter", weight, ULocale.ENGLISH);
      FontSelector.Choice choice = choice(faces, cluster);
      assertThat(choice.face()).isNotSameAs(faces.primary());
      check((OutlineFace) choice.face(), cluster);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Ị̀", "Ị́", "ɛ̃́", "ị̀", "ọ̀", "ẹ́", "R̃", "r̃", "ŋ́", "J́", "j́", "ė̃", "n̂", "ʉ̀", "q̃",
        "x̄", "m̀"
      })
  void accentThatTheFontPlaces_isDrawnByIt(String cluster) {
    FontSelector faces = FONTS.selector("Inter", 400, ULocale.ENGLISH);
    assertThat(choice(faces, cluster).face()).isSameAs(faces.primary());
    check(faces.primary(), cluster);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Ĭ", "ĭ", "Ŏ", "ŏ", "Ĕ", "Ŭ", "ĕ̃"})
  void letterThatTheFontHasInParts_isDrawnByIt(String cluster) {
    FontSelector faces = FONTS.selector("Source Serif 4", 400, ULocale.ENGLISH);
    assertThat(choice(faces, cluster).face()).isSameAs(faces.primary());
    check(faces.primary(), Normalizer2.getNFDInstance().normalize(cluster));
  }

  /** Inter has these letters and no anchors. */
  @ParameterizedTest
  @ValueSource(strings = {"ɔ̀", "ɔ́", "Ɔ̀", "ɣ́"})
  void fontThatStandsIn_isOneThatPlacesAccents(String cluster) {
    FontSelector faces = FONTS.selector("Source Serif 4", 400, ULocale.ENGLISH);
    check((OutlineFace) choice(faces, cluster).face(), cluster);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Ὰ", "Ὴ", "Ὼ", "Ὺ"})
  void partsThatTheFontCannotPlace_areDrawnByAnother(String cluster) {
    FontSelector faces = FONTS.selector("Source Serif 4", 400, new ULocale("el"));
    FontSelector.Choice choice = choice(faces, cluster);
    assertThat(choice.face()).isNotSameAs(faces.primary());
    assertThat(choice.face().covers(cluster)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"\u2010", "\u2011"})
  void hyphen_isTheFontsOwn(String hyphen) {
    FontSelector serif = FONTS.selector("Source Serif 4", 400, ULocale.ENGLISH);
    Shaper shaper = new Shaper(serif, 0, false);
    assertThat(shaper.advance(BidiText.of("a" + hyphen + "b", false)))
        .isCloseTo(shaper.advance(BidiText.of("a-b", false)), within(1e-6));
    assertThat(serif.primary().covers(0x2011)).isFalse();
    assertThat(serif.hyphen()).isEqualTo('\u2010');
    FontSelector inter = FONTS.selector("Inter", 400, ULocale.ENGLISH);
    assertThat(choice(inter, hyphen).face()).isSameAs(inter.primary());
    assertThat(inter.hyphen()).isEqualTo('\u2010');
  }

  private static FontSelector.Choice choice(FontSelector faces, String cluster) {
    return faces.choose(cluster, Scripts.of(cluster, Scripts.NONE)).orElseThrow();
  }

  private static void check(OutlineFace face, String cluster) {
    Rectangle2D letter = ink(face, Clusters.letter(cluster));
    Rectangle2D all = ink(face, cluster);
    assertThat(all.getMaxX()).as(cluster).isLessThan(letter.getMaxX() + OVERHANG);
    assertThat(all.getMinX()).as(cluster).isGreaterThan(letter.getMinX() - OVERHANG);
  }

  private static Rectangle2D ink(OutlineFace face, String text) {
    return face.shape(text, Face.Shaping.PLAIN).outline().getBounds2D();
  }
}
