package dev.nameplate.cli;

import static dev.nameplate.cli.CommandOptions.flag;
import static dev.nameplate.cli.CommandOptions.one;

import dev.nameplate.boot.Application;
import dev.nameplate.config.Settings;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code nameplate batch}: a list of recipients again, with the URL of each one's picture. */
final class BatchCommand implements Command {
  /**
   * The options of a line.
   *
   * @param list the options that it shares with {@code audit}
   * @param out a file's name, {@code -} for standard output; empty for a file beside the list
   * @param dryRun whether the list is audited and nothing written
   */
  record Request(
      ListRequest list, Optional<String> out, boolean resume, boolean overwrite, boolean dryRun) {}

  @Override
  public String name() {
    return "batch";
  }

  @Override
  public CommandSpec spec() {
    CommandSpec spec =
        CommandOptions.command(
            "Writes a list of recipients again with the URL of each one's picture. Ends with 0"
                + " where every row has one or is empty, 1 where rows failed, 2 where the list"
                + " cannot be used, 3 where it was interrupted and --resume goes on.");
    ListOptions.add(spec);
    spec.addOption(
        one(
            "--out",
            "<file>",
            "Where it goes; people.urls.csv for people.csv, - for standard output."));
    spec.addOption(flag("--resume", "Goes on with a run that was interrupted."));
    spec.addOption(flag("--overwrite", "Replaces the file that is there, or an interrupted run."));
    spec.addOption(flag("--dry-run", "Says what is wrong with the list, and writes nothing."));
    return spec;
  }

  @Override
  public int run(ParseResult line, Terminal terminal) {
    Request request = request(line);
    Settings settings = Settings.read(terminal.environment(), request.list().settings());
    try (Application application = Application.offline(settings)) {
      return new ListTools(application, settings, terminal).batch(request);
    }
  }

  /**
   * Reads a line.
   *
   * @throws dev.nameplate.config.SettingsException that names everything wrong
   */
  static Request request(ParseResult line) {
    return new Request(
        ListOptions.read(line),
        CommandOptions.given(line, "--out"),
        line.matchedOptionValue("--resume", false),
        line.matchedOptionValue("--overwrite", false),
        line.matchedOptionValue("--dry-run", false));
  }
}
