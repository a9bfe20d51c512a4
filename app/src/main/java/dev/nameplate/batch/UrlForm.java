package dev.nameplate.batch;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How a URL carries a recipient's values. */
public enum UrlForm {
  /** Readable by anyone, changeable by anyone. */
  PLAIN,
  /** Readable by anyone, changeable by nobody. */
  SIGNED,
  /** Neither: the values are encrypted. */
  SEALED;

  /** As it is typed. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The form of a label; empty where it is none. */
  public static Optional<UrlForm> ofLabel(String label) {
    return Arrays.stream(values()).filter(form -> form.label().equals(label)).findFirst();
  }
}
