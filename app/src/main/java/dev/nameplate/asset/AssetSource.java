package dev.nameplate.asset;

import dev.nameplate.asset.decode.AssetException;
import dev.nameplate.template.Template;

/** Loads the image files of templates. Implementations are safe for threads. */
public interface AssetSource {
  /**
   * Loads an image file of a template.
   *
   * @param path below the template's folder, such as {@code assets/stage.jpg}
   * @return decoded; may be shared, must not be changed
   * @throws AssetException if there is no such file, or it cannot be decoded within the limits
   */
  DecodedImage load(Template template, String path);
}
