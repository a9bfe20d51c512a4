package dev.nameplate.batch.webhook;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Signs calls as Standard Webhooks 1.0 says: HMAC-SHA-256 over id, timestamp and body with dots
 * between, in base64 behind {@code v1,}.
 */
public final class WebhookSecret {
  private final byte[] key;

  /**
   * @param key 24 to 64 bytes, copied
   */
  public WebhookSecret(byte[] key) {
    this.key = key.clone();
  }

  /** Returns the secret as receivers take it: {@code whsec_} and base64. */
  public String text() {
    return "whsec_" + Base64.getEncoder().encodeToString(key);
  }

  /**
   * Returns the value of {@code webhook-signature}.
   *
   * @param id of the message, the same for each try
   * @param seconds since 1970 of this try
   */
  public String sign(String id, long seconds, byte[] body) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      mac.update((id + "." + seconds + ".").getBytes(StandardCharsets.UTF_8));
      return "v1," + Base64.getEncoder().encodeToString(mac.doFinal(body));
    } catch (GeneralSecurityException absent) {
      throw new IllegalStateException("every Java runtime has HmacSHA256", absent);
    }
  }

  @Override
  public String toString() {
    return "WebhookSecret";
  }
}
