package dev.nameplate.api;

import com.fasterxml.jackson.databind.JsonNode;
import dev.nameplate.geometry.Scale;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The body of a {@code POST /v1/images} as it was read, before it is compared with a template. It
 * holds a recipient's data: {@code toString} has the template and the number of layers only.
 *
 * @param templateKey the name under which the caller gave the template
 * @param template the template, or a version of it; empty where the body names none
 * @param layersKey the name under which the caller gave the layers
 * @param layers the values in the order of the body, by field or alias as the caller wrote it
 * @param options the caller's choices, with a default for each that is absent
 * @param metadata the caller's own JSON, returned unchanged and never stored
 * @param faults what is wrong with the body alone, whatever the template; empty if nothing is
 * @param warnings what the body has and nobody reads, a sentence each
 */
public record ImageOrder(
    String templateKey,
    Optional<TemplateRef> template,
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
    return "ImageOrder["
        + template.map(TemplateRef::id).orElse("")
        + ", "
        + layers.size()
        + " layers]";
  }
}
