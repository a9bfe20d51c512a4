package dev.nameplate.template;

import dev.nameplate.template.font.TemplateFonts;
import java.util.Map;
import java.util.Optional;

/**
 * The files that a template was read from.
 *
 * @param version the number of the published version, at least 1; empty for the files that authors
 *     edit
 * @param assets for each asset's path the SHA-256 of its bytes as they were then, 64 lower-case
 *     hexadecimal digits; an asset that is not in it is not checked when it is read again
 * @param fonts those that lie beside the template, for its texts alone
 */
public record TemplateOrigin(
    Optional<Integer> version, Map<String, String> assets, TemplateFonts fonts) {
  /** The files that authors edit, with no digests of assets. */
  public static final TemplateOrigin UNKNOWN = new TemplateOrigin(Optional.empty(), Map.of());

  /** Files without fonts. */
  public TemplateOrigin(Optional<Integer> version, Map<String, String> assets) {
    this(version, assets, TemplateFonts.NONE);
  }

  public TemplateOrigin {
    assets = Map.copyOf(assets);
  }
}
