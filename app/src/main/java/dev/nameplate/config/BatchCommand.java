package dev.nameplate.config;

import static dev.nameplate.config.CommandOptions.flag;
import static dev.nameplate.config.CommandOptions.one;

import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;

/** The command line of {@code nameplate batch}. */
public final class BatchCommand {
  /** As it is typed. */
  public static final String NAME = "batch";

  private BatchCommand() {}

  /**
   * What was asked.
   *
   * @param out a file's name, {@code -} for standard output; empty for a file beside the list
   * @param dryRun whether the list is audited and nothing written
   */
  public record Asked(
      ListRequest request,
      Optional<String> out,
      boolean resume,
      boolean overwrite,
      boolean dryRun) {}

  /**
   * Reads the arguments that follow {@code batch}.
   *
   * @return empty where help was asked for and printed
   * @throws SettingsException that names everything wrong
   */
  public static Optional<Asked> parse(String... arguments) {
    return CommandOptions.parse(spec(), arguments)
        .map(
            result ->
                new Asked(
                    ListOptions.read(result),
                    CommandOptions.given(result, "--out"),
                    result.matchedOptionValue("--resume", false),
                    result.matchedOptionValue("--overwrite", false),
                    result.matchedOptionValue("--dry-run", false)));
  }

  private static CommandSpec spec() {
    CommandSpec spec =
        CommandOptions.command(
            NAME,
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
}
