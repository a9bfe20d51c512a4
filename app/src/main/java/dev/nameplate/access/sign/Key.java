package dev.nameplate.access.sign;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;

/**
 * A secret of the server's, as the keys that were derived from it: one for each use, so that what
 * was made for one says nothing of another.
 */
public final class Key {
  /** How much of an HMAC a signature holds. */
  private static final int SIGNATURE_BYTES = 16;

  private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

  private final String id;
  private final byte[] signing;
  private final byte[] sealing;
  private final byte[] token;

  /**
   * @param secret 32 bytes of UTF-8 or more
   */
  Key(String id, String secret) {
    this.id = id;
    this.signing = derived(secret, "nameplate _sig 1");
    this.sealing = derived(secret, "nameplate _x 1");
    this.token = derived(secret, "nameplate jwt 1");
  }

  private static byte[] derived(String secret, String use) {
    return Hkdf.derive(secret.getBytes(UTF_8), new byte[0], use.getBytes(UTF_8));
  }

  /** The name under which addresses refer to it. */
  public String id() {
    return id;
  }

  /** The signature of an address: the first 128 bits of its HMAC in base64url. */
  String sign(List<String> canonical) {
    return BASE64.encodeToString(
        Arrays.copyOf(Hkdf.hmac(signing, Netstrings.write(canonical)), SIGNATURE_BYTES));
  }

  /** Whether two texts are the same, in a time that does not tell where they differ. */
  static boolean same(String expected, String given) {
    return MessageDigest.isEqual(expected.getBytes(UTF_8), given.getBytes(UTF_8));
  }

  /** The key of AES-256-GCM, a copy. */
  byte[] sealing() {
    return sealing.clone();
  }

  /** The key of the API's tokens, 32 bytes, a copy. */
  public byte[] token() {
    return token.clone();
  }

  @Override
  public String toString() {
    return "Key[" + id + "]";
  }
}
