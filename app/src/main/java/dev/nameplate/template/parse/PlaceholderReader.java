package dev.nameplate.template.parse;

import dev.nameplate.geometry.Rgba;
import dev.nameplate.template.fault.FaultCollector;
import dev.nameplate.template.field.Field;
import dev.nameplate.template.field.FieldKind;
import dev.nameplate.template.layer.ImageLayer;
import dev.nameplate.template.layer.Placeholder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads {@code default} of an image layer, and the palette for initials. */
record PlaceholderReader(LayerContext context) {
  private static final String INITIALS = "initials:";
  private static final int MAX_COLORS = 24;
  private static final Set<FieldKind> NAMES = Set.of(FieldKind.NAME, FieldKind.TEXT);

  /** Colors on which white letters are readable. */
  private static final List<Rgba> DEFAULT_PALETTE =
      List.of(
          new Rgba(0xff3f51b5),
          new Rgba(0xff00796b),
          new Rgba(0xffad1457),
          new Rgba(0xff5e35b1),
          new Rgba(0xff2e7d32),
          new Rgba(0xffc2410c),
          new Rgba(0xff1565c0),
          new Rgba(0xff6d4c41));

  /** A template's {@code palette}; eight default colors where it is absent. */
  static List<Rgba> palette(JsonObject template) {
    List<Rgba> palette = new ArrayList<>();
    for (var item : template.items("palette", MAX_COLORS)) {
      String path = template.path("palette") + "[" + palette.size() + "]";
      Rgba color = template.color(item, path).orElse(Rgba.BLACK);
      if (!color.isOpaque()) {
        template.faults().add(path, color.hex(), "an opaque colour");
      }
      palette.add(color);
    }
    return palette.isEmpty() ? DEFAULT_PALETTE : palette;
  }

  /**
   * The {@code default} of an image layer. It is a fault where the layer shows an asset, which
   * cannot be missing.
   *
   * @param layer the layer's JSON
   * @param source the picture that the layer shows; empty where it is faulty
   * @return empty where it is absent or faulty
   */
  Optional<Placeholder> read(JsonObject layer, Optional<ImageLayer.Source> source) {
    Optional<String> text = layer.text("default");
    if (text.isPresent() && source.orElse(null) instanceof ImageLayer.Source.Asset) {
      layer
          .faults()
          .add(layer.path("default"), "'" + text.get() + "'", "nothing: src is no field's picture");
      return Optional.empty();
    }
    return text.flatMap(found -> placeholder(found, layer));
  }

  private Optional<Placeholder> placeholder(String text, JsonObject layer) {
    if (text.startsWith(INITIALS)) {
      return initials(text.substring(INITIALS.length()), text, layer);
    }
    if (AssetPath.isWellFormed(text) && AssetPath.exists(context.assets(), text)) {
      return Optional.of(new Placeholder.Asset(text));
    }
    layer
        .faults()
        .add(
            layer.path("default"),
            "'" + text + "'",
            "a PNG or JPEG that lies in the template's assets folder, or initials:<field>");
    return Optional.empty();
  }

  private Optional<Placeholder> initials(String name, String text, JsonObject layer) {
    Field field = context.fields().get(name);
    if (field == null || !NAMES.contains(field.kind())) {
      List<String> names =
          context.fields().values().stream()
              .filter(each -> NAMES.contains(each.kind()))
              .map(each -> INITIALS + each.name())
              .toList();
      layer
          .faults()
          .add(
              layer.path("default"),
              "'" + text + "'",
              "a field of kind name or text: " + FaultCollector.oneOf(text, names));
      return Optional.empty();
    }
    return Optional.of(new Placeholder.Initials(name, context.palette()));
  }
}
