package dev.nameplate.config;

import java.util.List;

/** Wrong settings or arguments. The message lists all of them, a line each, for the operator. */
public final class SettingsException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * @param faults one sentence for each wrong value, without secrets
   */
  public SettingsException(List<String> faults) {
    super(String.join(System.lineSeparator(), faults));
  }
}
