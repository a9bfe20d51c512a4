package dev.nameplate.template.layer;

import dev.nameplate.geometry.Rgba;
import java.util.List;
import java.util.Set;

/** What an image layer shows where its own picture cannot be had: the layer's {@code default}. */
public sealed interface Placeholder {
  /** The fields it depends on. */
  Set<String> fields();

  /** Another picture, below the template's folder. */
  record Asset(String path) implements Placeholder {
    @Override
    public Set<String> fields() {
      return Set.of();
    }
  }

  /**
   * A disc with the first letters of a name, in a colour that the value chooses.
   *
   * @param field of kind {@code name} or {@code text}
   * @param palette at least one colour, all opaque
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
