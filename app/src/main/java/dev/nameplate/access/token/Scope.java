package dev.nameplate.access.token;

import java.util.Arrays;
import java.util.Optional;

/** What a token may be used for. */
public enum Scope {
  /** URLs of pictures, and explanations of them. */
  IMAGES("images"),
  /** Batches. */
  BATCHES("batches"),
  /** The list of templates and what is in them. */
  TEMPLATES_READ("templates:read"),
  /** Changes to templates. */
  TEMPLATES_WRITE("templates:write"),
  /** Usage counts. */
  USAGE("usage");

  private final String label;

  Scope(String label) {
    this.label = label;
  }

  /** Returns the scope's name as a token and the command line write it. */
  public String label() {
    return label;
  }

  /** Returns the scope with a label, matching case; empty if no scope has this label. */
  public static Optional<Scope> ofLabel(String label) {
    return Arrays.stream(values()).filter(scope -> scope.label.equals(label)).findFirst();
  }
}
