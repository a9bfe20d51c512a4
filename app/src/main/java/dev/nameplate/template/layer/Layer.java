package dev.nameplate.template.layer;

import java.util.LinkedHashSet;
import java.util.Set;

/** One thing drawn on a template's picture. */
public sealed interface Layer
    permits TextLayer,
        ImageLayer,
        ShapeLayer,
        QrLayer,
        BarcodeLayer,
        ProgressLayer,
        StarsLayer,
        StackLayer,
        VariantLayer,
        CountdownLayer {
  /** Where it stands and when it is there. */
  Frame frame();

  /** As a template writes it. */
  String type();

  /** Every field that its content names; those of its condition are not among them. */
  Set<String> fields();

  /** Whether it names no field, so that it is the same for everyone; quicker than to name them. */
  default boolean isStatic() {
    return frame().when().filter(condition -> !condition.fields().isEmpty()).isEmpty()
        && isContentStatic();
  }

  /** Whether its content names no field. */
  default boolean isContentStatic() {
    return fields().isEmpty();
  }

  /** Whether it looks otherwise at another time. */
  default boolean showsTime() {
    return false;
  }

  /** Every field that its content or its condition names. */
  default Set<String> named() {
    Set<String> named = new LinkedHashSet<>();
    frame().when().ifPresent(condition -> named.addAll(condition.fields()));
    named.addAll(fields());
    return named;
  }
}
