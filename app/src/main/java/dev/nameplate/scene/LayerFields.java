package dev.nameplate.scene;

import dev.nameplate.template.layer.Layer;
import java.util.Set;

/** Tells which layers can differ from one recipient to the next. */
public final class LayerFields {
  private LayerFields() {}

  /** Whether the layer refers to no field and no clock, so that it is the same for everyone. */
  public static boolean isStatic(Layer layer) {
    return !layer.showsTime() && layer.isStatic();
  }

  /** Every field that the layer's content or condition names. */
  public static Set<String> of(Layer layer) {
    return layer.named();
  }
}
