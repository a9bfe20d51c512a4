package dev.nameplate.api;

import java.util.Optional;

/**
 * One value that a body gives, before it is known which field it is for. A recipient's data.
 *
 * @param path where it stands in the body
 * @param name of the layer, as the caller wrote it
 * @param property {@code text} or {@code image_url}, or what the caller wrote in their place;
 *     absent where the value stands by itself
 * @param text absent for null
 */
record LayerEntry(String path, String name, Optional<String> property, Optional<String> text) {
  @Override
  public String toString() {
    return "LayerEntry[" + path + "]";
  }
}
