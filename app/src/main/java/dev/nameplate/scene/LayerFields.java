package dev.nameplate.scene;

import dev.nameplate.template.layer.Layer;
import java.util.Set;

/** Determines which layers depend on a recipient's values or on the clock. */
public final class LayerFields {
  private LayerFields() {}

  /** Whether the layer refers to no field and no clock, and so is the same in every picture. */
  public static boolean isStatic(Layer layer) {
    return !layer.showsTime() && layer.isStatic();
  }

  /** Names of all fields that the layer's content or condition refers to; empty if it has none. */
  public static Set<String> of(Layer layer) {
    return layer.named();
  }
}
