package dev.nameplate;

import dev.nameplate.cli.Program;
import dev.nameplate.cli.Terminal;
import dev.nameplate.config.SettingsException;
import dev.nameplate.text.font.FontException;
import java.time.InstantSource;

/** The entry point of the program. */
public final class Main {
  private static final int USAGE_ERROR = 2;

  private Main() {}

  /**
   * Runs the command that the arguments name; without arguments, serves. Exits with the command's
   * status where that is not 0; with 2 and a message on the standard error where arguments,
   * settings or fonts are wrong.
   */
  public static void main(String[] arguments) {
    System.setProperty("java.awt.headless", "true");
    Terminal terminal =
        new Terminal(System.getenv(), System.in, System.out, System.err, InstantSource.system());
    int status = run(terminal, arguments);
    if (status != 0) {
      System.exit(status);
    }
  }

  private static int run(Terminal terminal, String... arguments) {
    try {
      return Program.run(terminal, arguments);
    } catch (SettingsException | FontException fault) {
      System.err.println(fault.getMessage());
      return USAGE_ERROR;
    }
  }
}
