package dev.nameplate.cli;

import dev.nameplate.boot.Application;
import dev.nameplate.config.Settings;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code nameplate audit}: what is wrong with a list of recipients. */
final class AuditCommand implements Command {
  @Override
  public String name() {
    return "audit";
  }

  @Override
  public CommandSpec spec() {
    CommandSpec spec =
        CommandOptions.command(
            "Says what is wrong with a list of recipients before anything is sent. Ends with 0,"
                + " with 1 where --fail-on says so, with 2 where the list cannot be used.");
    ListOptions.add(spec);
    return spec;
  }

  @Override
  public int run(ParseResult line, Terminal terminal) {
    ListRequest request = ListOptions.read(line);
    Settings settings = Settings.read(terminal.environment(), request.settings());
    try (Application application = Application.offline(settings)) {
      return new ListTools(application, settings, terminal).audit(request);
    }
  }
}
