package dev.nameplate.text;

import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.util.ULocale;
import dev.nameplate.template.TextStyle;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.util.ArrayList;
import java.util.List;

/**
 * Shapes text in a style's face, with another face for each grapheme cluster that it lacks.
 * Everything is in ems.
 */
final class Shaper {
  private final List<Face> faces;
  private final double letterSpacing;

  Shaper(FontLibrary fonts, TextStyle style) {
    this.faces = fonts.candidates(style.font(), style.weight());
    this.letterSpacing = style.letterSpacing();
    if (faces.isEmpty()) {
      throw new FontException("there is no font at all; fonts.json lists none");
    }
  }

  /** The face whose measures the lines follow. */
  Face face() {
    return faces.get(0);
  }

  /** The outlines and the advance of one line. Letter spacing after the last letter is left off. */
  Face.Glyphs shape(String text) {
    if (text.isEmpty()) {
      return new Face.Glyphs(new Path2D.Float(), 0);
    }
    Face.Glyphs glyphs = isPlain(text) ? face().shape(text, letterSpacing) : mixed(text);
    return new Face.Glyphs(glyphs.outline(), glyphs.advance() - letterSpacing);
  }

  private boolean isPlain(String text) {
    return text.codePoints().allMatch(face()::covers);
  }

  private Face.Glyphs mixed(String text) {
    Path2D outline = new Path2D.Float(Path2D.WIND_NON_ZERO);
    double pen = 0;
    for (Run run : runs(text)) {
      Face.Glyphs glyphs = run.face().shape(run.text(), letterSpacing);
      outline.append(
          glyphs.outline().getPathIterator(AffineTransform.getTranslateInstance(pen, 0)), false);
      pen += glyphs.advance();
    }
    return new Face.Glyphs(outline, pen);
  }

  /** The longest stretches of whole clusters that one face draws. */
  private List<Run> runs(String text) {
    List<Run> runs = new ArrayList<>();
    BreakIterator clusters = clusters(text);
    int runStart = 0;
    Face current = faceFor(text, 0, clusters.next());
    for (int start = clusters.current(); start < text.length(); start = clusters.current()) {
      Face next = faceFor(text, start, clusters.next());
      if (next != current) {
        runs.add(new Run(current, text.substring(runStart, start)));
        runStart = start;
        current = next;
      }
    }
    runs.add(new Run(current, text.substring(runStart)));
    return runs;
  }

  private Face faceFor(String text, int start, int end) {
    return faces.stream()
        .filter(face -> FontLibrary.covers(face, text, start, end))
        .findFirst()
        .orElse(face());
  }

  /** Boundaries between grapheme clusters (UAX #29). */
  static BreakIterator clusters(String text) {
    BreakIterator clusters = BreakIterator.getCharacterInstance(ULocale.ROOT);
    clusters.setText(text);
    return clusters;
  }

  private record Run(Face face, String text) {}
}
