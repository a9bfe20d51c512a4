package dev.nameplate.config;

import java.util.List;

/** Settings that break their rules, all of them at once. */
public final class SettingsException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public SettingsException(List<String> faults) {
    super(String.join(System.lineSeparator(), faults));
  }
}
