package dev.nameplate.redis;

import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Names of keys in Redis for what may not stand there itself, such as a client's address: the first
 * 128 bits of an HMAC-SHA-256 (RFC 2104). Nodes with the same secret make the same names.
 */
final class KeyNames {
  private static final String HMAC = "HmacSHA256";
  private static final int BYTES = 16;

  /** Hides addresses from a glance only: there are few of them. */
  private static final byte[] WITHOUT_SECRET = "nameplate".getBytes(StandardCharsets.US_ASCII);

  private final byte[] secret;

  /**
   * @param secret from {@code NAMEPLATE_KEYS}; empty where there are none
   */
  KeyNames(Optional<byte[]> secret) {
    this.secret = secret.orElse(WITHOUT_SECRET).clone();
  }

  /** The name for a text: 32 lower-case hexadecimal digits. */
  String of(String text) {
    try {
      Mac mac = Mac.getInstance(HMAC);
      mac.init(new SecretKeySpec(secret, HMAC));
      byte[] digest = mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest, 0, BYTES);
    } catch (NoSuchAlgorithmException | InvalidKeyException absent) {
      throw new IllegalStateException("every Java runtime has " + HMAC, absent);
    }
  }
}
