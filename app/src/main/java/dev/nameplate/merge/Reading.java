package dev.nameplate.merge;

/** What a kind makes of a clean text: its value, or why it is not of the kind. */
sealed interface Reading {
  record Read(FieldValue value) implements Reading {}

  /**
   * Not of the kind.
   *
   * @param detail for the author; says nothing of the value
   */
  record Refused(String detail) implements Reading {}

  static Reading text(String shown) {
    return new Read(new FieldValue.Text(shown));
  }
}
