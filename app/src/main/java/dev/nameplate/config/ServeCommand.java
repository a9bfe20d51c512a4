package dev.nameplate.config;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/**
 * The command line, made of the same descriptors as the settings page. Where nothing is asked the
 * library that reads it is not loaded.
 */
public final class ServeCommand {
  /** The commands there are; the first is the default. */
  private static final List<String> COMMANDS = List.of("serve", "pictures", "rehearse");

  private static CommandLine line() {
    CommandSpec spec = CommandSpec.create().name("nameplate").mixinStandardHelpOptions(true);
    spec.usageMessage()
        .description(
            "Serves pictures with merge tags. Every option is an environment variable too.");
    spec.addPositional(
        PositionalParamSpec.builder()
            .arity("0..1")
            .type(String.class)
            .paramLabel(String.join("|", COMMANDS) + "|url|snippet|check|sheet")
            .description(
                "serve (the default); url: print the address of a picture; snippet: print what is pasted"
                    + " into a sending tool; check: try templates with ugly data; sheet: draw a"
                    + " template with them; each has a --help of its own;"
                    + " pictures: draw those of the documents and stop; rehearse: serve"
                    + " each template once and stop, which is how the build makes the class archive.")
            .build());
    for (EnvVar<?> setting : options()) {
      spec.addOption(
          OptionSpec.builder(setting.option())
              .type(String.class)
              .paramLabel("<value>")
              .description(
                  setting.meaning() + " " + setting.name() + ", preset " + setting.preset() + ".")
              .build());
    }
    return new CommandLine(spec);
  }

  private static List<EnvVar<?>> options() {
    return Settings.ALL.stream().filter(setting -> !setting.isSecret()).toList();
  }

  /**
   * What was asked.
   *
   * @param command {@code serve}, {@code pictures} or {@code rehearse}
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
    if (arguments.length == 0) {
      return Optional.of(new Asked("serve", Map.of()));
    }
    CommandLine line = line();
    ParseResult result = parsed(line, arguments);
    if (result.isUsageHelpRequested()) {
      line.usage(System.out);
      return Optional.empty();
    }
    Map<String, String> options = new LinkedHashMap<>();
    for (EnvVar<?> setting : options()) {
      if (result.hasMatchedOption(setting.option())) {
        options.put(setting.option(), result.matchedOptionValue(setting.option(), ""));
      }
    }
    String command = result.matchedPositionalValue(0, "serve");
    if (!COMMANDS.contains(command)) {
      throw new SettingsException(
          List.of(
              "no command '"
                  + command
                  + "'; allowed: "
                  + String.join(", ", COMMANDS)
                  + ", and url, snippet, check or sheet first of all"));
    }
    return Optional.of(new Asked(command, options));
  }

  private static ParseResult parsed(CommandLine line, String... arguments) {
    try {
      return line.parseArgs(arguments);
    } catch (ParameterException wrong) {
      throw new SettingsException(List.of(wrong.getMessage() + "; --help lists the options"));
    }
  }
}
