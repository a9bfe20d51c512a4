package dev.nameplate.template.parse;

import dev.nameplate.geometry.Alignment;
import dev.nameplate.geometry.Rgba;
import dev.nameplate.template.layer.Fill;
import dev.nameplate.template.layer.Frame;
import dev.nameplate.template.layer.Layer;
import dev.nameplate.template.layer.StarsLayer;
import java.util.Optional;
import java.util.Set;

/** Reads the keys of a stars layer. */
record StarsLayerReader(LayerContext context) {
  static final Set<String> KEYS = Set.of("value", "max", "gap", "fill", "track", "align");

  private static final Rgba GOLD = new Rgba(0xfff59e0b);
  private static final Rgba TRACK = new Rgba(0x26000000);

  /** The layer; empty where its value is faulty, which is added as a fault. */
  Optional<Layer> read(Frame frame, JsonObject object) {
    int max = object.whole("max", 5, 1, 20);
    double gap = object.number("gap", 4, 0, 1000);
    Fill fill = new FillReader(object).fill().orElse(new Fill.Solid(GOLD));
    Rgba track = object.color("track", TRACK);
    Alignment align =
        object
            .choice("align", TextLayerReader.ALIGN, Alignment.START)
            .resolve(context.rightToLeft());
    return new QuantityReader(context)
        .required(object, "value")
        .map(
            value ->
                new StarsLayer(frame, value, max, gap, fill, track, align, context.rightToLeft()));
  }
}
