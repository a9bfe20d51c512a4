package dev.nameplate.config;

import static dev.nameplate.config.CommandOptions.flag;
import static dev.nameplate.config.CommandOptions.given;
import static dev.nameplate.config.CommandOptions.one;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/** The command line of {@code nameplate check}. */
public final class CheckCommand {
  /** As it is typed. */
  public static final String NAME = "check";

  private static final List<EnvVar<?>> FOLDERS = List.of(Settings.TEMPLATES, Settings.FONTS);

  private CheckCommand() {}

  /**
   * What was asked.
   *
   * @param templates their ids; none means all of them
   * @param pictures where a picture of each finding goes
   * @param json whether the report is JSON
   * @param options settings, by name
   */
  public record Asked(
      List<String> templates, Optional<Path> pictures, boolean json, Map<String, String> options) {
    public Asked {
      templates = List.copyOf(templates);
      options = Map.copyOf(options);
    }
  }

  /**
   * Reads the arguments that follow {@code check}.
   *
   * @return empty where help was asked for and printed
   * @throws SettingsException where they cannot be understood
   */
  public static Optional<Asked> parse(String... arguments) {
    return CommandOptions.parse(spec(), arguments)
        .map(
            result ->
                new Asked(
                    result.matchedPositionalValue(0, List.of()),
                    Optional.ofNullable(result.matchedOptionValue("--pictures", (Path) null)),
                    result.matchedOptionValue("--json", false),
                    folders(result)));
  }

  private static CommandSpec spec() {
    CommandSpec spec =
        CommandOptions.command(
            NAME,
            "Tries templates with the ugliest data there is. Ends with 0 where nothing is wrong,"
                + " 1 where something is, 2 where the check itself cannot run.");
    spec.addPositional(
        PositionalParamSpec.builder()
            .arity("0..*")
            .type(List.class)
            .auxiliaryTypes(String.class)
            .paramLabel("<template>")
            .description("Ids; all templates where none is given.")
            .build());
    spec.addOption(
        one("--pictures", Path.class, "<folder>", "Writes a picture of each finding there."));
    spec.addOption(flag("--json", "Prints JSON, not a table."));
    addFolders(spec);
    return spec;
  }

  /** Adds the settings that say where templates and fonts lie. */
  static void addFolders(CommandSpec spec) {
    for (EnvVar<?> setting : FOLDERS) {
      String meaning = setting.meaning() + " " + setting.name() + ".";
      spec.addOption(one(setting.option(), "<folder>", meaning));
    }
  }

  /** Those settings, by name, as far as they were given. */
  static Map<String, String> folders(ParseResult result) {
    Map<String, String> options = new LinkedHashMap<>();
    for (EnvVar<?> setting : FOLDERS) {
      given(result, setting.option()).ifPresent(folder -> options.put(setting.option(), folder));
    }
    return options;
  }
}
