package dev.nameplate.config;

import java.util.Locale;
import java.util.Optional;

/**
 * The description of one setting. The settings page and {@code --help} are generated from these.
 *
 * @param name of the environment variable; starts with {@code NAMEPLATE_}
 * @param secret whether its value must not be shown; a secret has no command-line option
 * @param type parses and writes its values
 * @param defaultValue used where the setting is absent; the settings records of the packages own
 *     the numbers
 * @param meaning one sentence for operators
 */
public record EnvVar<T>(
    String name, boolean secret, ValueType<T> type, T defaultValue, String meaning) {
  private static final String PREFIX = "NAMEPLATE_";

  /**
   * @throws IllegalArgumentException where the name has another prefix
   */
  public EnvVar {
    if (!name.startsWith(PREFIX)) {
      throw new IllegalArgumentException("a setting's name begins with " + PREFIX + ": " + name);
    }
  }

  /** A setting that is no secret. */
  static <T> EnvVar<T> of(String name, ValueType<T> type, T defaultValue, String meaning) {
    return new EnvVar<>(name, false, type, defaultValue, meaning);
  }

  /**
   * Returns the command-line option, such as {@code --port}; an empty text for a secret, since
   * other users of the machine see command lines.
   */
  public String option() {
    String words = name.substring(PREFIX.length()).toLowerCase(Locale.ROOT).replace('_', '-');
    return secret ? "" : "--" + words;
  }

  /** Returns the default as an operator would write it; an empty text for a secret. */
  public String defaultText() {
    return secret ? "" : type.write(defaultValue);
  }

  /** Returns the value of a text; empty where the text is not allowed. */
  public Optional<T> parse(String text) {
    return type.read(text);
  }
}
