package dev.nameplate.cli;

import static dev.nameplate.cli.CommandOptions.flag;
import static dev.nameplate.cli.CommandOptions.one;

import dev.nameplate.batch.job.JobMode;
import dev.nameplate.boot.Application;
import dev.nameplate.config.Settings;
import dev.nameplate.config.SettingsException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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
   * @param drawing what is drawn; empty for URLs alone
   */
  record Request(
      ListRequest list,
      Optional<String> out,
      boolean resume,
      boolean overwrite,
      boolean dryRun,
      Optional<Drawing> drawing) {}

  /**
   * What is drawn.
   *
   * @param target where files go; empty for pictures ahead of requests
   * @param zip whether the target is an archive; else it is a folder
   * @param names the heading of the column of which files get their names; empty for the first
   *     field's
   */
  record Drawing(JobMode mode, Optional<Path> target, boolean zip, Optional<String> names) {}

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
    spec.addOption(one("--files", "<folder>", "Draws a file for each row into a folder."));
    spec.addOption(
        one(
            "--zip",
            "<file>",
            "Draws a file for each row into an archive; certs-2.zip and on where certs.zip is"
                + " full."));
    spec.addOption(
        flag(
            "--prerender",
            "Draws the pictures ahead of requests into the work folder of the server."));
    spec.addOption(
        one("--names", "<heading>", "The column of which files get their names behind the row."));
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
    List<String> faults = new ArrayList<>();
    Optional<Drawing> drawing = drawing(line, faults);
    if (!faults.isEmpty()) {
      throw new SettingsException(faults);
    }
    return new Request(
        ListOptions.read(line),
        CommandOptions.given(line, "--out"),
        line.matchedOptionValue("--resume", false),
        line.matchedOptionValue("--overwrite", false),
        line.matchedOptionValue("--dry-run", false),
        drawing);
  }

  private static Optional<Drawing> drawing(ParseResult line, List<String> faults) {
    Optional<String> files = CommandOptions.given(line, "--files");
    Optional<String> zip = CommandOptions.given(line, "--zip");
    Optional<String> names = CommandOptions.given(line, "--names");
    boolean prerender = line.matchedOptionValue("--prerender", false);
    int chosen = (files.isPresent() ? 1 : 0) + (zip.isPresent() ? 1 : 0) + (prerender ? 1 : 0);
    if (chosen > 1) {
      faults.add("--files, --zip and --prerender are apart; choose one");
    }
    if (names.isPresent() && files.isEmpty() && zip.isEmpty()) {
      faults.add("--names goes with --files or --zip");
    }
    if (prerender) {
      return Optional.of(new Drawing(JobMode.PRERENDER, Optional.empty(), false, names));
    }
    try {
      return files
          .or(() -> zip)
          .map(Path::of)
          .map(path -> new Drawing(JobMode.FILES, Optional.of(path), zip.isPresent(), names));
    } catch (InvalidPathException wrong) {
      faults.add("--files or --zip is no file's name");
      return Optional.empty();
    }
  }
}
