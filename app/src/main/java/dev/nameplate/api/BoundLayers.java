package dev.nameplate.api;

import dev.nameplate.template.Template;
import dev.nameplate.template.field.Field;
import dev.nameplate.template.field.FieldKind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The values of a body, each with the field it is for. Holds a recipient's data.
 *
 * @param values by field, in the template's order
 * @param fallbacks by field, drawn where the value counts as missing
 * @param paths by field, where the value stands in the body
 * @param open the fields that a sending tool fills in later
 */
record BoundLayers(
    Map<String, String> values,
    Map<String, String> fallbacks,
    Map<String, String> paths,
    List<String> open,
    List<ApiFault> faults,
    List<String> warnings) {
  private static final String FALLBACK = "_fallback";
  private static final String TEXT = "text";
  private static final String IMAGE_URL = "image_url";

  /** Finds the field of each value, by name or alias, without case. */
  static BoundLayers of(Template template, ImageOrder order) {
    BoundLayers bound =
        new BoundLayers(
            new LinkedHashMap<>(),
            new LinkedHashMap<>(),
            new LinkedHashMap<>(),
            new ArrayList<>(),
            new ArrayList<>(),
            new ArrayList<>());
    Map<String, Field> byName = byName(template);
    bound.open(template, byName, order.options().open());
    for (LayerEntry entry : order.layers()) {
      bound.add(byName, entry, order.options().strict());
    }
    bound.keepOpen();
    return bound;
  }

  private static Map<String, Field> byName(Template template) {
    Map<String, Field> byName = new LinkedHashMap<>();
    template.fields().values().forEach(field -> byName.put(folded(field.name()), field));
    template
        .fields()
        .values()
        .forEach(
            field -> field.aliases().forEach(alias -> byName.putIfAbsent(folded(alias), field)));
    return byName;
  }

  private static String folded(String name) {
    return name.strip().toLowerCase(Locale.ROOT);
  }

  private void open(Template template, Map<String, Field> byName, List<String> names) {
    Set<String> fields = new LinkedHashSet<>();
    for (int at = 0; at < names.size(); at++) {
      Optional<Field> field = Optional.ofNullable(byName.get(folded(names.get(at))));
      if (field.isPresent()) {
        fields.add(field.get().name());
      } else {
        faults.add(
            new ApiFault(
                "$.open[" + at + "]",
                ErrorCode.INVALID_VALUE,
                "no field of the template",
                NearestName.of(names.get(at), template.fields().keySet())));
      }
    }
    open.addAll(fields);
  }

  private void add(Map<String, Field> byName, LayerEntry entry, boolean strict) {
    String name = folded(entry.name());
    Optional<Field> field = Optional.ofNullable(byName.get(name));
    Optional<Field> base =
        field.isEmpty() && name.endsWith(FALLBACK)
            ? Optional.ofNullable(byName.get(name.substring(0, name.length() - FALLBACK.length())))
            : Optional.empty();
    if (field.isEmpty() && base.isEmpty()) {
      unknown(byName, entry, strict);
    } else if (isSettable(field.or(() -> base).orElseThrow(), entry)) {
      field.ifPresent(each -> put(values, each, entry));
      base.ifPresent(each -> fallback(each, entry));
    }
  }

  private void unknown(Map<String, Field> byName, LayerEntry entry, boolean strict) {
    if (strict) {
      List<String> names = byName.values().stream().map(Field::name).distinct().toList();
      faults.add(
          new ApiFault(
              entry.path(),
              ErrorCode.UNKNOWN_LAYER,
              "no field of the template; there are: " + String.join(", ", names),
              NearestName.of(entry.name(), byName.keySet())
                  .flatMap(near -> Optional.ofNullable(byName.get(near)))
                  .map(Field::name)));
    } else {
      warnings.add(entry.path() + " is no field of the template and was ignored");
    }
  }

  private boolean isSettable(Field field, LayerEntry entry) {
    String property = entry.property().orElse(TEXT);
    boolean image = field.kind() == FieldKind.IMAGE;
    if (property.equals(TEXT) || (property.equals(IMAGE_URL) && image)) {
      return true;
    }
    faults.add(
        new ApiFault(
            entry.path(),
            ErrorCode.UNSUPPORTED_PROPERTY,
            "a field of kind "
                + field.kind().label()
                + " takes "
                + (image ? "image_url or text" : "text"),
            Optional.of(image ? IMAGE_URL : TEXT)));
    return false;
  }

  private void fallback(Field field, LayerEntry entry) {
    if (open.contains(field.name())) {
      faults.add(
          ApiFault.of(
              entry.path(),
              ErrorCode.INVALID_VALUE,
              "an open field has no value yet that could be missing; the template has fallbacks"));
    } else if (entry.text().filter(text -> !text.isBlank()).isPresent()) {
      put(fallbacks, field, entry);
    }
  }

  private void put(Map<String, String> into, Field field, LayerEntry entry) {
    if (entry.text().isEmpty()) {
      return;
    }
    String before = into.putIfAbsent(field.name(), entry.text().get());
    if (before != null && !before.equals(entry.text().get())) {
      faults.add(
          ApiFault.of(
              entry.path(),
              ErrorCode.INVALID_VALUE,
              "the field " + field.name() + " is given twice with different values"));
    }
    paths.putIfAbsent(field.name(), entry.path());
  }

  /** An open field has no place for a value in the URL. */
  private void keepOpen() {
    for (String name : open) {
      if (values.remove(name) != null) {
        warnings.add(paths.get(name) + " is of an open field and was left out of the URL");
      }
    }
  }

  @Override
  public String toString() {
    return "BoundLayers[" + values.keySet() + "]";
  }
}
