package dev.nameplate.edit;

import dev.nameplate.edit.text.JsonText;
import java.util.Optional;

/**
 * A {@code template.json} as it is on the disk.
 *
 * @param tag of its bytes; see {@link Draft#publishedTag}
 * @param fingerprint of the template's files, by which a write sees whether they changed
 * @param text its content; bytes that are no UTF-8 are replaced
 * @param json empty where it is no JSON object
 */
public record Published(String tag, String fingerprint, String text, Optional<JsonText> json) {
  @Override
  public String toString() {
    return "Published[" + tag + "]";
  }
}
