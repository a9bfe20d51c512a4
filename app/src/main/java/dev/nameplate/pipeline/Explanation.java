package dev.nameplate.pipeline;

import dev.nameplate.merge.value.MergedFields;
import java.util.List;
import java.util.Optional;

/**
 * For an author: every field and layer, what arrived, what was made of it and why. Holds a
 * recipient's data, so it goes to the one who asked and nowhere else.
 *
 * @param etag of the PNG at the asked scale, with its quotes
 * @param alt the text that stands for the picture; empty where the template has none
 */
public record Explanation(
    String template,
    String etag,
    Optional<String> alt,
    MergedFields fields,
    List<LayerNote> layers,
    List<String> warnings) {
  public Explanation {
    layers = List.copyOf(layers);
    warnings = List.copyOf(warnings);
  }

  /**
   * What became of one layer.
   *
   * @param index from 0, as the template lists them
   * @param text for a text layer that is drawn
   * @param bounds x, y, width and height of what is drawn, at 1x; empty where skipped
   * @param children of a stack, indexed by their places in it, or the label of progress
   */
  public record LayerNote(
      int index,
      String type,
      boolean drawn,
      Optional<TextNote> text,
      List<Double> bounds,
      List<LayerNote> children) {
    public LayerNote {
      bounds = List.copyOf(bounds);
      children = List.copyOf(children);
    }
  }

  /**
   * How a text was fitted.
   *
   * @param wording the rung of the copy ladder, from 0
   * @param size in pixels per em at 1x
   * @param cut whether it ends in an ellipsis
   */
  public record TextNote(int wording, double size, int lines, boolean cut) {}
}
