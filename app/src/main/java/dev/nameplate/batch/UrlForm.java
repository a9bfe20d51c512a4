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

  /** Returns the name in lower case, as it is typed on the command line. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Returns the form with a label, matching case; empty if no form has this label. */
  public static Optional<UrlForm> ofLabel(String label) {
    return Arrays.stream(values()).filter(form -> form.label().equals(label)).findFirst();
  }
}
