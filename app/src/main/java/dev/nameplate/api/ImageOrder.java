package dev.nameplate.api;

import com.fasterxml.jackson.databind.JsonNode;
import dev.nameplate.geometry.Scale;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A body of {@code POST /v1/images} that was read, before it is held against a template. Holds a
 * recipient's data.
 *
 * @param templateKey the name under which the caller gave the template
 * @param template absent where the body names none
 * @param layersKey the name under which the caller gave the layers
 * @param metadata echoed, never stored
 * @param faults what is wrong with the body in itself
 * @param warnings what is ignored
 */
public record ImageOrder(
    String templateKey,
    Optional<String> template,
    String layersKey,
    List<LayerEntry> layers,
    Options options,
    Optional<JsonNode> metadata,
    List<ApiFault> faults,
    List<String> warnings) {
  public ImageOrder {
    layers = List.copyOf(layers);
    faults = List.copyOf(faults);
    warnings = List.copyOf(warnings);
  }

  /**
   * What a caller may say beside the values.
   *
   * @param format a file ending; absent for the caller's preference or the template's first
   * @param scale absent for 1x
   * @param kind absent for signed where the template is, else plain
   * @param open the fields that a sending tool fills in later
   * @param renderNow whether the picture is drawn before the answer
   * @param strict whether what is not known is a fault; otherwise it is a warning
   * @param expires when the URL ends; absent for never
   */
  public record Options(
      Optional<String> format,
      Optional<Scale> scale,
      Optional<UrlKind> kind,
      List<String> open,
      Optional<Instant> expires,
      boolean renderNow,
      boolean strict) {
    public Options {
      open = List.copyOf(open);
    }
  }

  @Override
  public String toString() {
    return "ImageOrder[" + template + ", " + layers.size() + " layers]";
  }
}
