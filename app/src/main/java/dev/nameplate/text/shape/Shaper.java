package dev.nameplate.text.shape;

import com.ibm.icu.lang.UScript;
import com.ibm.icu.text.BreakIterator;
import dev.nameplate.text.font.ColorFace;
import dev.nameplate.text.font.Face;
import dev.nameplate.text.font.FontSelector;
import dev.nameplate.text.font.FontSelector.Choice;
import dev.nameplate.text.font.OutlineFace;
import dev.nameplate.text.glyph.ShapedText;
import dev.nameplate.text.glyph.VerticalExtent;
import dev.nameplate.text.unicode.BidiText;
import dev.nameplate.text.unicode.Clusters;
import dev.nameplate.text.unicode.CodePoints;
import dev.nameplate.text.unicode.Punctuation;
import dev.nameplate.text.unicode.Scripts;
import java.awt.geom.Path2D;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * Shapes text in a style's face, and in fallback faces for grapheme clusters (UAX 29) that it
 * lacks. All lengths are in ems of the style's face. Safe for threads.
 */
public final class Shaper implements LineShaper {
  /** Half of a fullwidth square, in ems of its own face. */
  private static final double HALF = 0.5;

  private final FontSelector faces;
  private final double letterSpacing;
  private final Face.Shaping plain;

  /**
   * @param faces chooses a face for each cluster
   * @param letterSpacing in ems of the style's face; may be negative
   * @param tabular whether all digits have the width of the widest
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
  public ShapedText shape(BidiText whole) {
    if (whole.text().isEmpty()) {
      return ShapedText.ofOutline(new Path2D.Float(), 0);
    }
    BidiText line = hyphenated(whole);
    boolean simple = line.isAllLeftToRight() && faces.isPlain(line.text());
    ShapedText shapedText = simple ? face().shape(line.text(), plain) : mixed(line);
    return shapedText.advancing(shapedText.advance() - letterSpacing);
  }

  @Override
  public double advance(BidiText whole) {
    if (whole.text().isEmpty()) {
      return 0;
    }
    BidiText line = hyphenated(whole);
    String text = line.text();
    if (line.isAllLeftToRight() && faces.isPlain(text)) {
      return face().advance(text, plain) - letterSpacing;
    }
    double advance = -letterSpacing;
    for (BidiText.Stretch stretch : line.stretches()) {
      String part = text.substring(stretch.from(), stretch.to());
      for (Run run : runs(part, script(text, stretch), stretch.to() == text.length())) {
        advance += advance(run, part.substring(run.from(), run.to()), stretch.rightToLeft());
      }
    }
    return advance;
  }

  /**
   * A soft hyphen at a line's end is the place where the word was divided. Hyphens that the font
   * lacks are those that it has.
   */
  private BidiText hyphenated(BidiText line) {
    BidiText ended = line.endsInSoftHyphen() ? line.withoutLast().ended(faces.hyphen()) : line;
    return BidiText.hasHyphens(ended.text()) ? ended.withHyphens(faces::ownHyphen) : ended;
  }

  private double advance(Run run, String text, boolean rightToLeft) {
    Choice choice = run.choice();
    double spacing = run.joined() ? 0 : letterSpacing / choice.scale();
    double advance =
        choice.face().advance(text, plain.withDirection(rightToLeft).withLetterSpacing(spacing));
    return (advance - run.left() - run.right()) * choice.scale()
        + (spacing == 0 ? letterSpacing : 0);
  }

  @Override
  public double endSpacing(BidiText piece) {
    if (piece.endsInSoftHyphen()) {
      return advance(piece.withoutLast()) - advance(piece);
    }
    if (!faces.punctuation().endsInClosing(piece.text())) {
      return 0;
    }
    int end = piece.text().length();
    return faces
        .choose(piece.text().substring(end - 1), UScript.HAN)
        .map(choice -> HALF * choice.scale())
        .orElse(0.0);
  }

  @Override
  public double spaces(BidiText text, int from, int to) {
    return faces.spaceWidth(plain) * (to - from);
  }

  @Override
  public double scale(BidiText line) {
    return 1;
  }

  @Override
  public VerticalExtent verticalExtent(BidiText line) {
    boolean ideographs = !faces.isPlain(line.text()) && Scripts.isMostlyIdeographic(line.text());
    return ideographs ? faces.ideograph() : new VerticalExtent(face().capHeight(), 0);
  }

  private ShapedText mixed(BidiText line) {
    ShapedText.Row row = new ShapedText.Row();
    for (BidiText.Stretch stretch : line.stretches()) {
      String text = line.text().substring(stretch.from(), stretch.to());
      int script = script(line.text(), stretch);
      List<Run> runs = runs(text, script, stretch.to() == line.text().length());
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
    ShapedText shapedText =
        choice.face().shape(text, plain.withDirection(rightToLeft).withLetterSpacing(spacing));
    double raise = choice.face() instanceof ColorFace ? face().capHeight() / 2 : 0;
    row.skip(-run.left() * choice.scale());
    row.add(shapedText, choice.scale(), raise);
    row.skip((spacing == 0 ? letterSpacing : 0) - run.right() * choice.scale());
    if (run.joined()) {
      row.touch();
    }
  }

  /**
   * The longest runs of whole clusters that one face draws; clusters without a face are left out.
   *
   * @param before the script to which punctuation at the start belongs
   */
  private List<Run> runs(String text, int before, boolean endsLine) {
    boolean cuts = faces.punctuation().isIn(text);
    List<Run> runs = new ArrayList<>();
    int script = before;
    BreakIterator clusters = Clusters.of(text);
    int start = 0;
    for (int end = clusters.next(); end != BreakIterator.DONE; end = clusters.next()) {
      String cluster = text.substring(start, end);
      script = Scripts.of(cluster, script);
      Optional<Choice> choice = Optional.empty();
      if (!Clusters.isSilent(cluster)) {
        choice = faces.choose(cluster, script);
      } else if (!runs.isEmpty()) {
        choice = Optional.of(runs.get(runs.size() - 1).choice());
      }
      if (choice.isPresent()) {
        Punctuation.Cut cut = cuts ? cut(text, start, endsLine) : Punctuation.Cut.NOTHING;
        append(runs, new Run(choice.get(), Scripts.isJoined(script), start, end, cut));
      }
      start = end;
    }
    return runs;
  }

  private Punctuation.Cut cut(String text, int at, boolean endsLine) {
    return !endsLine && at == text.length() - 1
        ? Punctuation.Cut.NOTHING
        : faces.punctuation().cut(text, at);
  }

  private static void append(List<Run> runs, Run next) {
    int last = runs.size() - 1;
    if (last >= 0 && next.continues(runs.get(last))) {
      runs.set(last, runs.get(last).to(next.to()));
    } else {
      runs.add(next);
    }
  }

  /**
   * The script to which punctuation at the start of a stretch belongs: that of its first letter; of
   * the last letter before it if it has none, as between numbers; or of the first after it.
   */
  private static int script(String line, BidiText.Stretch stretch) {
    int letter = CodePoints.first(line, stretch.from(), stretch.to(), Scripts::hasOwn);
    if (letter == CodePoints.NONE) {
      letter = CodePoints.last(line, stretch.from(), Scripts::hasOwn);
    }
    if (letter == CodePoints.NONE) {
      letter = CodePoints.first(line, stretch.to(), line.length(), Scripts::hasOwn);
    }
    return letter == CodePoints.NONE ? Scripts.NONE : UScript.getScript(letter);
  }

  /**
   * A run of text that one face draws.
   *
   * @param joined whether its letters join, so that they get no letter spacing
   * @param cut the half of its square that is trimmed, if it is one punctuation mark
   */
  private record Run(Choice choice, boolean joined, int from, int to, Punctuation.Cut cut) {
    boolean continues(Run before) {
      return before.to == from
          && before.joined == joined
          && cut == Punctuation.Cut.NOTHING
          && before.cut == Punctuation.Cut.NOTHING
          && before.choice.equals(choice);
    }

    Run to(int end) {
      return new Run(choice, joined, from, end, cut);
    }

    double left() {
      return cut == Punctuation.Cut.LEFT ? HALF : 0;
    }

    double right() {
      return cut == Punctuation.Cut.RIGHT ? HALF : 0;
    }
  }
}
