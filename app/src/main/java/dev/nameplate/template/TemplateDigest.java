package dev.nameplate.template;

import dev.nameplate.util.Sha256;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;

/**
 * The digest of everything of a template that can show in its pictures.
 *
 * @param hex SHA-256 (FIPS 180-4) over the file, then path (UTF-8) and bytes of each asset in
 *     ascending order of paths; each part follows its length in bytes, as a big-endian integer of
 *     four bytes. 64 lower-case hexadecimal digits
 * @param assets for each asset's path the SHA-256 of its bytes, in the same form
 */
public record TemplateDigest(String hex, Map<String, String> assets) {
  public TemplateDigest {
    assets = Map.copyOf(assets);
  }

  /**
   * The digest of a template.
   *
   * @param json the bytes of {@code template.json}; not changed
   * @param assets read as a whole, each once
   * @throws java.io.UncheckedIOException where an asset cannot be read
   */
  public static TemplateDigest of(byte[] json, TemplateAssets assets) {
    MessageDigest digest = Sha256.start();
    Map<String, String> each = new HashMap<>();
    add(digest, json);
    for (String path : assets.paths()) {
      byte[] asset = assets.read(path);
      add(digest, path.getBytes(StandardCharsets.UTF_8));
      add(digest, asset);
      each.put(path, Sha256.hex(asset));
    }
    return new TemplateDigest(HexFormat.of().formatHex(digest.digest()), each);
  }

  private static void add(MessageDigest digest, byte[] part) {
    digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(part.length).flip());
    digest.update(part);
  }
}
