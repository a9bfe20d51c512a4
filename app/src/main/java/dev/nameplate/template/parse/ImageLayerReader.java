package dev.nameplate.template.parse;

import dev.nameplate.geometry.Position;
import dev.nameplate.template.layer.Frame;
import dev.nameplate.template.layer.ImageLayer;
import dev.nameplate.template.layer.Layer;
import dev.nameplate.template.layer.Placeholder;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads the keys of an image layer. */
record ImageLayerReader(LayerContext context) {
  static final Set<String> KEYS =
      Set.of("src", "fit", "position", "radius", "circle", "mask", "default");

  private static final Map<String, ImageLayer.Fit> FITS =
      Map.of(
          "cover", ImageLayer.Fit.COVER,
          "contain", ImageLayer.Fit.CONTAIN,
          "fill", ImageLayer.Fit.FILL);

  /** The layer; empty where its source is faulty, which is added as a fault. */
  Optional<Layer> read(Frame frame, JsonObject object) {
    String src = object.requiredText("src");
    Position position =
        object
            .numbers("position", 2, 0, 1)
            .map(at -> new Position(at.get(0), at.get(1)))
            .orElse(Position.CENTER);
    ImageLayer.Fit fit = object.choice("fit", FITS, ImageLayer.Fit.COVER);
    double radius = object.number("radius", 0, 0, 10_000);
    boolean circle = object.flag("circle", false);
    AssetRefParser pictures = new AssetRefParser(context);
    Optional<String> mask =
        object.text("mask").flatMap(path -> pictures.asset(path, object.path("mask")));
    Optional<ImageLayer.Source> source = pictures.source(src, object.path("src"));
    Optional<Placeholder> placeholder = new PlaceholderReader(context).read(object, source);
    return source.map(
        from -> new ImageLayer(frame, from, fit, position, radius, circle, mask, placeholder));
  }
}
