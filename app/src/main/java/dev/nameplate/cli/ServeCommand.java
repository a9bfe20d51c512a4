package dev.nameplate.cli;

import dev.nameplate.config.EnvVar;
import dev.nameplate.config.Settings;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code nameplate serve}: the server. */
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

  /** Every setting but secrets, since other users of the machine see command lines. */
  private static List<EnvVar<?>> options() {
    return Settings.ALL.stream().filter(setting -> !setting.secret()).toList();
  }

  @Override
  public int run(ParseResult line, Terminal terminal) {
    Serving.start(CommandOptions.settings(line, options()), terminal);
    return OK;
  }
}
