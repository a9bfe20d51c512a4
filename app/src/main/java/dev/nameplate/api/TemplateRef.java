package dev.nameplate.api;

import java.util.Optional;

/**
 * A template as a call names it: {@code welcome}, or {@code welcome@7} for its published version 7.
 * Nothing is checked; {@link TemplateCatalog} finds what it names.
 *
 * @param id the template's id
 * @param version the number of the version as it is written; empty for the template that authors
 *     edit
 * @param versionPath where the call names the version; that of the template where it does not
 */
public record TemplateRef(String id, Optional<String> version, String versionPath) {
  private static final char AT = '@';

  /**
   * Returns the template that a text names.
   *
   * @param text {@code welcome} or {@code welcome@7}
   * @param path where the call has the text
   */
  static TemplateRef of(String text, String path) {
    int at = text.indexOf(AT);
    return at < 0
        ? new TemplateRef(text, Optional.empty(), path)
        : new TemplateRef(text.substring(0, at), Optional.of(text.substring(at + 1)), path);
  }

  /**
   * Returns the same template with the version that the call names apart from it.
   *
   * @param number as it is written
   * @param path where the call has it
   * @throws ApiException with {@link ErrorCode#CONFLICTING_ALIASES} if the text named another one
   */
  TemplateRef withVersion(String number, String path) {
    if (version.isPresent() && !version.get().equals(number)) {
      throw ApiException.of(
          ErrorCode.CONFLICTING_ALIASES,
          "the template and " + path + " name different versions of it");
    }
    return new TemplateRef(id, Optional.of(number), path);
  }
}
