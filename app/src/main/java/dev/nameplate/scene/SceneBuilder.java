package dev.nameplate.scene;

import dev.nameplate.merge.value.MergedFields;
import dev.nameplate.template.Template;
import dev.nameplate.template.layer.BarcodeLayer;
import dev.nameplate.template.layer.CountdownLayer;
import dev.nameplate.template.layer.Frame;
import dev.nameplate.template.layer.ImageLayer;
import dev.nameplate.template.layer.Layer;
import dev.nameplate.template.layer.ProgressLayer;
import dev.nameplate.template.layer.QrLayer;
import dev.nameplate.template.layer.ShapeLayer;
import dev.nameplate.template.layer.StackLayer;
import dev.nameplate.template.layer.StarsLayer;
import dev.nameplate.template.layer.TextLayer;
import dev.nameplate.template.layer.VariantLayer;
import dev.nameplate.template.wording.WordingValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Fills values into a template's layers. Pure: equal inputs give equal scenes. */
public final class SceneBuilder {

  /**
   * Returns the scene of a template at an instant.
   *
   * @param fields values after cleaning and fallback
   * @param clockState the instant and whether clocks show seconds; {@link ClockState#NONE} for a
   *     picture without a clock
   */
  public Scene build(Template template, MergedFields fields, ClockState clockState) {
    FillContext fillContext = new FillContext(template, fields, fields.data(), clockState);
    List<Node> nodes = new ArrayList<>();
    for (Layer layer : template.layers()) {
      nodes.add(node(nodes.size(), layer, fillContext));
    }
    return new Scene(template, nodes);
  }

  /**
   * Returns the picture's alternative text in one line: the first wording whose fields all have
   * values.
   *
   * @param fields values after cleaning and fallback
   * @return empty if there is no such wording
   */
  public Optional<String> alt(Template template, MergedFields fields) {
    return template.alt(fields.data());
  }

  private static Node node(int index, Layer layer, FillContext fillContext) {
    boolean shown =
        layer.frame().when().map(condition -> condition.holds(fillContext.values())).orElse(true);
    Optional<? extends Node> present =
        shown ? present(index, layer, fillContext) : Optional.empty();
    return present.isPresent() ? present.get() : new Node.Absent(index, layer.type());
  }

  private static Optional<? extends Node> present(int index, Layer layer, FillContext fillContext) {
    Map<String, WordingValue> values = fillContext.values();
    Placement placement = placement(layer.frame());
    if (layer instanceof TextLayer text) {
      return TextNodes.of(index, placement, text, values);
    }
    if (layer instanceof ImageLayer image) {
      return new PictureNodes(fillContext.fields()).node(index, placement, image);
    }
    if (layer instanceof ShapeLayer shape) {
      return Optional.of(ShapeNodes.of(index, placement, shape));
    }
    if (layer instanceof QrLayer qr) {
      return QrNodes.of(index, placement, qr, values);
    }
    if (layer instanceof BarcodeLayer barcode) {
      return BarcodeNodes.of(index, placement, barcode, values);
    }
    if (layer instanceof ProgressLayer progress) {
      return ProgressNodes.of(index, placement, progress, values);
    }
    if (layer instanceof StarsLayer stars) {
      return ProgressNodes.of(index, placement, stars, values);
    }
    if (layer instanceof StackLayer stack) {
      return stack(index, placement, stack, fillContext);
    }
    if (layer instanceof CountdownLayer countdown) {
      return countdown(index, placement, countdown, fillContext);
    }
    return ((VariantLayer) layer).variant(values).map(variant -> node(index, variant, fillContext));
  }

  private static Optional<Node.Stack> stack(
      int index, Placement placement, StackLayer layer, FillContext fillContext) {
    List<Node.Child> children = new ArrayList<>();
    for (StackLayer.Child child : layer.children()) {
      Node node = node(children.size(), child.layer(), fillContext);
      children.add(new Node.Child(sized(node), child.sizing()));
    }
    return children.stream().anyMatch(child -> child.node() instanceof Node.Present)
        ? Optional.of(new Node.Stack(index, placement, layer.style(), children))
        : Optional.empty();
  }

  /** A countdown in words as a text, since layout can measure a text but not a group. */
  private static Node sized(Node node) {
    return node instanceof Node.Group group && group.parts().get(0) instanceof Node.Text words
        ? words.at(group.placement())
        : node;
  }

  private static Optional<Node> countdown(
      int index, Placement placement, CountdownLayer layer, FillContext fillContext) {
    Optional<TimeLeft> left =
        fillContext
            .clock()
            .at()
            .flatMap(
                at ->
                    ClockStates.end(fillContext.template(), layer, fillContext.fields())
                        .map(end -> new TimeLeft(end, at)));
    return new CountdownNodes(index, layer, fillContext.template().locale(), fillContext.values())
        .of(placement, left, fillContext.clock().seconds());
  }

  private static Placement placement(Frame frame) {
    return new Placement(frame.box(), frame.opacity(), frame.rotate());
  }

  /**
   * The inputs for filling in a template.
   *
   * @param values of the fields by name, as wordings use them
   */
  private record FillContext(
      Template template, MergedFields fields, Map<String, WordingValue> values, ClockState clock) {}
}
