package dev.nameplate.text;

import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.util.ULocale;
import dev.nameplate.text.shape.LineShaper;
import dev.nameplate.text.unicode.BidiText;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A text cut at every place where a line may end (UAX #14), with its widths in ems.
 *
 * <p>Which lines a width allows does not depend on the size, so that fitting is arithmetic over
 * widths measured once.
 */
final class Paragraph {
  /** Forgives rounding where a width was computed from the very line it is compared with. */
  private static final double TOLERANCE = 1 + 1e-9;

  /** No line starts with a small kana or a mark that belongs to the letter before it (kinsoku). */
  private static final String STRICT = "strict";

  private final BidiText text;
  private final int[] ends;
  private final double[] before;
  private final double[] trimmed;

  private Paragraph(BidiText text, int[] ends, double[] before, double[] trimmed) {
    this.text = text;
    this.ends = ends;
    this.before = before;
    this.trimmed = trimmed;
  }

  /** Cuts and measures a text that is not empty. */
  static Paragraph of(BidiText text, LineShaper shaper, Locale locale) {
    ULocale rules = ULocale.forLocale(locale).setKeywordValue("lb", STRICT);
    BreakIterator breaks = BreakIterator.getLineInstance(rules);
    breaks.setText(text.text());
    int[] ends = new int[text.text().length()];
    int count = 0;
    for (int end = breaks.next(); end != BreakIterator.DONE; end = breaks.next()) {
      ends[count++] = end;
    }
    double[] before = new double[count + 1];
    double[] trimmed = new double[count];
    int start = 0;
    for (int piece = 0; piece < count; piece++) {
      BidiText shown = text.part(start, ends[piece]);
      trimmed[piece] = shaper.advance(shown);
      before[piece + 1] =
          before[piece]
              + trimmed[piece]
              + shaper.spaces(text, start + shown.text().length(), ends[piece]);
      start = ends[piece];
    }
    return new Paragraph(text, Arrays.copyOf(ends, count), before, trimmed);
  }

  /** The text of the pieces from one (included) to another (excluded), without its last spaces. */
  BidiText line(int from, int to) {
    return text.part(start(from), ends[to - 1]);
  }

  /** The text from a piece to the end. */
  BidiText rest(int from) {
    return text.part(start(from), text.text().length());
  }

  int pieces() {
    return ends.length;
  }

  /** The narrowest width, in ems, in which the text stands on so many lines or fewer. */
  double narrowest(int lines) {
    double[] least = new double[pieces() + 1];
    for (int to = 1; to <= pieces(); to++) {
      least[to] = width(0, to);
    }
    for (int line = 2; line <= Math.min(lines, pieces()); line++) {
      for (int to = pieces(); to > 1; to--) {
        for (int from = to - 1; from > 0; from--) {
          least[to] = Math.min(least[to], Math.max(least[from], width(from, to)));
        }
      }
    }
    return least[pieces()];
  }

  /** Fills lines one after the other; empty where a piece is wider than the width, in ems. */
  Optional<List<BidiText>> fill(double width) {
    List<BidiText> lines = new ArrayList<>();
    int from = 0;
    while (from < pieces()) {
      int to = lineEnd(from, width);
      if (to == from) {
        return Optional.empty();
      }
      lines.add(line(from, to));
      from = to;
    }
    return Optional.of(lines);
  }

  /** The piece after the last one that still stands on the line; {@code from} where none does. */
  int lineEnd(int from, double width) {
    int to = from;
    while (to < pieces() && width(from, to + 1) <= width * TOLERANCE) {
      to++;
    }
    return to;
  }

  private double width(int from, int to) {
    return before[to - 1] - before[from] + trimmed[to - 1];
  }

  private int start(int piece) {
    return piece == 0 ? 0 : ends[piece - 1];
  }
}
