package dev.nameplate.scene;

import dev.nameplate.template.Datum;
import dev.nameplate.template.ImageLayer;
import java.util.Map;
import java.util.Optional;

/** Makes nodes of image layers. */
final class PictureNodes {
  private PictureNodes() {}

  static Optional<Node.Picture> of(
      int index, Placement placement, ImageLayer layer, Map<String, Datum> values) {
    return path(layer.source(), values)
        .map(
            found ->
                new Node.Picture(
                    index,
                    placement,
                    found,
                    layer.fit(),
                    layer.position(),
                    layer.radius(),
                    layer.circle(),
                    layer.mask()));
  }

  private static Optional<String> path(ImageLayer.Source source, Map<String, Datum> values) {
    return source instanceof ImageLayer.Source.OfField field
        ? Optional.ofNullable(values.get(field.field())).map(Datum::shown)
        : Optional.of(((ImageLayer.Source.Asset) source).path());
  }
}
