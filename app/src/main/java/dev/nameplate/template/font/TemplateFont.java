package dev.nameplate.template.font;

import java.util.function.Supplier;

/**
 * A font file of a template. Two are equal where everything but the way to their bytes is.
 *
 * @param path relative to the template, {@code fonts/acme-sans.ttf}
 * @param license path of the text that says who may use it, {@code fonts/acme-sans.txt}
 * @param family as the file calls itself, and as the template's layers name it; an italic has
 *     {@code Italic} at its end
 * @param weight 100 to 900, as the file states it (OpenType {@code usWeightClass})
 * @param bytes the file's length
 * @param digest SHA-256 of the file, 64 lower-case hexadecimal digits
 * @param file reads the file anew at each call; it may have changed since, or be gone
 */
public record TemplateFont(
    String path,
    String license,
    String family,
    int weight,
    int bytes,
    String digest,
    Supplier<byte[]> file) {
  @Override
  public boolean equals(Object other) {
    return other instanceof TemplateFont font
        && path.equals(font.path)
        && license.equals(font.license)
        && digest.equals(font.digest);
  }

  @Override
  public int hashCode() {
    return digest.hashCode();
  }
}
