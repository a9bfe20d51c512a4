package dev.nameplate.cli;

import dev.nameplate.boot.Application;
import dev.nameplate.config.EnvVar;
import dev.nameplate.config.Settings;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code nameplate serve}, and {@code nameplate} alone: the server. */
final class ServeCommand implements Command {
  @Override
  public String name() {
    return "serve";
  }

  @Override
  public CommandSpec spec() {
    CommandSpec spec =
        CommandOptions.command("Serves pictures. Every option is an environment variable too.");
    CommandOptions.addSettings(spec, options());
    return spec;
  }

  /** Every setting but secrets, which other users of the machine would see on a command line. */
  private static List<EnvVar<?>> options() {
    return Settings.ALL.stream().filter(setting -> !setting.secret()).toList();
  }

  @Override
  public int run(ParseResult line, Terminal terminal) {
    return serve(CommandOptions.settings(line, options()), terminal);
  }

  /** Serves with the settings of the environment alone. */
  int run(Terminal terminal) {
    return serve(Map.of(), terminal);
  }

  /** Starts the server, whose threads keep the process alive after this has returned. */
  private static int serve(Map<String, String> options, Terminal terminal) {
    Settings settings = Settings.read(terminal.environment(), options);
    Application application = Application.open(settings, terminal.clock());
    application.warmUp(settings.warmUp());
    Runtime.getRuntime().addShutdownHook(new Thread(application::close, "stop"));
    terminal.err().println("Nameplate serves on http://localhost:" + application.port());
    return OK;
  }
}
