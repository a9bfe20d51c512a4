package dev.nameplate.config;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where values come from. Wrong values are collected in {@code faults}, and the default is used in
 * their place.
 */
record Source(Map<String, String> environment, Map<String, String> options, List<String> faults) {
  <T> T value(EnvVar<T> setting) {
    String text = text(setting);
    Optional<T> value = setting.secret() && text.isEmpty() ? Optional.empty() : setting.parse(text);
    if (value.isEmpty() && !text.isEmpty()) {
      fault(setting, setting.secret() ? "set, but not as it must be" : "'" + text + "'");
    }
    return value.orElse(setting.defaultValue());
  }

  void fault(EnvVar<?> setting, String found) {
    faults.add(
        setting.name()
            + " is "
            + found
            + "; allowed: "
            + setting.type().rule()
            + ". See app/docs/settings.md");
  }

  void throwIfInvalid() {
    if (!faults.isEmpty()) {
      throw new SettingsException(faults);
    }
  }

  private String text(EnvVar<?> setting) {
    return Optional.ofNullable(options.get(setting.option()))
        .or(() -> Optional.ofNullable(environment.get(setting.name())))
        .or(
            () ->
                setting.equals(Settings.PORT)
                    ? Optional.ofNullable(environment.get("PORT"))
                    : Optional.empty())
        .orElseGet(setting::defaultText);
  }
}
