package dev.nameplate.access.sign;

import dev.nameplate.geometry.Scale;
import dev.nameplate.template.Template;
import java.util.Optional;

/**
 * What a request's path asks for.
 *
 * @param format its ending, {@code png} or {@code json}; empty where it has none
 */
public record ImageRef(Template template, Scale scale, Optional<String> format) {
  /** The explanation of a picture, which is no picture itself. */
  static final String JSON = "json";

  public ImageRef {
    format = format.map(ending -> ending.equals("jpeg") ? "jpg" : ending);
  }
}
