package dev.nameplate.template.layer;

import dev.nameplate.geometry.Position;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/**
 * A picture in a box.
 *
 * @param frame its place on the canvas
 * @param source where the picture comes from
 * @param fit how a picture of another aspect ratio fills the box
 * @param position which part stays visible, or where the free space goes; in fractions, 0 to 1
 * @param radius of the box's corners, in px at 1x, 0 to 10,000
 * @param circle whether the picture is clipped to the ellipse inscribed in the box
 * @param mask path of an asset whose alpha, stretched over the box, is the picture's alpha mask;
 *     empty for none
 * @param placeholder shown where the picture is missing or cannot be fetched; empty for nothing
 */
public record ImageLayer(
    Frame frame,
    Source source,
    Fit fit,
    Position position,
    double radius,
    boolean circle,
    Optional<String> mask,
    Optional<Placeholder> placeholder)
    implements Layer {
  @Override
  public String type() {
    return "image";
  }

  @Override
  public Set<String> fields() {
    Set<String> fields = new LinkedHashSet<>(source.fields());
    placeholder.ifPresent(other -> fields.addAll(other.fields()));
    return fields;
  }

  /** Where a picture comes from. */
  public sealed interface Source {
    /** The names of the fields that it depends on; may be empty. */
    Set<String> fields();

    /**
     * A file of the template: its path, {@code assets/stage.jpg}.
     *
     * @param path one of {@link dev.nameplate.template.Template#assets}
     */
    record Asset(String path) implements Source {
      @Override
      public Set<String> fields() {
        return Set.of();
      }
    }

    /**
     * The picture of a field of kind {@code image}.
     *
     * @param field its name
     */
    record OfField(String field) implements Source {
      @Override
      public Set<String> fields() {
        return Set.of(field);
      }
    }
  }

  /** How a picture of another aspect ratio fills its box, as {@code object-fit} in CSS. */
  public enum Fit {
    /** The box is covered; what exceeds it is cut off. */
    COVER,
    /** The whole picture is shown; the rest of the box stays free. */
    CONTAIN,
    /** The picture is stretched to the box. */
    FILL
  }
}
