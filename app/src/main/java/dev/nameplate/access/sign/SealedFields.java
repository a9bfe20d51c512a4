package dev.nameplate.access.sign;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Encrypts the values in a URL, so that who sees the URL does not see them: AES-256-GCM (NIST SP
 * 800-38D) with a nonce of 96 bits and a tag of 128 bits. The key's id and the template's id are
 * authenticated too, so that values sealed for one template do not open for another.
 *
 * <p>The nonce is synthetic, as in SIV (RFC 5297): the first 12 bytes of HMAC-SHA-256, under a key
 * of its own, over the associated data and the plaintext. Equal values give an equal text, and no
 * nonce is used for two plaintexts unless 96 bits of an HMAC collide.
 */
public final class SealedFields {
  /** Length of a nonce in bytes. */
  static final int NONCE_BYTES = 12;

  private static final String VERSION = "nameplate-x-1";
  private static final int TAG_BITS = 128;
  private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

  private final KeyRing keys;

  /**
   * @param keys those that open values
   */
  public SealedFields(KeyRing keys) {
    this.keys = keys;
  }

  /**
   * Returns the text of {@code _x}: the key's id, a full stop and base64url. It is the same for the
   * same key, template and values.
   *
   * @param template the id
   */
  static String seal(Key key, String template, SealedValues values) {
    byte[] plain = Netstrings.write(values.items());
    byte[] nonce = nonce(key, template, plain);
    try {
      byte[] sealed = cipher(Cipher.ENCRYPT_MODE, key, template, nonce).doFinal(plain);
      byte[] all = ByteBuffer.allocate(nonce.length + sealed.length).put(nonce).put(sealed).array();
      return key.id() + "." + BASE64.encodeToString(all);
    } catch (GeneralSecurityException absent) {
      throw new IllegalStateException("every Java runtime has AES-GCM", absent);
    }
  }

  /**
   * Decrypts the text of {@code _x}. The values may have expired.
   *
   * @param template the id
   * @param text the text of {@code _x}, of any content
   * @return the values, in the order in which they were sealed; empty where the text was not sealed
   *     for this template with one of the keys
   */
  public Optional<SealedValues> open(String template, String text) {
    int dot = text.indexOf('.');
    String sealed = text.substring(dot + 1);
    return keys.find(text.substring(0, Math.max(0, dot)))
        .flatMap(key -> bytes(sealed).flatMap(bytes -> opened(key, template, bytes)))
        .flatMap(Netstrings::read)
        .flatMap(SealedValues::of);
  }

  private static Optional<byte[]> opened(Key key, String template, byte[] bytes) {
    if (bytes.length < NONCE_BYTES + TAG_BITS / 8) {
      return Optional.empty();
    }
    byte[] nonce = Arrays.copyOf(bytes, NONCE_BYTES);
    try {
      return Optional.of(
          cipher(Cipher.DECRYPT_MODE, key, template, nonce)
              .doFinal(bytes, NONCE_BYTES, bytes.length - NONCE_BYTES));
    } catch (AEADBadTagException changed) {
      return Optional.empty();
    } catch (GeneralSecurityException absent) {
      throw new IllegalStateException("every Java runtime has AES-GCM", absent);
    }
  }

  /** The first 12 bytes of the HMAC over associated data and plaintext. */
  static byte[] nonce(Key key, String template, byte[] plain) {
    byte[] bound = bound(key, template);
    byte[] message = Arrays.copyOf(bound, bound.length + plain.length);
    System.arraycopy(plain, 0, message, bound.length, plain.length);
    return Arrays.copyOf(key.nonceMac(message), NONCE_BYTES);
  }

  /** The associated data: what the ciphertext is bound to. */
  private static byte[] bound(Key key, String template) {
    return Netstrings.write(List.of(VERSION, key.id(), template));
  }

  private static Cipher cipher(int mode, Key key, String template, byte[] nonce)
      throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(
        mode, new SecretKeySpec(key.sealing(), "AES"), new GCMParameterSpec(TAG_BITS, nonce));
    cipher.updateAAD(bound(key, template));
    return cipher;
  }

  /** The bytes of a base64url text (RFC 4648, section 5) in its canonical form, without padding. */
  private static Optional<byte[]> bytes(String text) {
    try {
      byte[] bytes = Base64.getUrlDecoder().decode(text);
      return BASE64.encodeToString(bytes).equals(text) ? Optional.of(bytes) : Optional.empty();
    } catch (IllegalArgumentException notBase64) {
      return Optional.empty();
    }
  }
}
