package dev.nameplate.access.sign;

/** The parameters that say how an address is to be taken. */
final class ControlParameters {
  static final String SIGNATURE = "_sig";
  static final String EXPIRES = "_exp";
  static final String LOCK = "_lock";
  static final String OPEN = "_open";
  static final String SEALED = "_x";

  private ControlParameters() {}
}
