package dev.nameplate.pipeline;

import dev.nameplate.merge.value.MergedFields;
import dev.nameplate.template.layer.LayerName;
import java.util.List;
import java.util.Optional;

/**
 * For an author: every field and layer, which value arrived, how it was read and why. Contains a
 * recipient's data, so it may only be sent to the client that requested it, never logged.
 *
 * @param template its id
 * @param version the number of the published version that is drawn; empty for the template that
 *     authors edit
 * @param etag of the PNG at the requested scale, quotes included
 * @param alt the alternative text; empty if the template has none
 * @param fields with their values and the reasons for replacements
 * @param layers one for each layer of the template, in order
 * @param warnings in plain words; empty if there are none
 */
public record Explanation(
    String template,
    Optional<Integer> version,
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
   * How one layer is drawn.
   *
   * @param index from 0, in the template or in its stack
   * @param type as in {@code template.json}
   * @param name the author's label, or what the layer shows; see {@link LayerName}
   * @param drawn false for a hidden layer
   * @param text of a text layer that is drawn; else empty
   * @param bounds x, y, width and height of the painted area in pixels at 1x; empty if hidden
   * @param children of a stack or countdown, or the label of progress; else empty
   */
  public record LayerNote(
      int index,
      String name,
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
   * @param size the font size: pixels per em at 1x
   * @param lines their number
   * @param cut whether the text ends in an ellipsis
   */
  public record TextNote(int wording, double size, int lines, boolean cut) {}
}
