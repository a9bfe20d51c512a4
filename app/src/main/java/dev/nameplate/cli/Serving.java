package dev.nameplate.cli;

import dev.nameplate.boot.Application;
import dev.nameplate.boot.Machine;
import dev.nameplate.config.MemoryBudget;
import dev.nameplate.config.Settings;
import dev.nameplate.config.SettingsException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;

/** Starts the server. */
final class Serving {
  private Serving() {}

  /**
   * Starts the server and returns; its threads keep the process alive.
   *
   * @param options settings by option, with precedence over the environment
   * @throws SettingsException where a setting is wrong or a port cannot be listened on
   */
  static void start(Map<String, String> options, Terminal terminal) {
    Application application = open(Settings.read(terminal.environment(), options), terminal);
    Runtime.getRuntime().addShutdownHook(new Thread(application::stop, "stop"));
    terminal.err().println("Nameplate serves on http://localhost:" + application.port());
  }

  /**
   * Starts the server with caches that fit this machine, and says what it saw of it.
   *
   * @throws SettingsException where a port cannot be listened on
   */
  static Application open(Settings read, Terminal terminal) {
    Machine machine = Machine.read();
    Settings settings = MemoryBudget.fit(read, machine.heap());
    Application application = opened(settings, terminal);
    machine.words(read, settings).forEach(terminal.err()::println);
    application.warmUp(settings.warmUp());
    return application;
  }

  private static Application opened(Settings settings, Terminal terminal) {
    try {
      return Application.open(settings, terminal.clock());
    } catch (UncheckedIOException fault) {
      throw new SettingsException(List.of(String.valueOf(fault.getMessage())));
    }
  }
}
