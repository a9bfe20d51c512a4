package dev.nameplate.fetch;

import java.io.IOException;

/** The guard refuses an address. The message names the rule, not the address. */
final class RefusedAddressException extends IOException {
  private static final long serialVersionUID = 1L;

  RefusedAddressException(String rule) {
    super(rule);
  }
}
