package dev.nameplate.api;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How a URL carries the values. */
public enum UrlKind {
  /** Readable and changeable by anyone. */
  PLAIN,
  /** Readable by anyone, changeable by nobody. */
  SIGNED,
  /** Neither: the values are encrypted. */
  SEALED;

  /** Returns the name in lower case, as a request's body writes it. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Returns the kind with a label, matching case; empty if no kind has this label. */
  public static Optional<UrlKind> ofLabel(String label) {
    return Arrays.stream(values()).filter(kind -> kind.label().equals(label)).findFirst();
  }
}
