package dev.nameplate.text;

import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.util.ULocale;
import dev.nameplate.text.shape.LineShaper;
import dev.nameplate.text.unicode.BidiText;
import dev.nameplate.text.unicode.Clusters;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A text split at every line break opportunity (UAX 14), with the widths of the pieces in ems. A
 * line feed always ends a line; one at the end of the text starts no further line.
 *
 * <p>Widths in ems do not depend on the font size, so each piece is measured once and fitting is
 * arithmetic.
 */
final class Paragraph {
  /** Allows for rounding if a width was computed from the line that it is compared with. */
  private static final double TOLERANCE = 1 + 1e-9;

  /**
   * The CSS line break strictness: no line starts with a small kana or closing punctuation
   * (kinsoku).
   */
  private static final String STRICT = "strict";

  private static final char LINE_FEED = '\n';

  private final BidiText text;
  private final LineShaper shaper;
  private final int[] starts;
  private final int[] ends;

  /** For each piece, the index after the last piece that may be on the same line. */
  private final int[] lineEnds;

  private final double[] before;
  private final double[] trimmed;

  private Paragraph(BidiText text, LineShaper shaper, int[] ends) {
    this.text = text;
    this.shaper = shaper;
    this.ends = ends;
    this.starts = new int[ends.length];
    this.lineEnds = new int[ends.length];
    this.before = new double[ends.length + 1];
    this.trimmed = new double[ends.length];
    for (int piece = 0; piece < ends.length; piece++) {
      starts[piece] = start(piece);
      measure(piece);
    }
    for (int piece = ends.length - 1; piece >= 0; piece--) {
      boolean last = piece == ends.length - 1 || endsLine(piece);
      lineEnds[piece] = last ? piece + 1 : lineEnds[piece + 1];
    }
  }

  /**
   * Splits and measures a text.
   *
   * @param text not empty
   * @param locale decides where lines may break
   */
  static Paragraph of(BidiText text, LineShaper shaper, Locale locale) {
    ULocale rules = ULocale.forLocale(locale).setKeywordValue("lb", STRICT);
    BreakIterator breaks = BreakIterator.getLineInstance(rules);
    breaks.setText(text.text());
    int[] ends = new int[text.text().length()];
    int count = 0;
    for (int end = breaks.next(); end != BreakIterator.DONE; end = breaks.next()) {
      ends[count++] = end;
    }
    return new Paragraph(text, shaper, Arrays.copyOf(ends, count));
  }

  /** The first character of a piece that is shown: spaces after a line feed are skipped. */
  private int start(int piece) {
    int at = piece == 0 ? 0 : ends[piece - 1];
    boolean indented = piece > 0 && (endsLine(piece - 1) || isIndent(piece - 1));
    while (indented && at < ends[piece] && text.text().charAt(at) == ' ') {
      at++;
    }
    return at;
  }

  /** Whether a piece has only spaces after a line feed. */
  private boolean isIndent(int piece) {
    return starts[piece] == ends[piece];
  }

  private boolean endsLine(int piece) {
    return text.text().charAt(ends[piece] - 1) == LINE_FEED;
  }

  private void measure(int piece) {
    BidiText shown = text.part(starts[piece], ends[piece]);
    int shownEnd = starts[piece] + shown.text().length();
    trimmed[piece] = shaper.advance(shown);
    double spaces = endsLine(piece) ? 0 : shaper.spaces(text, shownEnd, ends[piece]);
    before[piece + 1] = before[piece] + trimmed[piece] + shaper.endSpacing(shown) + spaces;
  }

  /**
   * The text of the pieces {@code from} (inclusive) to {@code to} (exclusive), without trailing
   * spaces.
   */
  BidiText line(int from, int to) {
    return text.part(starts[from], ends[to - 1]);
  }

  /** The number of pieces. */
  int pieces() {
    return ends.length;
  }

  /**
   * The least width, in ems, in which the text fits on a number of lines or fewer; infinite if its
   * line feeds need more lines.
   */
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

  /**
   * Breaks lines greedily.
   *
   * @param width in ems
   * @return empty if a piece is wider than the width
   */
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

  /** The index after the last piece that fits on a line; {@code from} if none fits. */
  private int lineEnd(int from, double width) {
    int to = from;
    while (to < lineEnds[from] && width(from, to + 1) <= width * TOLERANCE) {
      to++;
    }
    return to;
  }

  /** The width, in ems, of a line of pieces; infinite if it contains a line feed. */
  private double width(int from, int to) {
    return to <= lineEnds[from]
        ? before[to - 1] - before[from] + trimmed[to - 1]
        : Double.POSITIVE_INFINITY;
  }

  /**
   * Broken lines and the text after them.
   *
   * @param rest the text after the lines, up to the next line feed; empty if the lines hold the
   *     whole text
   * @param continues whether more text follows the rest
   */
  record Broken(List<BidiText> lines, Optional<BidiText> rest, boolean continues) {
    Broken {
      lines = List.copyOf(lines);
    }
  }

  /**
   * Breaks lines greedily. A piece that is wider than a line starts a line of its own and is broken
   * between grapheme clusters (UAX 29), as {@code overflow-wrap: anywhere} does (CSS Text 3).
   *
   * @param width in ems
   * @param most the largest number of lines, 0 or more
   */
  Broken fillBroken(double width, int most) {
    List<BidiText> lines = new ArrayList<>();
    int piece = 0;
    int at = 0;
    while (piece < pieces() && lines.size() < most) {
      int to = lineEnd(piece, at, width);
      int end = to > piece ? ends[to - 1] : clusterEnd(at, ends[piece], width);
      lines.add(text.part(at, end));
      piece = to == piece && isBlank(end, ends[piece]) ? piece + 1 : to;
      at = piece < pieces() ? Math.max(end, starts[piece]) : end;
    }
    if (piece == pieces()) {
      return new Broken(lines, Optional.empty(), false);
    }
    int last = lineEnds[piece];
    return new Broken(lines, Optional.of(text.part(at, ends[last - 1])), last < pieces());
  }

  private boolean isBlank(int from, int to) {
    return text.part(from, to).text().isEmpty();
  }

  /** As {@link #lineEnd(int, double)}, for a line that may begin within a piece. */
  private int lineEnd(int piece, int at, double width) {
    if (at == starts[piece]) {
      return lineEnd(piece, width);
    }
    int to = piece;
    while (to < lineEnds[piece] && shaper.advance(text.part(at, ends[to])) <= width * TOLERANCE) {
      to++;
    }
    return to;
  }

  /** The end of the most clusters that fit in a width; at least one. */
  private int clusterEnd(int from, int to, double width) {
    List<Integer> clusters = Clusters.ends(text.part(from, to).text());
    int fits = 0;
    int tooLong = clusters.size();
    while (tooLong - fits > 1) {
      int middle = (fits + tooLong) >>> 1;
      if (shaper.advance(text.part(from, from + clusters.get(middle))) <= width) {
        fits = middle;
      } else {
        tooLong = middle;
      }
    }
    return clusters.isEmpty() ? to : from + clusters.get(fits);
  }
}
