package dev.nameplate.template.field;

/** What a stranger may not write into a text, unless its field says so. */
public enum AllowedContent {
  /** An address of the web, {@code example.com}. */
  URL,
  /** A telephone number. */
  PHONE;

  /** As a template writes it. */
  public String label() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }
}
