package dev.nameplate.config;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** Where the work folder is where a setting does not name one. */
final class WorkPlace {
  private static final String NAME = "nameplate";

  private WorkPlace() {}

  /**
   * A user's own: {@code nameplate} below {@code $XDG_STATE_HOME}, which is {@code ~/.local/state}
   * where it is not set (XDG Base Directory Specification 0.8; a relative path there counts as not
   * set), on macOS below {@code ~/Library/Application Support}.
   *
   * @param environment of the process
   * @param system the name of the operating system, as Java tells it
   * @return empty where the environment names no home
   */
  static Optional<Path> ofUser(Map<String, String> environment, String system) {
    Optional<Path> state =
        Optional.ofNullable(environment.get("XDG_STATE_HOME"))
            .flatMap(WorkPlace::named)
            .filter(Path::isAbsolute);
    String below = system.startsWith("Mac") ? "Library/Application Support" : ".local/state";
    return state
        .or(
            () ->
                Optional.ofNullable(environment.get("HOME"))
                    .flatMap(WorkPlace::named)
                    .filter(Path::isAbsolute)
                    .map(home -> home.resolve(below)))
        .map(folder -> folder.resolve(NAME));
  }

  /** The folder that a setting names; empty where that is no path. */
  static Optional<Path> named(String text) {
    try {
      return text.isBlank() ? Optional.empty() : Optional.of(Path.of(text));
    } catch (InvalidPathException noPath) {
      return Optional.empty();
    }
  }
}
