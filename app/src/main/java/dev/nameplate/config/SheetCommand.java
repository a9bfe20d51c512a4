package dev.nameplate.config;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** The command line of {@code nameplate sheet}. */
public final class SheetCommand {
  /** As it is typed. */
  public static final String NAME = "sheet";

  private SheetCommand() {}

  /**
   * What was asked.
   *
   * @param out the file to write
   * @param options settings, by name
   */
  public record Asked(String template, Path out, Map<String, String> options) {
    public Asked {
      options = Map.copyOf(options);
    }
  }

  /**
   * Reads the arguments that follow {@code sheet}.
   *
   * @return empty where help was asked for and printed
   * @throws SettingsException where they cannot be understood
   */
  public static Optional<Asked> parse(String... arguments) {
    return CommandOptions.parse(spec(), arguments).map(SheetCommand::asked);
  }

  private static Asked asked(ParseResult result) {
    String template = result.matchedPositionalValue(0, "");
    Path preset = Path.of(template.replace('/', '.') + ".sheet.png");
    return new Asked(
        template, result.matchedOptionValue("--out", preset), CheckCommand.folders(result));
  }

  private static CommandSpec spec() {
    CommandSpec spec =
        CommandOptions.command(
            NAME, "Draws a template with the ugliest data there is, as one labelled picture.");
    spec.addPositional(CommandOptions.template());
    spec.addOption(
        CommandOptions.one(
            "--out", Path.class, "<file>", "A PNG; <template>.sheet.png where none is named."));
    CheckCommand.addFolders(spec);
    return spec;
  }
}
