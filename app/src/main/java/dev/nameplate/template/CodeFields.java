package dev.nameplate.template;

import dev.nameplate.template.field.Field;
import dev.nameplate.template.field.FieldKind;
import dev.nameplate.template.layer.BarcodeLayer;
import dev.nameplate.template.layer.Layer;
import dev.nameplate.template.layer.QrLayer;
import dev.nameplate.template.layer.StackLayer;
import dev.nameplate.template.layer.VariantLayer;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds text fields that are used in codes only, so that their spaces are kept for scanners. */
public final class CodeFields {
  private final Set<String> inCodes = new HashSet<>();
  private final Set<String> drawn = new HashSet<>();

  private CodeFields() {}

  /**
   * A copy of the fields in which some of kind text are marked with {@link Field#inCodesOnly}:
   * those that stand in {@code data} of a code and in no other layer's content. Conditions and the
   * alternative text are not considered.
   *
   * @param fields by name
   * @param layers of the template, with all their children
   * @return by name, in the same order; a new map that the caller owns
   */
  public static Map<String, Field> mark(Map<String, Field> fields, List<Layer> layers) {
    CodeFields found = new CodeFields();
    found.collect(layers);
    Map<String, Field> marked = new LinkedHashMap<>();
    fields.forEach((name, field) -> marked.put(name, found.mark(field)));
    return marked;
  }

  private Field mark(Field field) {
    boolean only = inCodes.contains(field.name()) && !drawn.contains(field.name());
    return only && field.kind() == FieldKind.TEXT ? field.inCodesOnly() : field;
  }

  private void collect(Collection<? extends Layer> layers) {
    for (Layer layer : layers) {
      if (layer instanceof QrLayer || layer instanceof BarcodeLayer) {
        inCodes.addAll(layer.fields());
      } else if (layer instanceof StackLayer stack) {
        collect(stack.children().stream().map(StackLayer.Child::layer).toList());
      } else if (layer instanceof VariantLayer variants) {
        collect(variants.variants().values());
      } else {
        drawn.addAll(layer.fields());
      }
    }
  }
}
