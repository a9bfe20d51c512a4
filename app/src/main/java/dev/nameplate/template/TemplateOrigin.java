package dev.nameplate.template;

import java.util.Map;
import java.util.Optional;

/**
 * The files that a template was read from.
 *
 * @param version the number of the published version, at least 1; empty for the files that authors
 *     edit
 * @param assets for each asset's path the SHA-256 of its bytes as they were then, 64 lower-case
 *     hexadecimal digits; an asset that is not in it is not checked when it is read again
 */
public record TemplateOrigin(Optional<Integer> version, Map<String, String> assets) {
  /** The files that authors edit, with no digests of assets. */
  public static final TemplateOrigin UNKNOWN = new TemplateOrigin(Optional.empty(), Map.of());

  public TemplateOrigin {
    assets = Map.copyOf(assets);
  }
}
