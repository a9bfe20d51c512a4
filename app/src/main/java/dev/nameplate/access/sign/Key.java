package dev.nameplate.access.sign;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;

/**
 * A secret, held as the keys derived from it by HKDF (RFC 5869), one for each use, so that neither
 * reveals the other or the secret.
 */
public final class Key {
  /** How many bytes of an HMAC a signature has. */
  private static final int SIGNATURE_BYTES = 16;

  private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

  private final String id;
  private final byte[] signing;

  /** The key of AES-256-GCM: 32 bytes, a copy. */
  private final byte[] sealing;

  private final byte[] token;

  private final byte[] nonces;
  private final byte[] jobs;
  private final byte[] fleet;

  /**
   * @param id the key's name in URLs
   * @param secret 32 bytes of UTF-8 or more
   */
  Key(String id, String secret) {
    this.id = id;
    this.signing = derived(secret, "nameplate _sig 1");
    this.sealing = derived(secret, "nameplate _x 1");
    this.nonces = derived(secret, "nameplate _x nonce 1");
    this.token = derived(secret, "nameplate jwt 1");
    this.jobs = derived(secret, "nameplate jobs 1");
    this.fleet = derived(secret, "nameplate fleet 1");
  }

  private static byte[] derived(String secret, String use) {
    return Hkdf.derive(secret.getBytes(UTF_8), new byte[0], use.getBytes(UTF_8));
  }

  /** Returns the name by which URLs refer to the key. */
  public String id() {
    return id;
  }

  /**
   * The signature of a canonical form: the first 128 bits of its HMAC-SHA-256 (RFC 2104) in
   * base64url without padding (RFC 4648, section 5).
   */
  String sign(List<String> canonical) {
    return BASE64.encodeToString(
        Arrays.copyOf(Hkdf.hmac(signing, Netstrings.write(canonical)), SIGNATURE_BYTES));
  }

  /** Whether two texts are equal, in constant time for texts of one length. */
  static boolean same(String expected, String actual) {
    return MessageDigest.isEqual(expected.getBytes(UTF_8), actual.getBytes(UTF_8));
  }

  /** The HMAC-SHA-256 of a message of which the nonce of sealed values is the beginning. */
  byte[] nonceMac(byte[] message) {
    return Hkdf.hmac(nonces, message);
  }

  /** The key of AES-256-GCM, a copy. */
  byte[] sealing() {
    return sealing.clone();
  }

  /**
   * Returns the key that signs the API's tokens by HMAC-SHA-256: 32 bytes. The array is a copy and
   * the caller's own.
   */
  public byte[] token() {
    return token.clone();
  }

  /**
   * Returns the key from which those are derived that seal the rows of jobs: 32 bytes. The array is
   * a copy and the caller's own.
   */
  public byte[] jobs() {
    return jobs.clone();
  }

  /**
   * Returns the key from which names are made of what several nodes share about clients: 32 bytes.
   * The array is a copy and the caller's own.
   */
  public byte[] fleet() {
    return fleet.clone();
  }

  /** Has the id only, never the secret. */
  @Override
  public String toString() {
    return "Key[" + id + "]";
  }
}
