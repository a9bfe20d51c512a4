package dev.nameplate.config;

import java.util.List;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** What the command lines of the several commands are made of. */
final class CommandOptions {
  private CommandOptions() {}

  /** The template that a command is about. */
  static PositionalParamSpec template() {
    return PositionalParamSpec.builder()
        .index("0")
        .arity("1")
        .type(String.class)
        .paramLabel("<template>")
        .description("The template's id.")
        .build();
  }

  /** Where the pictures are to be had. */
  static OptionSpec base() {
    return one("--base", "<address>", "What stands before /i/; http://localhost:8080 is preset.");
  }

  /**
   * A command with help and version.
   *
   * @param name as it is typed, {@code nameplate} before it
   */
  static CommandSpec command(String name, String description) {
    CommandSpec spec =
        CommandSpec.create()
            .name(("nameplate " + name).strip())
            .version("nameplate " + version())
            .mixinStandardHelpOptions(true);
    spec.usageMessage().description(description);
    return spec;
  }

  private static String version() {
    return Optional.ofNullable(CommandOptions.class.getPackage().getImplementationVersion())
        .orElse("of no release");
  }

  /** An option with a text. */
  static OptionSpec one(String name, String label, String description) {
    return one(name, String.class, label, description);
  }

  /** An option with a value that the command line reads. */
  static OptionSpec one(String name, Class<?> type, String label, String description) {
    return OptionSpec.builder(name)
        .type(type)
        .arity("1")
        .paramLabel(label)
        .description(description)
        .build();
  }

  /** An option that may be given several times. */
  static OptionSpec many(String name, String label, String description) {
    return OptionSpec.builder(name)
        .type(List.class)
        .auxiliaryTypes(String.class)
        .arity("1")
        .paramLabel(label)
        .description(description)
        .build();
  }

  /** An option that is there or not. */
  static OptionSpec flag(String name, String description) {
    return OptionSpec.builder(name).type(boolean.class).arity("0").description(description).build();
  }

  /**
   * What stands on a command's line.
   *
   * @return empty where help or the version was asked for and printed
   * @throws SettingsException where it cannot be understood
   */
  static Optional<ParseResult> parse(CommandSpec spec, String... arguments) {
    CommandLine line = new CommandLine(spec).setExpandAtFiles(false);
    try {
      ParseResult result = line.parseArgs(arguments);
      return CommandLine.printHelpIfRequested(result) ? Optional.empty() : Optional.of(result);
    } catch (ParameterException wrong) {
      throw new SettingsException(
          List.of(wrong.getMessage() + "; " + spec.name() + " --help lists the options"));
    }
  }

  /** A text that was given. */
  static Optional<String> given(ParseResult result, String option) {
    return result.hasMatchedOption(option)
        ? Optional.of(result.matchedOptionValue(option, ""))
        : Optional.empty();
  }
}
