package dev.nameplate.template.layer;

import dev.nameplate.geometry.Position;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/**
 * A picture in a box.
 *
 * @param position which part stays in sight, or where the free space goes
 * @param radius of the box's corners, in pixels at 1x
 * @param circle whether the picture is cut to the ellipse that fills the box
 * @param mask a file whose alpha, stretched over the picture, cuts it
 * @param standIn shown where the picture cannot be had
 */
public record ImageLayer(
    Frame frame,
    Source source,
    Fit fit,
    Position position,
    double radius,
    boolean circle,
    Optional<String> mask,
    Optional<Placeholder> standIn)
    implements Layer {
  @Override
  public String type() {
    return "image";
  }

  @Override
  public Set<String> fields() {
    Set<String> fields = new LinkedHashSet<>(source.fields());
    standIn.ifPresent(other -> fields.addAll(other.fields()));
    return fields;
  }

  /** Where a picture comes from. */
  public sealed interface Source {
    /** The fields it depends on. */
    Set<String> fields();

    /** A file below the template's folder, {@code assets/stage.jpg}. */
    record Asset(String path) implements Source {
      @Override
      public Set<String> fields() {
        return Set.of();
      }
    }

    /** What a field of kind {@code image} holds. */
    record OfField(String field) implements Source {
      @Override
      public Set<String> fields() {
        return Set.of(field);
      }
    }
  }

  /** How a picture of another shape fills the box. */
  public enum Fit {
    /** Whole box covered, the rest cut off. */
    COVER,
    /** Whole picture shown, the rest of the box left free. */
    CONTAIN,
    /** Stretched to the box. */
    FILL
  }
}
