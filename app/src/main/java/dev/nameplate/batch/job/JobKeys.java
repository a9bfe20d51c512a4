package dev.nameplate.batch.job;

import dev.nameplate.access.sign.Key;
import dev.nameplate.access.sign.KeyRing;
import dev.nameplate.store.WorkFolder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The keys that seal jobs: of {@code NAMEPLATE_KEYS} the first seals new jobs and all open existing
 * ones; without any it is the work folder's own key. Each job has a key derived from one of them.
 */
public final class JobKeys {
  /** The name of the work folder's own key. */
  private static final String FOLDER = "";

  private final KeyRing ring;
  private final WorkFolder work;

  /**
   * @param ring of the server; may be empty
   * @param work whose own key is used where the ring is empty
   */
  public JobKeys(KeyRing ring, WorkFolder work) {
    this.ring = ring;
    this.work = work;
  }

  /** Returns the name of the key that seals new jobs. */
  public String current() {
    return ring.first().map(Key::id).orElse(FOLDER);
  }

  /**
   * Returns a key for one use: 32 bytes, the caller's own.
   *
   * @param name of the key it is derived from
   * @param use a text, the same for the same key
   * @return empty where there is no such key any more, or it cannot be read
   */
  public Optional<byte[]> derived(String name, String use) {
    Optional<byte[]> key = name.equals(FOLDER) ? work.key() : ring.find(name).map(Key::jobs);
    return key.map(secret -> hmac(secret, use.getBytes(StandardCharsets.UTF_8)));
  }

  /** Returns the HMAC-SHA-256 (RFC 2104) of a message: 32 bytes, the caller's own. */
  public static byte[] hmac(byte[] key, byte[] message) {
    return mac(key).doFinal(message);
  }

  /** Returns the HMAC-SHA-256 of a message as 64 hexadecimal digits. */
  static String hex(byte[] key, String message) {
    return HexFormat.of().formatHex(hmac(key, message.getBytes(StandardCharsets.UTF_8)));
  }

  /** Returns an empty HMAC-SHA-256. */
  static Mac mac(byte[] key) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      return mac;
    } catch (GeneralSecurityException absent) {
      throw new IllegalStateException("every Java runtime has HmacSHA256", absent);
    }
  }
}
