package dev.nameplate.config;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** The default location of the work folder. */
final class WorkPlace {
  private static final String NAME = "nameplate";

  private WorkPlace() {}

  /**
   * The user's folder: {@code nameplate} below {@code $XDG_STATE_HOME}, by default {@code
   * ~/.local/state} (XDG Base Directory Specification 0.8, which ignores relative paths), on macOS
   * below {@code ~/Library/Application Support}.
   *
   * @param environment the variables of the process
   * @param system the name of the operating system, from {@code os.name}
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

  /** The folder that a setting names; empty where the text is no path. */
  static Optional<Path> named(String text) {
    try {
      return text.isBlank() ? Optional.empty() : Optional.of(Path.of(text));
    } catch (InvalidPathException noPath) {
      return Optional.empty();
    }
  }
}
