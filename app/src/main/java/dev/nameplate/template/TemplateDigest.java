package dev.nameplate.template;

import dev.nameplate.util.Sha256;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;

/** Computes the digest of everything of a template that can show in its pictures. */
public final class TemplateDigest {
  private TemplateDigest() {}

  /**
   * SHA-256 (FIPS 180-4) over the file, then path (UTF-8) and bytes of each asset in ascending
   * order of paths; each part follows its length in bytes, as a big-endian integer of four bytes.
   *
   * @param json the bytes of {@code template.json}; not changed
   * @param assets read as a whole
   * @return 64 lower-case hexadecimal digits
   * @throws java.io.UncheckedIOException where an asset cannot be read
   */
  public static String of(byte[] json, TemplateAssets assets) {
    MessageDigest digest = Sha256.start();
    add(digest, json);
    for (String path : assets.paths()) {
      add(digest, path.getBytes(StandardCharsets.UTF_8));
      add(digest, assets.read(path));
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private static void add(MessageDigest digest, byte[] part) {
    digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(part.length).flip());
    digest.update(part);
  }
}
