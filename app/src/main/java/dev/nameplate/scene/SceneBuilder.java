package dev.nameplate.scene;

import dev.nameplate.merge.MergedFields;
import dev.nameplate.template.CountdownLayer;
import dev.nameplate.template.Datum;
import dev.nameplate.template.Frame;
import dev.nameplate.template.ImageLayer;
import dev.nameplate.template.Layer;
import dev.nameplate.template.QrLayer;
import dev.nameplate.template.ShapeLayer;
import dev.nameplate.template.SpannedWording;
import dev.nameplate.template.Template;
import dev.nameplate.template.TextLayer;
import dev.nameplate.template.Wording;
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
    Optional<Node> present = wanted ? present(index, layer, values) : Optional.empty();
    return present.orElseGet(() -> new Node.Absent(index, layer.type()));
  }

  private static Optional<Node> present(int index, Layer layer, Map<String, Datum> values) {
    Placement placement = placement(layer.frame());
    if (layer instanceof TextLayer text) {
      return text(index, placement, text, values);
    }
    if (layer instanceof ImageLayer image) {
      return picture(index, placement, image, values);
    }
    if (layer instanceof QrLayer qr) {
      return qr.data()
          .fill(values)
          .map(
              payload ->
                  new Node.Qr(
                      index,
                      placement,
                      payload,
                      qr.correction(),
                      qr.quietZone(),
                      qr.dark(),
                      qr.light()));
    }
    ShapeLayer shape = (ShapeLayer) layer;
    return Optional.of(
        new Node.Shape(
            index, placement, shape.kind(), shape.fill(), shape.stroke(), shape.radius()));
  }

  private static Optional<Node> text(
      int index, Placement placement, TextLayer layer, Map<String, Datum> values) {
    List<Node.Rung> rungs = new ArrayList<>();
    for (int place = 0; place < layer.wordings().size(); place++) {
      rung(place, layer.wordings().get(place), values).ifPresent(rungs::add);
    }
    return rungs.isEmpty()
        ? Optional.empty()
        : Optional.of(new Node.Text(index, placement, layer.style(), rungs));
  }

  private static Optional<Node.Rung> rung(int place, Wording wording, Map<String, Datum> values) {
    if (wording instanceof SpannedWording spanned) {
      return spanned.fillSpans(values).map(texts -> rung(place, spanned, texts));
    }
    return wording.fillIsolated(values).map(text -> new Node.Rung(place, text));
  }

  private static Node.Rung rung(int place, SpannedWording wording, List<String> texts) {
    StringBuilder text = new StringBuilder();
    List<Node.Span> spans = new ArrayList<>();
    for (int span = 0; span < texts.size(); span++) {
      text.append(texts.get(span));
      spans.add(new Node.Span(text.length(), wording.spans().get(span).style()));
    }
    return new Node.Rung(place, text.toString(), spans);
  }

  private static Optional<Node> picture(
      int index, Placement placement, ImageLayer layer, Map<String, Datum> values) {
    Optional<String> path =
        layer.source() instanceof ImageLayer.Source.OfField source
            ? Optional.ofNullable(values.get(source.field())).map(Datum::shown)
            : Optional.of(((ImageLayer.Source.Asset) layer.source()).path());
    return path.map(
        found ->
            new Node.Picture(
                index,
                placement,
                found,
                layer.fit(),
                layer.position(),
                layer.radius(),
                layer.circle()));
  }

  private static Placement placement(Frame frame) {
    return new Placement(frame.box(), frame.opacity(), frame.rotate());
  }
}
