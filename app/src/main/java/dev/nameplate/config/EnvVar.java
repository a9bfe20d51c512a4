package dev.nameplate.config;

import java.util.Optional;
import java.util.function.Function;

/**
 * One setting: its name, its meaning, and the rule its value must keep.
 *
 * @param name of the environment variable
 * @param option of the command line, {@code --port}; empty for a secret, which others would see
 *     there
 * @param preset as text; empty for none
 * @param rule what values are allowed, in words
 * @param meaning one sentence
 * @param parser empty where a value breaks the rule
 */
public record EnvVar<T>(
    String name,
    String option,
    String preset,
    String rule,
    String meaning,
    Function<String, Optional<T>> parser) {

  /** Whether its value may be shown to nobody. */
  boolean isSecret() {
    return option.isEmpty();
  }

  /** The value of a text. */
  public Optional<T> parse(String text) {
    return parser.apply(text);
  }
}
