package dev.nameplate.text.shape;

import dev.nameplate.text.font.OutlineFace;
import dev.nameplate.text.glyph.Rise;
import dev.nameplate.text.glyph.ShapedText;
import dev.nameplate.text.unicode.BidiText;

/** Shapes lines of text. Everything is in ems of the layer's size. */
public sealed interface LineShaper permits Shaper, SpanShaper {
  /** The face whose measures the lines follow. */
  OutlineFace face();

  /** The glyphs of one line. Letter spacing after the last letter is left off. */
  ShapedText shape(BidiText line);

  /** The advance of the same, without its glyphs being made. */
  double advance(BidiText line);

  /**
   * How much wider a piece of a line is where more follows it than at the line's end: by the half
   * of a mark's square that is left off there; less than 0 where a hyphen is drawn there.
   */
  double endRoom(BidiText piece);

  /** The room of spaces from one character of a text (included) to another (excluded). */
  double spaces(BidiText text, int from, int to);

  /** The size of a line's largest letters, as a share of the layer's. */
  double scale(BidiText line);

  /** Where a line's letters seem to begin and end, seen from the baseline. */
  Rise rise(BidiText line);
}
