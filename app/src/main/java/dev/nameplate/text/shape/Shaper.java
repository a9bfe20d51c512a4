package dev.nameplate.text.shape;

import com.ibm.icu.lang.UScript;
import com.ibm.icu.text.BreakIterator;
import dev.nameplate.text.font.ColorFace;
import dev.nameplate.text.font.Face;
import dev.nameplate.text.font.FontSelector;
import dev.nameplate.text.font.FontSelector.Choice;
import dev.nameplate.text.font.OutlineFace;
import dev.nameplate.text.glyph.Rise;
import dev.nameplate.text.glyph.ShapedText;
import dev.nameplate.text.unicode.BidiText;
import dev.nameplate.text.unicode.Clusters;
import dev.nameplate.text.unicode.Scripts;
import java.awt.BasicStroke;
import java.awt.geom.Path2D;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * Shapes text in a style's face, with another face for each grapheme cluster that it lacks.
 * Everything is in ems of the style's face.
 */
public final class Shaper implements LineShaper {
  /** How much thicker the strokes of a face become that has no bold weight, in its ems. */
  private static final float BOLDER = 0.035f;

  private final FontSelector faces;
  private final double letterSpacing;
  private final Face.Shaping plain;

  /**
   * @param letterSpacing in ems of the style's face
   * @param tabular whether every digit takes the room of the widest
   */
  public Shaper(FontSelector faces, double letterSpacing, boolean tabular) {
    this.faces = faces;
    this.letterSpacing = letterSpacing;
    this.plain = new Face.Shaping(false, letterSpacing, tabular);
  }

  @Override
  public OutlineFace face() {
    return faces.primary();
  }

  @Override
  public ShapedText shape(BidiText line) {
    if (line.text().isEmpty()) {
      return ShapedText.ofOutline(new Path2D.Float(), 0);
    }
    boolean simple = line.isAllLeftToRight() && faces.isPlain(line.text());
    ShapedText shapedText = simple ? face().shape(line.text(), plain) : mixed(line);
    return shapedText.advancing(shapedText.advance() - letterSpacing);
  }

  @Override
  public double advance(BidiText line) {
    String text = line.text();
    if (text.isEmpty()) {
      return 0;
    }
    if (line.isAllLeftToRight() && faces.isPlain(text)) {
      return face().advance(text, plain) - letterSpacing;
    }
    double advance = -letterSpacing;
    for (BidiText.Stretch stretch : line.stretches()) {
      String part = text.substring(stretch.from(), stretch.to());
      for (Run run : runs(part)) {
        advance += advance(run, part.substring(run.from(), run.to()), stretch.rightToLeft());
      }
    }
    return advance;
  }

  private double advance(Run run, String text, boolean rightToLeft) {
    Choice choice = run.choice();
    double spacing = run.joined() ? 0 : letterSpacing / choice.scale();
    double advance = choice.face().advance(text, plain.from(rightToLeft).spaced(spacing));
    return advance * choice.scale() + (spacing == 0 ? letterSpacing : 0);
  }

  @Override
  public double spaces(BidiText text, int from, int to) {
    return faces.spaceWidth(letterSpacing) * (to - from);
  }

  @Override
  public double scale(BidiText line) {
    return 1;
  }

  @Override
  public Rise rise(BidiText line) {
    boolean ideographs = !faces.isPlain(line.text()) && Scripts.isMostlyIdeographic(line.text());
    return ideographs ? faces.ideograph() : new Rise(face().capHeight(), 0);
  }

  private ShapedText mixed(BidiText line) {
    ShapedText.Row row = new ShapedText.Row();
    for (BidiText.Stretch stretch : line.stretches()) {
      String text = line.text().substring(stretch.from(), stretch.to());
      List<Run> runs = runs(text);
      if (stretch.rightToLeft()) {
        Collections.reverse(runs);
      }
      for (Run run : runs) {
        add(run, text.substring(run.from(), run.to()), stretch.rightToLeft(), row);
      }
    }
    return row.glyphs();
  }

  private void add(Run run, String text, boolean rightToLeft, ShapedText.Row row) {
    Choice choice = run.choice();
    double spacing = run.joined() ? 0 : letterSpacing / choice.scale();
    ShapedText shapedText = choice.face().shape(text, plain.from(rightToLeft).spaced(spacing));
    double rise = choice.face() instanceof ColorFace ? face().capHeight() / 2 : 0;
    row.add(choice.bolder() ? bolder(shapedText) : shapedText, choice.scale(), rise);
    row.skip(spacing == 0 ? letterSpacing : 0);
    if (run.joined() || choice.bolder()) {
      row.touch();
    }
  }

  private static ShapedText bolder(ShapedText shapedText) {
    Path2D outline = new Path2D.Float(shapedText.outline());
    BasicStroke pen = new BasicStroke(BOLDER, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
    outline.append(pen.createStrokedShape(shapedText.outline()), false);
    return ShapedText.ofOutline(outline, shapedText.advance());
  }

  /** The longest stretches of whole clusters that one face draws; what none draws is left out. */
  private List<Run> runs(String text) {
    List<Run> runs = new ArrayList<>();
    int script = firstScript(text);
    BreakIterator clusters = Clusters.of(text);
    int start = 0;
    for (int end = clusters.next(); end != BreakIterator.DONE; end = clusters.next()) {
      String cluster = text.substring(start, end);
      script = Scripts.of(cluster, script);
      Optional<Choice> choice = faces.choose(cluster, script);
      if (choice.isPresent()) {
        append(runs, new Run(choice.get(), Scripts.isJoined(script), start, end));
      }
      start = end;
    }
    return runs;
  }

  private static void append(List<Run> runs, Run next) {
    int last = runs.size() - 1;
    if (last >= 0 && next.continues(runs.get(last))) {
      runs.set(last, new Run(next.choice(), next.joined(), runs.get(last).from(), next.to()));
    } else {
      runs.add(next);
    }
  }

  /** The script that punctuation at the start belongs to. */
  private static int firstScript(String text) {
    return text.codePoints()
        .map(UScript::getScript)
        .filter(script -> script != UScript.COMMON && script != UScript.INHERITED)
        .findFirst()
        .orElse(Scripts.NONE);
  }

  /**
   * A stretch of text that one face draws.
   *
   * @param joined whether its letters touch each other
   */
  private record Run(Choice choice, boolean joined, int from, int to) {
    boolean continues(Run before) {
      return before.to == from && before.joined == joined && before.choice.equals(choice);
    }
  }
}
