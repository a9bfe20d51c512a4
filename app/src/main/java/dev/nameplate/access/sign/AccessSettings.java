package dev.nameplate.access.sign;

import dev.nameplate.template.Access;

/**
 * Who may have pictures.
 *
 * @param keys the server's
 * @param preset of templates that do not say
 */
public record AccessSettings(KeyRing keys, Access preset) {
  /** Every template that does not say is open; one that says signed can be had by nobody. */
  public static final AccessSettings DEFAULT = new AccessSettings(KeyRing.NONE, Access.OPEN);

  public AccessSettings {
    if (preset == Access.SIGNED && keys.isEmpty()) {
      throw new IllegalArgumentException("signed addresses need a key");
    }
  }
}
