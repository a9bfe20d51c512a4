package dev.nameplate.config;

import java.util.Locale;
import java.util.Optional;

/**
 * One setting: its name, its meaning, what values it may have, and the value that it has where
 * nobody sets it. The settings page and {@code --help} are written from this, the default's text
 * from the default itself.
 *
 * @param name of the environment variable
 * @param secret whether its value may be shown to nobody; such a setting has no option
 * @param type reads and writes its values
 * @param defaultValue typed; the settings records of the packages own the numbers
 * @param meaning one sentence
 */
public record EnvVar<T>(
    String name, boolean secret, ValueType<T> type, T defaultValue, String meaning) {
  private static final String PREFIX = "NAMEPLATE_";

  public EnvVar {
    if (!name.startsWith(PREFIX)) {
      throw new IllegalArgumentException("a setting's name begins with " + PREFIX + ": " + name);
    }
  }

  /** A setting that may be shown. */
  static <T> EnvVar<T> of(String name, ValueType<T> type, T defaultValue, String meaning) {
    return new EnvVar<>(name, false, type, defaultValue, meaning);
  }

  /** The option of the command line, {@code --port}; empty for a secret, which others would see. */
  public String option() {
    String words = name.substring(PREFIX.length()).toLowerCase(Locale.ROOT).replace('_', '-');
    return secret ? "" : "--" + words;
  }

  /** The default as an operator would type it; empty for a secret. */
  public String defaultText() {
    return secret ? "" : type.write(defaultValue);
  }

  /** The value of a text; empty where it breaks the rule. */
  public Optional<T> parse(String text) {
    return type.read(text);
  }
}
