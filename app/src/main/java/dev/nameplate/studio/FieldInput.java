package dev.nameplate.studio;

import dev.nameplate.merge.value.ResolvedField;
import dev.nameplate.template.field.Field;
import dev.nameplate.template.field.FieldKind;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The input of a field, with how its value was read below it.
 *
 * @param name the field's, which is the query parameter too
 * @param label the kind of the field, and whether it is required
 * @param value as it was typed; empty for none
 * @param placeholder shown where nothing is typed
 * @param options values to choose from; any other may be typed, since any may arrive
 * @param decimal whether numbers are typed
 * @param note how the value was read; empty where that is not known
 * @param turned whether the value could not be used
 */
public record FieldInput(
    String name,
    String label,
    String value,
    String placeholder,
    List<String> options,
    boolean decimal,
    String note,
    boolean turned) {
  public FieldInput {
    options = List.copyOf(options);
  }

  /**
   * The input of a field.
   *
   * @param assets the template's, of which picture fields may name one
   * @param resolved the field with its value; absent where nothing is known of it
   */
  static FieldInput of(
      Field field, String value, Set<String> assets, Optional<ResolvedField> resolved) {
    Optional<FieldNote> note = resolved.map(FieldNote::of);
    return new FieldInput(
        field.name(),
        field.kind().label() + (field.required() ? ", required" : ""),
        value,
        field.fallback().orElse(field.kind() == FieldKind.DATE ? "2026-09-24" : ""),
        options(field, assets),
        field.kind() == FieldKind.NUMBER || field.kind() == FieldKind.MONEY,
        note.map(FieldNote::text).orElse(""),
        note.filter(FieldNote::turned).isPresent());
  }

  private static List<String> options(Field field, Set<String> assets) {
    return switch (field.kind()) {
      case CHOICE -> field.options();
      case IMAGE ->
          assets.stream().map(path -> path.replaceFirst("^assets/", "")).sorted().toList();
      default -> List.of();
    };
  }

  /** Has the field's name only, never the value. */
  @Override
  public String toString() {
    return "FieldInput[" + name + "]";
  }
}
