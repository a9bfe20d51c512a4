package dev.nameplate.access.sign;

import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** HKDF with SHA-256 (RFC 5869) for keys of 32 bytes, one round of its expansion. */
final class Hkdf {
  private static final String HMAC = "HmacSHA256";
  private static final int LENGTH = 32;

  private Hkdf() {}

  /**
   * Returns a key of 32 bytes, the caller's own.
   *
   * @param secret the input keying material, of any length
   * @param salt empty for none, which means as many zeros as a hash has bytes
   * @param info what the key is for
   */
  static byte[] derive(byte[] secret, byte[] salt, byte[] info) {
    byte[] extracted = hmac(salt.length == 0 ? new byte[LENGTH] : salt, secret);
    byte[] block = new byte[info.length + 1];
    System.arraycopy(info, 0, block, 0, info.length);
    block[info.length] = 1;
    return hmac(extracted, block);
  }

  /** Returns the HMAC-SHA-256 (RFC 2104) of a message: 32 bytes, the caller's own. */
  static byte[] hmac(byte[] key, byte[] message) {
    try {
      Mac mac = Mac.getInstance(HMAC);
      mac.init(new SecretKeySpec(key, HMAC));
      return mac.doFinal(message);
    } catch (NoSuchAlgorithmException | InvalidKeyException absent) {
      throw new IllegalStateException("every Java runtime has " + HMAC, absent);
    }
  }
}
