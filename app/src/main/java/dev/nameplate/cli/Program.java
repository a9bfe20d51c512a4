package dev.nameplate.cli;

import java.util.Map;

/**
 * Runs the program's arguments. Without arguments the server starts without loading picocli, which
 * saves time.
 */
public final class Program {
  private Program() {}

  /**
   * Runs the command that the arguments name; without arguments, starts the server.
   *
   * @return the exit status: 0 for success; 1 where a check has findings or rows of a list failed;
   *     2 where a list cannot be used; 3 where its run was interrupted
   * @throws dev.nameplate.config.SettingsException where an argument or a setting is wrong
   */
  public static int run(Terminal terminal, String... arguments) {
    if (arguments.length == 0) {
      Serving.start(Map.of(), terminal);
      return 0;
    }
    return Commands.run(terminal, arguments);
  }
}
