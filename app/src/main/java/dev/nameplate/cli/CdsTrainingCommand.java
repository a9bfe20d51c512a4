package dev.nameplate.cli;

import dev.nameplate.boot.Application;
import dev.nameplate.boot.CdsTrainingRun;
import dev.nameplate.config.Settings;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code nameplate cds-training-run}: the run that the build makes the class archive of. */
final class CdsTrainingCommand implements Command {
  @Override
  public String name() {
    return "cds-training-run";
  }

  @Override
  public CommandSpec spec() {
    CommandSpec spec =
        CommandOptions.command("Serves each template and stops, for the archive of classes.");
    CommandOptions.addSettings(spec, CommandOptions.FOLDERS);
    spec.usageMessage().hidden(true);
    return spec;
  }

  @Override
  public int run(ParseResult line, Terminal terminal) {
    Settings settings =
        Settings.read(
            CdsTrainingRun.ENVIRONMENT, CommandOptions.settings(line, CommandOptions.FOLDERS));
    try (Application application = Serving.open(settings, terminal)) {
      CdsTrainingRun.run(application);
    }
    return OK;
  }
}
