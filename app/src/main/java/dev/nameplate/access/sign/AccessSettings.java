package dev.nameplate.access.sign;

import dev.nameplate.template.Access;

/**
 * Keys, and the access to templates.
 *
 * @param keys sign and seal URLs
 * @param defaultAccess of templates that do not set {@code access}
 */
public record AccessSettings(KeyRing keys, Access defaultAccess) {
  /**
   * No keys: templates that do not set {@code access} are open, and those that require signed URLs
   * cannot be requested.
   */
  public static final AccessSettings DEFAULT = new AccessSettings(KeyRing.NONE, Access.OPEN);

  /**
   * @throws IllegalArgumentException where signed URLs are the default and there is no key
   */
  public AccessSettings {
    if (defaultAccess == Access.SIGNED && keys.isEmpty()) {
      throw new IllegalArgumentException("signed addresses need a key");
    }
  }
}
