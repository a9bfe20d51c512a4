package dev.nameplate.template.parse;

import dev.nameplate.template.fault.FaultCollector;
import dev.nameplate.template.layer.BarcodeLayer;
import dev.nameplate.template.layer.Frame;
import dev.nameplate.template.layer.Layer;
import dev.nameplate.template.layer.Symbology;
import dev.nameplate.template.wording.Liquid;
import dev.nameplate.template.wording.LiquidWording;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Reads the keys of a barcode layer. */
record BarcodeLayerReader(LayerContext context) {
  static final Set<String> KEYS =
      Set.of("symbology", "data", "checkDigit", "quietZone", "dark", "light");

  private static final Map<String, Boolean> CHECK_DIGITS = Map.of("given", false, "add", true);

  private static final Map<String, Symbology> SYMBOLOGIES = new TreeMap<>();

  static {
    for (Symbology each : Symbology.values()) {
      SYMBOLOGIES.put(each.label(), each);
    }
  }

  /** The layer; empty where its data is faulty, which is added as a fault. */
  Optional<Layer> read(Frame frame, JsonObject object) {
    if (!object.has("symbology")) {
      String allowed = FaultCollector.oneOf("", new TreeSet<>(SYMBOLOGIES.keySet()));
      context.faults().add(object.path("symbology"), "nothing", allowed);
    }
    Symbology symbology = object.choice("symbology", SYMBOLOGIES, Symbology.CODE128);
    int quiet = object.whole("quietZone", symbology.quietZone(), 0, 32);
    boolean adds = addsCheckDigit(symbology, object);
    CodeColors colors = CodeColors.read(object);
    Optional<LiquidWording> data =
        context
            .liquid()
            .forPurpose(Liquid.Purpose.CODE)
            .wording(object.requiredText("data"), object.path("data"), context.faults());
    data.filter(
            wording ->
                wording.fields().isEmpty() && symbology.payload(wording.source(), adds).isEmpty())
        .ifPresent(
            wrong -> {
              String allowed = allowed(symbology, adds);
              context.faults().add(object.path("data"), "'" + wrong.source() + "'", allowed);
            });
    return data.map(
        wording ->
            new BarcodeLayer(
                frame, symbology, wording, adds, quiet, colors.dark(), colors.light()));
  }

  private static String allowed(Symbology symbology, boolean adds) {
    String without =
        symbology.hasCheckDigit() && !adds ? ", or one less with \"checkDigit\": \"add\"" : "";
    return symbology.payloads() + " for " + symbology.label() + without;
  }

  private static boolean addsCheckDigit(Symbology symbology, JsonObject object) {
    if (object.has("checkDigit") && !symbology.hasCheckDigit()) {
      object
          .faults()
          .add(object.path("checkDigit"), symbology.label(), "this key for ean13 and upc-a only");
    }
    return object.choice("checkDigit", CHECK_DIGITS, false);
  }
}
