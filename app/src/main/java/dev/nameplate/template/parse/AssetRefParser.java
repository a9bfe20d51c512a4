package dev.nameplate.template.parse;

import dev.nameplate.template.fault.FaultCollector;
import dev.nameplate.template.field.Field;
import dev.nameplate.template.field.FieldKind;
import dev.nameplate.template.layer.ImageLayer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Parses references to pictures. */
record AssetRefParser(LayerContext context) {
  private static final String ALLOWED = "a PNG or JPEG that lies in the template's assets folder";

  /**
   * Parses an asset's path or {@code {{ field }}} of a field of kind image.
   *
   * @return empty where it is neither, which is added as a fault
   */
  Optional<ImageLayer.Source> source(String src, String path) {
    return src.startsWith("{{") && src.endsWith("}}")
        ? ofField(src, path)
        : asset(src, path).map(ImageLayer.Source.Asset::new);
  }

  /**
   * Checks the path of an asset.
   *
   * @return the path; empty where there is no such picture, which is added as a fault
   */
  Optional<String> asset(String src, String path) {
    if (!AssetPath.isWellFormed(src) || !AssetPath.exists(context.assets(), src)) {
      context.faults().add(path, "'" + src + "'", ALLOWED);
      return Optional.empty();
    }
    return Optional.of(src);
  }

  private Optional<ImageLayer.Source> ofField(String src, String path) {
    String name = src.substring(2, src.length() - 2).strip();
    Field field = context.fields().get(name);
    if (field != null && field.kind() == FieldKind.IMAGE) {
      return Optional.of(new ImageLayer.Source.OfField(name));
    }
    List<String> images = new ArrayList<>();
    context.fields().values().stream()
        .filter(each -> each.kind() == FieldKind.IMAGE)
        .forEach(each -> images.add(each.name()));
    context
        .faults()
        .add(path, "'" + src + "'", "a field of kind image: " + FaultCollector.oneOf(name, images));
    return Optional.empty();
  }
}
