package dev.nameplate.template.field;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Fields as tests need them. */
public final class Fields {
  private Fields() {}

  /**
   * A field with the defaults of its kind: optional, without fallback, limits, aliases and hosts;
   * its longest value is {@link FieldKind#defaultMaxLength} and its direction {@link
   * Field#defaultDirection}.
   *
   * @param name as the template writes it; not checked
   * @param kind decides how values are read
   */
  public static Field of(String name, FieldKind kind) {
    return new Field(
        name,
        kind,
        Optional.empty(),
        false,
        List.of(),
        kind.defaultMaxLength(),
        LetterCase.KEEP,
        List.of(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        Set.of(),
        List.of(),
        false,
        false,
        Field.defaultDirection(kind));
  }
}
