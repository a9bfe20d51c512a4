package dev.nameplate.access.sign;

import dev.nameplate.geometry.Scale;
import dev.nameplate.template.Template;
import java.util.Optional;

/**
 * The picture that a request's path names.
 *
 * @param template the template found for the path's id, of a request with {@code _v} that version
 * @param scale one that the template offers
 * @param format the path's ending, {@code png} or {@code json}, {@code jpg} for {@code jpeg} too;
 *     empty where it has none
 */
public record ImageRef(Template template, Scale scale, Optional<String> format) {
  /** The ending of a picture's explanation. */
  static final String JSON = "json";

  public ImageRef {
    format = format.map(ending -> ending.equals("jpeg") ? "jpg" : ending);
  }
}
