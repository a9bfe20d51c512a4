package dev.nameplate.template.layer;

import java.util.LinkedHashSet;
import java.util.Set;

/** A layer of a template. Layers are immutable. */
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
  /**
   * Its box, opacity, rotation and condition. That of a layer with variants has no condition, since
   * each variant has its own.
   */
  Frame frame();

  /**
   * The value of {@code type} in the template: {@code text}, {@code image}, {@code shape}, {@code
   * qr}, {@code barcode}, {@code progress}, {@code stars}, {@code stack} or {@code countdown}.
   */
  String type();

  /** The names of all fields in its content, without those of its condition; may be empty. */
  Set<String> fields();

  /**
   * Whether neither content nor condition names a field, so that the layer is the same for
   * everyone. Cheaper than {@link #named}.
   */
  default boolean isStatic() {
    return frame().when().filter(condition -> !condition.fields().isEmpty()).isEmpty()
        && isContentStatic();
  }

  /** Whether its content names no field. */
  default boolean isContentStatic() {
    return fields().isEmpty();
  }

  /** Whether it depends on the time at which the picture is drawn. */
  default boolean showsTime() {
    return false;
  }

  /** The names of all fields in its condition and content; may be empty. */
  default Set<String> named() {
    Set<String> named = new LinkedHashSet<>();
    frame().when().ifPresent(condition -> named.addAll(condition.fields()));
    named.addAll(fields());
    return named;
  }
}
