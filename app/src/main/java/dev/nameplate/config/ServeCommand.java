package dev.nameplate.config;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** The command line, made of the same descriptors as the settings page. */
public final class ServeCommand {
  private final CommandLine line;

  /** The commands there are: {@code serve}, the default, and {@code pictures}. */
  public ServeCommand() {
    CommandSpec spec = CommandSpec.create().name("nameplate").mixinStandardHelpOptions(true);
    spec.usageMessage()
        .description(
            "Serves pictures with merge tags. Every option is an environment variable too.");
    spec.addPositional(
        PositionalParamSpec.builder()
            .arity("0..1")
            .type(String.class)
            .paramLabel("serve|pictures")
            .description("serve (the default), or pictures: draw those of the README and stop.")
            .build());
    for (EnvVar<?> setting : Settings.ALL) {
      spec.addOption(
          OptionSpec.builder(setting.option())
              .type(String.class)
              .paramLabel("<value>")
              .description(
                  setting.meaning() + " " + setting.name() + ", preset " + setting.preset() + ".")
              .build());
    }
    this.line = new CommandLine(spec);
  }

  /**
   * What was asked.
   *
   * @param command {@code serve} or {@code pictures}
   * @param options given ones, by name
   */
  public record Asked(String command, Map<String, String> options) {}

  /**
   * Reads the arguments.
   *
   * @return empty where help was asked for and printed
   * @throws SettingsException where they cannot be understood
   */
  public Optional<Asked> parse(String... arguments) {
    ParseResult result = parsed(arguments);
    if (result.isUsageHelpRequested()) {
      line.usage(System.out);
      return Optional.empty();
    }
    Map<String, String> options = new LinkedHashMap<>();
    for (EnvVar<?> setting : Settings.ALL) {
      if (result.hasMatchedOption(setting.option())) {
        options.put(setting.option(), result.matchedOptionValue(setting.option(), ""));
      }
    }
    String command = result.matchedPositionalValue(0, "serve");
    if (!command.equals("serve") && !command.equals("pictures")) {
      throw new SettingsException(
          java.util.List.of("no command '" + command + "'; allowed: serve, pictures"));
    }
    return Optional.of(new Asked(command, options));
  }

  private ParseResult parsed(String... arguments) {
    try {
      return line.parseArgs(arguments);
    } catch (ParameterException wrong) {
      throw new SettingsException(
          java.util.List.of(wrong.getMessage() + "; --help lists the options"));
    }
  }
}
