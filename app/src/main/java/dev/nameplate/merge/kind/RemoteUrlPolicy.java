package dev.nameplate.merge.kind;

/** Which addresses of pictures are looked at, before their hosts are. */
public enum RemoteUrlPolicy {
  /** {@code https} on its own port. */
  PUBLIC,
  /**
   * Plain {@code http} and other ports too, since the operator names address ranges that may be
   * called so; whether a host lies in one is seen when it is called.
   */
  OPERATORS
}
