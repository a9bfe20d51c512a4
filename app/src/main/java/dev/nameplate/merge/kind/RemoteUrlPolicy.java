package dev.nameplate.merge.kind;

/**
 * Which schemes and ports URLs of remote images may have. Hosts are checked against the field's
 * list in any case.
 */
public enum RemoteUrlPolicy {
  /** {@code https} on port 443 only. */
  PUBLIC,
  /**
   * {@code http} and {@code https} on any port, since the operator allows private address ranges.
   * Whether the host's address is in one of them is checked when it is connected to.
   */
  OPERATORS
}
