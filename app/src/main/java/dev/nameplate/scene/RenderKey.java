package dev.nameplate.scene;

import dev.nameplate.geometry.Scale;
import dev.nameplate.merge.value.FieldValue;
import dev.nameplate.merge.value.MergedFields;
import dev.nameplate.merge.value.ResolvedField;
import dev.nameplate.template.Template;
import dev.nameplate.util.Sha256;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;

/**
 * A picture's identity, computed before it is rendered: equal keys mean equal pixels.
 *
 * <p>The first 128 bits of a SHA-256 over everything that decides the pixels. Each part is preceded
 * by its length, so that different lists of parts cannot be concatenated to the same input.
 *
 * @param hex 32 lower-case hexadecimal digits
 */
public record RenderKey(String hex) {
  /**
   * Returns the key of a template's picture without a clock.
   *
   * @param engine this program, its Java runtime and its fonts
   * @param format the file extension, {@code png}
   * @param fields values after cleaning and fallback
   */
  public static RenderKey of(
      EngineIdentity engine, Template template, Scale scale, String format, MergedFields fields) {
    MessageDigest digest = Sha256.start();
    add(digest, engine.version());
    add(digest, engine.runtime());
    add(digest, engine.fontsDigest());
    add(digest, template.id());
    add(digest, template.digest());
    add(digest, scale.label());
    add(digest, format);
    for (ResolvedField field : fields.byName().values()) {
      add(digest, field.field().name());
      add(digest, field.value().isPresent() ? "1" : "0");
      add(digest, field.value().map(FieldValue::identity).orElse(""));
    }
    return new RenderKey(HexFormat.of().formatHex(digest.digest(), 0, 16));
  }

  /** Returns the key of the same picture with a clock state; this key if the state has no faces. */
  public RenderKey at(ClockState clockState) {
    if (clockState.faces().isEmpty()) {
      return this;
    }
    MessageDigest digest = Sha256.start();
    add(digest, hex);
    clockState.faces().forEach(face -> add(digest, face));
    return new RenderKey(HexFormat.of().formatHex(digest.digest(), 0, 16));
  }

  /**
   * The key as an entity tag, quotes included (RFC 9110, section 8.8.3). It is weak, since files of
   * the same pixels may differ in how hard they were compressed.
   *
   * @return {@code W/"} and the digits and {@code "}
   */
  public String etag() {
    return "W/\"" + hex + '"';
  }

  private static void add(MessageDigest digest, String part) {
    byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
    digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).flip());
    digest.update(bytes);
  }
}
