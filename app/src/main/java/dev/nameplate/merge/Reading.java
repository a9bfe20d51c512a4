package dev.nameplate.merge;

/** What a kind makes of a clean text: its value, or why it is not of the kind. */
sealed interface Reading {
  record Read(FieldValue value) implements Reading {}

  /**
   * Not of the kind.
   *
   * @param reason as the recipient's picture reports it
   * @param detail for the author; says nothing of the value
   */
  record Refused(MissingReason reason, String detail) implements Reading {
    Refused(String detail) {
      this(MissingReason.INVALID, detail);
    }
  }

  static Reading text(String shown) {
    return new Read(new FieldValue.Text(shown));
  }
}
