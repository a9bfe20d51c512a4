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

/** Reads a layer's {@code default}, and the palette that it may choose from. */
record PlaceholderReader(LayerContext context) {
  private static final String INITIALS = "initials:";
  private static final int MOST_COLOURS = 24;
  private static final Set<FieldKind> NAMES = Set.of(FieldKind.NAME, FieldKind.TEXT);

  /** Colours on which white letters are easy to read. */
  private static final List<Rgba> PRESET =
      List.of(
          new Rgba(0xff3f51b5),
          new Rgba(0xff00796b),
          new Rgba(0xffad1457),
          new Rgba(0xff5e35b1),
          new Rgba(0xff2e7d32),
          new Rgba(0xffc2410c),
          new Rgba(0xff1565c0),
          new Rgba(0xff6d4c41));

  /** A template's {@code palette}; that of the house where it states none. */
  static List<Rgba> palette(JsonObject template) {
    List<Rgba> palette = new ArrayList<>();
    for (var item : template.items("palette", MOST_COLOURS)) {
      String path = template.path("palette") + "[" + palette.size() + "]";
      Rgba colour = template.color(item, path).orElse(Rgba.BLACK);
      if (!colour.isOpaque()) {
        template.faults().add(path, colour.hex(), "an opaque colour");
      }
      palette.add(colour);
    }
    return palette.isEmpty() ? PRESET : palette;
  }

  /**
   * The {@code default} of an image layer, which only one that shows a field may have: a picture of
   * the template's own cannot be missing.
   */
  Optional<Placeholder> read(JsonObject layer, Optional<ImageLayer.Source> source) {
    Optional<String> text = layer.text("default");
    if (text.isPresent() && source.orElse(null) instanceof ImageLayer.Source.Asset) {
      layer
          .faults()
          .add(layer.path("default"), "'" + text.get() + "'", "nothing: src is no field's picture");
      return Optional.empty();
    }
    return text.flatMap(found -> standIn(found, layer));
  }

  private Optional<Placeholder> standIn(String text, JsonObject layer) {
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
