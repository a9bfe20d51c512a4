package dev.nameplate.template;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Who may have a template's pictures. */
public enum Access {
  /** Anyone, with any values. */
  OPEN,
  /** Whoever holds an address that was signed with a key of the server's. */
  SIGNED;

  /** As templates and settings write it. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The one of a label; empty where it is none. */
  public static Optional<Access> ofLabel(String label) {
    return Arrays.stream(values()).filter(access -> access.label().equals(label)).findFirst();
  }
}
