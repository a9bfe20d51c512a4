package dev.nameplate.template.layer;

import dev.nameplate.geometry.Rgba;
import java.util.List;
import java.util.Set;

/**
 * What an image layer shows where its picture is missing or cannot be fetched: the layer's {@code
 * default}.
 */
public sealed interface Placeholder {
  /** The names of the fields that it depends on; may be empty. */
  Set<String> fields();

  /**
   * Another picture of the template: its path, {@code assets/guest.png}.
   *
   * @param path one of {@link dev.nameplate.template.Template#assets}
   */
  record Asset(String path) implements Placeholder {
    @Override
    public Set<String> fields() {
      return Set.of();
    }
  }

  /**
   * A disc with the initials of a name. The value decides the color, so that a name always has the
   * same.
   *
   * @param field name of a field of kind {@code name} or {@code text}
   * @param palette at least one color, all opaque
   */
  record Initials(String field, List<Rgba> palette) implements Placeholder {
    /** The font family of the letters. */
    public static final String FONT = "Inter";

    /** The weight of the letters. */
    public static final int WEIGHT = 500;

    public Initials {
      palette = List.copyOf(palette);
    }

    @Override
    public Set<String> fields() {
      return Set.of(field);
    }
  }
}
