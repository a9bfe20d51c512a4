package dev.nameplate.template.field;

/**
 * Content that a value of kind text may not have unless its field allows it. Anyone can write
 * values into a URL, so links and telephone numbers are refused by default.
 */
public enum AllowedContent {
  /** A web address, {@code example.com}. */
  URL,
  /** A telephone number. */
  PHONE;

  /** The name in {@code allow} of a template: {@code url} or {@code phone}. */
  public String label() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }
}
