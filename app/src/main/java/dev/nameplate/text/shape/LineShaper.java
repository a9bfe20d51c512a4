package dev.nameplate.text.shape;

import dev.nameplate.text.font.OutlineFace;
import dev.nameplate.text.glyph.ShapedText;
import dev.nameplate.text.glyph.VerticalExtent;
import dev.nameplate.text.unicode.BidiText;

/**
 * Shapes and measures lines of text. All lengths are in ems of the layer's size. Every method
 * throws {@link dev.nameplate.text.font.FontException} if a font file that it needs cannot be read.
 */
public sealed interface LineShaper permits Shaper, SpanShaper {
  /** Returns the face whose metrics decide on line heights and vertical alignment. */
  OutlineFace face();

  /**
   * Returns the glyphs of one line, with the start of its baseline at the origin. There is no
   * letter spacing after the last letter.
   */
  ShapedText shape(BidiText line);

  /** Returns the advance of {@link #shape}, in ems, without making the glyphs. */
  double advance(BidiText line);

  /**
   * Returns how much wider, in ems, a piece is inside a line than at the line's end: by the half of
   * a fullwidth mark that is trimmed there; negative if a hyphen is drawn there; usually 0.
   */
  double endSpacing(BidiText piece);

  /**
   * Returns the width, in ems, of spaces in a text.
   *
   * @param text whose characters in the range are all spaces
   * @param from index of the first space, in UTF-16 units
   * @param to index after the last space
   */
  double spaces(BidiText text, int from, int to);

  /**
   * Returns the size of a line's largest letters as a share of the layer's size; 1 without spans.
   */
  double scale(BidiText line);

  /** Returns the part of a line that is centered optically, in ems from the baseline. */
  VerticalExtent verticalExtent(BidiText line);
}
