package dev.nameplate.scene;

import dev.nameplate.merge.MergedFields;
import dev.nameplate.template.CountdownLayer;
import dev.nameplate.template.Datum;
import dev.nameplate.template.Frame;
import dev.nameplate.template.ImageLayer;
import dev.nameplate.template.Layer;
import dev.nameplate.template.QrLayer;
import dev.nameplate.template.ShapeLayer;
import dev.nameplate.template.Template;
import dev.nameplate.template.TextLayer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Puts values into a template's layers. Pure: the same fields and moment make the same scene. */
public final class SceneBuilder {
  /** The scene of a template without a clock, with its values after cleaning and fallback. */
  public Scene build(Template template, MergedFields fields) {
    return build(template, fields, Moment.NONE);
  }

  /** The scene of a template with its values after cleaning and fallback, at a moment. */
  public Scene build(Template template, MergedFields fields, Moment moment) {
    Map<String, Datum> values = FieldData.of(fields);
    List<Node> nodes = new ArrayList<>();
    for (Layer layer : template.layers()) {
      nodes.add(
          layer instanceof CountdownLayer live
              ? countdown(nodes.size(), live, template, fields, moment)
              : node(nodes.size(), layer, values));
    }
    return new Scene(template, nodes);
  }

  /** The text that stands for the picture: the first wording whose fields are there. */
  public Optional<String> alt(Template template, MergedFields fields) {
    Map<String, Datum> values = FieldData.of(fields);
    return template.alt().stream().flatMap(wording -> wording.fill(values).stream()).findFirst();
  }

  private static Node countdown(
      int index, CountdownLayer layer, Template template, MergedFields fields, Moment moment) {
    Map<String, Datum> values = FieldData.of(fields);
    boolean wanted = layer.frame().when().map(condition -> condition.holds(values)).orElse(true);
    Optional<TimeLeft> left =
        moment
            .at()
            .flatMap(at -> Moments.end(template, layer, fields).map(end -> new TimeLeft(end, at)));
    CountdownNodes nodes = new CountdownNodes(index, layer, template.locale(), values);
    Placement placement = placement(layer.frame());
    Optional<Node> present =
        wanted ? nodes.of(placement, left, moment.seconds()) : Optional.empty();
    return present.orElseGet(() -> new Node.Absent(index, layer.type()));
  }

  private static Node node(int index, Layer layer, Map<String, Datum> values) {
    boolean wanted = layer.frame().when().map(condition -> condition.holds(values)).orElse(true);
    return wanted
        ? present(index, layer, values)
            .<Node>map(node -> node)
            .orElseGet(() -> new Node.Absent(index, layer.type()))
        : new Node.Absent(index, layer.type());
  }

  private static Optional<? extends Node.Present> present(
      int index, Layer layer, Map<String, Datum> values) {
    Placement placement = placement(layer.frame());
    if (layer instanceof TextLayer text) {
      return TextNodes.of(index, placement, text, values);
    }
    if (layer instanceof ImageLayer image) {
      return PictureNodes.of(index, placement, image, values);
    }
    if (layer instanceof QrLayer qr) {
      return QrNodes.of(index, placement, qr, values);
    }
    return Optional.of(ShapeNodes.of(index, placement, (ShapeLayer) layer));
  }

  private static Placement placement(Frame frame) {
    return new Placement(frame.box(), frame.opacity(), frame.rotate());
  }
}
