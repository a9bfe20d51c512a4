package dev.nameplate.config;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
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
    CommandLine line = new CommandLine(spec()).setExpandAtFiles(false);
    ParseResult result = CheckCommand.parsed(line, arguments);
    if (result.isUsageHelpRequested()) {
      line.usage(System.out);
      return Optional.empty();
    }
    String template = result.matchedPositionalValue(0, "");
    Path preset = Path.of(template.replace('/', '.') + ".sheet.png");
    return Optional.of(
        new Asked(
            template, result.matchedOptionValue("--out", preset), CheckCommand.folders(result)));
  }

  private static CommandSpec spec() {
    CommandSpec spec = CommandSpec.create().name("nameplate sheet").mixinStandardHelpOptions(true);
    spec.usageMessage()
        .description("Draws a template with the ugliest data there is, as one labelled picture.");
    spec.addPositional(
        PositionalParamSpec.builder()
            .index("0")
            .arity("1")
            .type(String.class)
            .paramLabel("<template>")
            .description("The template's id.")
            .build());
    spec.addOption(
        OptionSpec.builder("--out")
            .type(Path.class)
            .paramLabel("<file>")
            .description("A PNG; <template>.sheet.png where none is named.")
            .build());
    CheckCommand.addFolders(spec);
    return spec;
  }
}
