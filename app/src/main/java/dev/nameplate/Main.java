package dev.nameplate;

import dev.nameplate.cli.Program;
import dev.nameplate.cli.Terminal;
import dev.nameplate.config.SettingsException;
import dev.nameplate.text.font.FontException;
import java.time.InstantSource;

/** The program. */
public final class Main {
  private static final int WRONG_USE = 2;

  private Main() {}

  /** Runs a command; without one it serves. */
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
    } catch (SettingsException | FontException wrong) {
      System.err.println(wrong.getMessage());
      return WRONG_USE;
    }
  }
}
