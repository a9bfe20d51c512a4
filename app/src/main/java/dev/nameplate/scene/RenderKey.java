package dev.nameplate.scene;

import dev.nameplate.geometry.Scale;
import dev.nameplate.merge.FieldValue;
import dev.nameplate.merge.MergedFields;
import dev.nameplate.merge.ResolvedField;
import dev.nameplate.template.Template;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A picture's identity, known before any pixel is: equal keys mean equal bytes.
 *
 * <p>A SHA-256, cut to 128 bits, over everything that decides the bytes. Each part is preceded by
 * its length, so that no two lists of parts can run together.
 *
 * @param hex 32 lower-case digits
 */
public record RenderKey(String hex) {
  /**
   * The key of a template's picture with its values after cleaning and fallback.
   *
   * @param format the file ending, {@code png}
   */
  public static RenderKey of(
      EngineIdentity engine, Template template, Scale scale, String format, MergedFields fields) {
    MessageDigest digest = sha256();
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
      add(digest, field.value().map(FieldValue::shown).orElse(""));
      if (field.value().orElse(null) instanceof FieldValue.Outside outside) {
        add(digest, identity(outside.search()));
      }
    }
    return new RenderKey(HexFormat.of().formatHex(digest.digest(), 0, 16));
  }

  /** An address says nothing of what lies there today. */
  private static String identity(FieldValue.Search search) {
    return search instanceof FieldValue.Search.Found found ? found.picture().digest() : "none";
  }

  /** The strong entity tag made of it, with its quotes (RFC 9110, section 8.8.3). */
  public String etag() {
    return '"' + hex + '"';
  }

  private static void add(MessageDigest digest, String part) {
    byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
    digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).flip());
    digest.update(bytes);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException absent) {
      throw new IllegalStateException("every Java runtime has SHA-256", absent);
    }
  }
}
