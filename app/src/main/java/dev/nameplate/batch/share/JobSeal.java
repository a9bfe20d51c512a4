package dev.nameplate.batch.share;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Seals what is shared of a job: AES-256-GCM (NIST SP 800-38D) with a random nonce of 12 bytes
 * before it. Authenticated with it are the job's id and the place where it lies, so that nothing
 * can be put into another's place. Safe for several threads.
 */
final class JobSeal {
  private static final int NONCE = 12;
  private static final int TAG = 16;
  private static final String CIPHER = "AES/GCM/NoPadding";
  private static final SecureRandom RANDOM = new SecureRandom();

  private final SecretKeySpec key;
  private final String id;

  /**
   * @param key of the job: 32 bytes
   */
  JobSeal(byte[] key, String id) {
    this.key = new SecretKeySpec(key, "AES");
    this.id = id;
  }

  private byte[] crypt(int mode, String place, byte[] nonce, byte[] from, int offset)
      throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance(CIPHER);
    cipher.init(mode, key, new GCMParameterSpec(TAG * Byte.SIZE, nonce));
    cipher.updateAAD((id + "/" + place).getBytes(StandardCharsets.UTF_8));
    return cipher.doFinal(from, offset, from.length - offset);
  }

  /**
   * Returns bytes sealed.
   *
   * @param place where they will lie, another one for all that is sealed
   */
  byte[] seal(String place, byte[] plain) {
    byte[] nonce = new byte[NONCE];
    RANDOM.nextBytes(nonce);
    try {
      byte[] sealed = crypt(Cipher.ENCRYPT_MODE, place, nonce, plain, 0);
      return ByteBuffer.allocate(NONCE + sealed.length).put(nonce).put(sealed).array();
    } catch (GeneralSecurityException absent) {
      throw new IllegalStateException("every Java runtime has " + CIPHER, absent);
    }
  }

  /**
   * Returns what was sealed.
   *
   * @throws IOException where it was altered, moved, or sealed by another key
   */
  byte[] open(String place, byte[] sealed) throws IOException {
    if (sealed.length < NONCE + TAG) {
      throw new IOException("what is shared of a job was altered");
    }
    try {
      return crypt(Cipher.DECRYPT_MODE, place, Arrays.copyOf(sealed, NONCE), sealed, NONCE);
    } catch (GeneralSecurityException altered) {
      throw new IOException("what is shared of a job was altered", altered);
    }
  }

  /** Returns bytes compressed. */
  static byte[] pack(byte[] plain) {
    ByteArrayOutputStream packed = new ByteArrayOutputStream(plain.length / 3 + 64);
    Deflater deflater = new Deflater(Deflater.BEST_SPEED);
    try (DeflaterOutputStream out = new DeflaterOutputStream(packed, deflater)) {
      out.write(plain);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    } finally {
      deflater.end();
    }
    return packed.toByteArray();
  }

  /**
   * Returns what was compressed.
   *
   * @throws IOException where it was not
   */
  static byte[] unpack(byte[] packed) throws IOException {
    try (InflaterInputStream in = new InflaterInputStream(new ByteArrayInputStream(packed))) {
      return in.readAllBytes();
    }
  }
}
