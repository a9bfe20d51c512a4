package dev.nameplate.template.parse;

import com.fasterxml.jackson.databind.JsonNode;
import dev.nameplate.geometry.Position;
import dev.nameplate.template.Template;
import dev.nameplate.template.field.Field;
import dev.nameplate.template.layer.Frame;
import dev.nameplate.template.layer.ImageLayer;
import dev.nameplate.template.layer.Layer;
import dev.nameplate.template.wording.Liquid;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Reads {@code standard}, the design that is drawn where a required value is missing: layers of its
 * own, or a picture that covers the canvas.
 *
 * @param template without its standard design
 * @param liquid parses wordings
 * @param layers reads the layers
 */
record StandardReader(Template template, Liquid liquid, LayerReader layers) {
  static final Set<String> KEYS = Set.of("layers", "background", "alt");

  /** The design; empty where the key is absent or faulty. */
  Optional<Template.Design> read(JsonObject object) {
    Optional<JsonNode> value = object.get("standard");
    if (value.isEmpty()) {
      return Optional.empty();
    }
    if (template.fields().values().stream().noneMatch(Field::required)) {
      object
          .faults()
          .add(
              object.path("standard"),
              "no field that is required",
              "a field with \"required\": true; it is drawn where that one is missing");
    }
    return value.get().isTextual()
        ? picture(object, value.get().textValue())
        : object.object("standard", KEYS).map(this::design);
  }

  private Template.Design design(JsonObject own) {
    if (!own.has("layers")) {
      own.faults().add(own.path("layers"), "nothing", "a list of layers; this key is required");
    }
    return new Template.Design(
        own.color("background", template.background()),
        TextLayerReader.wordings(
            own, "alt", liquid.forPurpose(Liquid.Purpose.ALTERNATIVE), own.faults()),
        TemplateReader.layers(own, layers));
  }

  private Optional<Template.Design> picture(JsonObject object, String path) {
    if (!template.assets().contains(path)) {
      object
          .faults()
          .add(
              object.path("standard"),
              "'" + path + "'",
              "{\"layers\": […]}, or a PNG or JPEG that lies in the template's assets folder");
      return Optional.empty();
    }
    Frame all = new Frame(template.size().box(), 1, 0, Optional.empty(), Optional.empty());
    Layer cover =
        new ImageLayer(
            all,
            new ImageLayer.Source.Asset(path),
            ImageLayer.Fit.COVER,
            Position.CENTER,
            0,
            false,
            Optional.empty(),
            Optional.empty());
    return Optional.of(new Template.Design(template.background(), List.of(), List.of(cover)));
  }
}
