package dev.nameplate.scene;

import dev.nameplate.template.CountdownLayer;
import dev.nameplate.template.ImageLayer;
import dev.nameplate.template.Layer;
import dev.nameplate.template.QrLayer;
import dev.nameplate.template.TextLayer;
import java.util.LinkedHashSet;
import java.util.Set;

/** Tells which layers can differ from one recipient to the next. */
public final class LayerFields {
  private LayerFields() {}

  /** Whether the layer refers to no field and no clock, so that it is the same for everyone. */
  public static boolean isStatic(Layer layer) {
    return !(layer instanceof CountdownLayer) && of(layer).isEmpty();
  }

  /** Every field that the layer's content or condition names. */
  public static Set<String> of(Layer layer) {
    Set<String> fields = new LinkedHashSet<>();
    layer.frame().when().ifPresent(condition -> fields.addAll(condition.fields()));
    if (layer instanceof TextLayer text) {
      text.wordings().forEach(wording -> fields.addAll(wording.fields()));
    } else if (layer instanceof QrLayer qr) {
      fields.addAll(qr.data().fields());
    } else if (layer instanceof ImageLayer image
        && image.source() instanceof ImageLayer.Source.OfField source) {
      fields.add(source.field());
    } else if (layer instanceof CountdownLayer countdown) {
      fields.addAll(countdown.fields());
    }
    return fields;
  }
}
