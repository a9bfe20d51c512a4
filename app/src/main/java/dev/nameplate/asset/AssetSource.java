package dev.nameplate.asset;

import dev.nameplate.asset.decode.AssetException;
import dev.nameplate.template.Template;

/** Where image layers get their pictures. */
public interface AssetSource {
  /**
   * The picture at a path of a template.
   *
   * @param path {@code assets/stage.jpg}
   * @throws AssetException where there is none, or it cannot be decoded within the limits
   */
  DecodedImage load(Template template, String path);
}
