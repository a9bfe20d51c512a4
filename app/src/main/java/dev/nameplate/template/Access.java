package dev.nameplate.template;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Who can request a template's pictures. */
public enum Access {
  /** Anyone, with any values. */
  OPEN,
  /** Holders of a URL that is signed with one of the server's keys. */
  SIGNED;

  /** The name in templates and settings: {@code open} or {@code signed}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The constant of a label, case-sensitive; empty where there is none. */
  public static Optional<Access> ofLabel(String label) {
    return Arrays.stream(values()).filter(access -> access.label().equals(label)).findFirst();
  }
}
