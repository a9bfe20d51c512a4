package dev.nameplate.config;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/**
 * The command line, made of the same descriptors as the settings page. Where nothing is asked the
 * library that reads it is not loaded.
 */
public final class ServeCommand {
  /** The commands there are; the first is the default. */
  private static final List<String> COMMANDS = List.of("serve", "pictures", "rehearse");

  private static CommandSpec spec() {
    CommandSpec spec =
        CommandOptions.command(
            "", "Serves pictures with merge tags. Every option is an environment variable too.");
    spec.addPositional(
        PositionalParamSpec.builder()
            .arity("0..1")
            .type(String.class)
            .paramLabel(String.join("|", COMMANDS) + "|url|snippet|check|sheet|batch|audit")
            .description(
                "serve (the default); url: print the address of a picture; snippet: print what is"
                    + " pasted into a sending tool; check: try templates with ugly data; sheet:"
                    + " draw a template with them; batch: put URLs into a list; audit: say what is"
                    + " wrong with a list; each has a --help of its own; pictures: draw those of"
                    + " the documents and stop; rehearse: serve each template once and stop, which"
                    + " is how the build makes the class archive.")
            .build());
    for (EnvVar<?> setting : options()) {
      String meaning =
          setting.meaning() + " " + setting.name() + ", preset " + setting.preset() + ".";
      spec.addOption(CommandOptions.one(setting.option(), "<value>", meaning));
    }
    return spec;
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
    return CommandOptions.parse(spec(), arguments).map(ServeCommand::asked);
  }

  private static Asked asked(ParseResult result) {
    Map<String, String> options = new LinkedHashMap<>();
    for (EnvVar<?> setting : options()) {
      CommandOptions.given(result, setting.option())
          .ifPresent(value -> options.put(setting.option(), value));
    }
    String command = result.matchedPositionalValue(0, "serve");
    if (!COMMANDS.contains(command)) {
      throw new SettingsException(
          List.of(
              "no command '"
                  + command
                  + "'; allowed: "
                  + String.join(", ", COMMANDS)
                  + ", and url, snippet, check, sheet, batch or audit first of all"));
    }
    return new Asked(command, options);
  }
}
