package dev.nameplate.cli;

import java.util.Map;

/** The program's line. Where it is empty the server starts without the library that reads lines. */
public final class Program {
  private Program() {}

  /**
   * Runs a line.
   *
   * @return the exit status: 0; 1 where a check found something or rows of a list failed; 2 where a
   *     list cannot be used; 3 where its run was interrupted
   * @throws dev.nameplate.config.SettingsException where the line cannot be understood, or a value
   *     on it or a setting is wrong
   */
  public static int run(Terminal terminal, String... arguments) {
    if (arguments.length == 0) {
      Serving.start(Map.of(), terminal);
      return 0;
    }
    return Commands.run(terminal, arguments);
  }
}
