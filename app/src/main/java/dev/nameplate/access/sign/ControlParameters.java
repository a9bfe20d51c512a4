package dev.nameplate.access.sign;

/**
 * Names of the query parameters that control access; their form is in {@code app/docs/signing.md}.
 */
final class ControlParameters {
  static final String SIGNATURE = "_sig";
  static final String EXPIRES = "_exp";
  static final String LOCK = "_lock";
  static final String OPEN = "_open";
  static final String SEALED = "_x";
  static final String VERSION = "_v";

  private ControlParameters() {}
}
