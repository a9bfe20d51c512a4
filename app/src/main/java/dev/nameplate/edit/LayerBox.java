package dev.nameplate.edit;

import dev.nameplate.geometry.Box;
import java.util.List;
import java.util.Optional;

/**
 * Where a layer stands on the picture, in pixels at 1x.
 *
 * @param path in {@code template.json}, {@code $.layers[2].children[0]}
 * @param index in its list, from 0
 * @param type as in {@code template.json}
 * @param name the author's label, or what the layer shows
 * @param frame empty for a hidden layer
 * @param children the parts of a stack or the label of progress, as if the layer were not rotated
 */
public record LayerBox(
    String path,
    int index,
    String type,
    String name,
    Optional<LayerFrame> frame,
    List<LayerBox> children) {
  public LayerBox {
    children = List.copyOf(children);
  }

  /**
   * The place of a layer that is drawn.
   *
   * @param box before rotation
   * @param rotate degrees clockwise about the box's center
   * @param bounds the painted area, after rotation
   * @param text of a text layer; else empty
   */
  public record LayerFrame(Box box, double rotate, Box bounds, Optional<SetText> text) {}

  /**
   * How a text was set.
   *
   * @param wording the rung of the copy ladder, from 0
   * @param size the font size: pixels per em
   * @param cut whether the text ends in an ellipsis
   * @param lines from top to bottom, before rotation
   */
  public record SetText(int wording, double size, boolean cut, List<SetLine> lines) {
    public SetText {
      lines = List.copyOf(lines);
    }
  }

  /**
   * A line of a text.
   *
   * @param x of its left end
   * @param baseline y of its baseline
   * @param width its advance
   * @param ink the bounds of what is painted; an empty box where nothing is
   */
  public record SetLine(double x, double baseline, double width, Box ink) {}
}
