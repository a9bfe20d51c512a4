package dev.nameplate.cli;

import dev.nameplate.boot.Application;
import dev.nameplate.config.Settings;
import dev.nameplate.config.SettingsException;
import dev.nameplate.preflight.Report;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/** {@code nameplate check}: tries templates with edge-case data and reports what is wrong. */
final class CheckCommand implements Command {
  private static final String FAIL_ON = "--fail-on";
  private static final String NOTE = "note";
  private static final List<String> LEVELS = List.of("fault", NOTE);

  @Override
  public String name() {
    return "check";
  }

  @Override
  public CommandSpec spec() {
    CommandSpec spec =
        CommandOptions.command(
            "Tries templates with edge-case data. Ends with 0 where nothing is wrong, 1 where"
                + " something is, 2 where the check itself cannot run.");
    spec.addPositional(
        PositionalParamSpec.builder()
            .arity("0..*")
            .type(List.class)
            .auxiliaryTypes(String.class)
            .paramLabel("<template>")
            .description("Ids; all templates where none is given.")
            .build());
    spec.addOption(
        CommandOptions.one("--pictures", "<folder>", "Writes a picture of each finding there."));
    spec.addOption(CommandOptions.flag("--json", "Prints JSON, not a table."));
    spec.addOption(
        CommandOptions.one(
            FAIL_ON,
            "<level>",
            "What ends with 1: fault (the default), or note, which means both."));
    CommandOptions.addSettings(spec, CommandOptions.FOLDERS);
    return spec;
  }

  @Override
  public int run(ParseResult line, Terminal terminal) {
    String level = CommandOptions.given(line, FAIL_ON).orElse(LEVELS.get(0));
    if (!LEVELS.contains(level)) {
      throw new SettingsException(
          List.of(FAIL_ON + " is '" + level + "'; allowed: " + String.join(", ", LEVELS)));
    }
    Settings settings =
        Settings.read(
            terminal.environment(), CommandOptions.settings(line, CommandOptions.FOLDERS));
    try (Application application = Application.offline(settings)) {
      List<String> ids = line.matchedPositionalValue(0, List.of());
      Report report =
          report(application, ids, CommandOptions.given(line, "--pictures").map(Path::of));
      terminal.print(line.matchedOptionValue("--json", false) ? report.json() : report.table());
      return report.isClean() && !(level.equals(NOTE) && report.hasNotes()) ? OK : FOUND;
    }
  }

  /**
   * Checks templates.
   *
   * @param ids of those to check; none checks all
   * @param pictures the folder for a picture of each finding; empty for no pictures
   * @throws SettingsException where there is no template with one of the ids
   */
  static Report report(Application application, List<String> ids, Optional<Path> pictures) {
    return new CheckedTemplates(application, pictures).report(ids);
  }
}
