package dev.nameplate.template.parse;

import dev.nameplate.template.layer.Frame;
import dev.nameplate.template.layer.Layer;
import dev.nameplate.template.layer.QrLayer;
import dev.nameplate.template.wording.Liquid;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads the keys of a QR layer. */
record QrLayerReader(LayerContext context) {
  static final Set<String> KEYS =
      Set.of("data", "correction", "quietZone", "dark", "light", "logo", "logoSize");

  private static final Map<String, QrLayer.Correction> CORRECTIONS =
      Map.of(
          "L", QrLayer.Correction.L,
          "M", QrLayer.Correction.M,
          "Q", QrLayer.Correction.Q,
          "H", QrLayer.Correction.H);

  /** The layer; empty where its data is faulty, which is added as a fault. */
  Optional<Layer> read(Frame frame, JsonObject object) {
    CodeColors colors = CodeColors.read(object);
    QrLayer.Correction correction = object.choice("correction", CORRECTIONS, QrLayer.Correction.M);
    double share = object.number("logoSize", 0.22, 0.1, 0.3);
    Optional<QrLayer.Logo> logo =
        object
            .text("logo")
            .flatMap(path -> new AssetRefParser(context).asset(path, object.path("logo")))
            .map(path -> new QrLayer.Logo(path, share));
    int quiet = object.whole("quietZone", 4, 0, 16);
    return context
        .liquid()
        .forPurpose(Liquid.Purpose.CODE)
        .wording(object.requiredText("data"), object.path("data"), context.faults())
        .map(
            data ->
                new QrLayer(frame, data, correction, quiet, colors.dark(), colors.light(), logo));
  }
}
