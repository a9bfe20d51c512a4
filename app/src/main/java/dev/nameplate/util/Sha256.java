package dev.nameplate.util;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** The digest that fonts are known by. */
public final class Sha256 {
  private Sha256() {}

  public static MessageDigest start() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException absent) {
      throw new IllegalStateException("every Java runtime has SHA-256", absent);
    }
  }
}
