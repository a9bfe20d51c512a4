package dev.nameplate.pipeline.background;

import dev.nameplate.geometry.Scale;
import dev.nameplate.scene.EngineIdentity;
import dev.nameplate.template.Format;
import dev.nameplate.template.Template;
import dev.nameplate.util.Sha256;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * What a background's pixels depend on.
 *
 * @param digest of the template's version
 * @param combination of choices that it shows; empty for none
 * @param flat whether it is drawn without alpha
 * @param whole whether pictures need all its pixels, not only those of strips that they change
 * @param published whether it is of a published version; a background of the template that authors
 *     edit may lack a layer whose file is being changed, and a version of the same content must not
 *     take it over. Stored files lack none, so both have the same names
 */
record BackgroundKey(
    String id,
    String digest,
    String combination,
    Scale scale,
    boolean flat,
    boolean whole,
    boolean published) {
  /**
   * An opaque background has the same pixels in every format.
   *
   * @param combination the key of a {@link Combination}
   */
  static BackgroundKey of(Template template, String combination, Scale scale, Format format) {
    boolean flat = template.background().isOpaque() || !format.holdsAlpha();
    boolean whole =
        (format != Format.PNG && format != Format.JPEG) || template.output().maxBytes().isPresent();
    return new BackgroundKey(
        template.id(),
        template.digest(),
        combination,
        scale,
        flat,
        whole,
        template.version().isPresent());
  }

  /**
   * The name of the file that holds the pixels: a digest over everything that decides them.
   *
   * @return letters, digits, dots and slashes
   */
  String fileName(EngineIdentity engine) {
    return name(engine, List.of()) + ".pixels";
  }

  /** What a background's strips depend on. */
  record Strips(BackgroundKey pixels, Format format) {
    /** The name of the file that holds the strips. */
    String fileName(EngineIdentity engine) {
      return pixels.name(engine, List.of(format.ending())) + ".strips";
    }
  }

  private String name(EngineIdentity engine, List<String> more) {
    StringBuilder text = new StringBuilder();
    for (String part :
        List.of(
            engine.version(),
            engine.runtime(),
            engine.fontsDigest(),
            id,
            digest,
            combination,
            scale.label(),
            String.valueOf(flat),
            String.valueOf(whole))) {
      text.append(part.length()).append(':').append(part);
    }
    more.forEach(part -> text.append(part.length()).append(':').append(part));
    String hex = Sha256.hex(text.toString().getBytes(StandardCharsets.UTF_8)).substring(0, 40);
    return "backgrounds/" + hex.substring(0, 2) + "/" + hex.substring(2);
  }
}
