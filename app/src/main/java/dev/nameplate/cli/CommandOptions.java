package dev.nameplate.cli;

import dev.nameplate.config.EnvVar;
import dev.nameplate.config.Settings;
import dev.nameplate.config.SettingsException;
import dev.nameplate.template.Format;
import dev.nameplate.template.Template;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/** Arguments that several commands share. */
final class CommandOptions {
  /** The settings that name the folders of templates and fonts. */
  static final List<EnvVar<?>> FOLDERS = List.of(Settings.TEMPLATES, Settings.FONTS);

  /** The option that names a published version; {@code --version} is the program's. */
  static final String TEMPLATE_VERSION = "--template-version";

  private CommandOptions() {}

  /** The id of the template that a command is about. */
  static PositionalParamSpec template() {
    return template("The template's id.");
  }

  /** The template that a command is about, or a published version of it. */
  static PositionalParamSpec versionedTemplate() {
    return template("The template's id; welcome@2 for its published version 2.");
  }

  private static PositionalParamSpec template(String description) {
    return PositionalParamSpec.builder()
        .index("0")
        .arity("1")
        .required(true)
        .type(String.class)
        .paramLabel("<template>")
        .description(description)
        .build();
  }

  /** The published version of the template that a command is about. */
  static OptionSpec templateVersion() {
    return one(
        TEMPLATE_VERSION,
        "<number>",
        "The published version to draw; the template as it is by default.");
  }

  /** The base URL of the server. */
  static OptionSpec base() {
    return one("--base", "<url>", "The URL before /i/; http://localhost:8080 by default.");
  }

  /** A command with help and version. */
  static CommandSpec command(String description) {
    CommandSpec spec =
        CommandSpec.create().version("nameplate " + version()).mixinStandardHelpOptions(true);
    return described(spec, description);
  }

  /** A command with another description. */
  static CommandSpec described(CommandSpec spec, String description) {
    spec.usageMessage().description(description);
    return spec;
  }

  private static String version() {
    return Optional.ofNullable(CommandOptions.class.getPackage().getImplementationVersion())
        .orElse("unreleased");
  }

  /** An option with one text. */
  static OptionSpec one(String name, String label, String description) {
    return OptionSpec.builder(name)
        .type(String.class)
        .arity("1")
        .paramLabel(label)
        .description(description.replace("%", "%%"))
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

  /** An option without a value. */
  static OptionSpec flag(String name, String description) {
    return OptionSpec.builder(name).type(boolean.class).arity("0").description(description).build();
  }

  /** Adds an option for each of some settings. */
  static void addSettings(CommandSpec spec, List<EnvVar<?>> settings) {
    for (EnvVar<?> setting : settings) {
      String defaultText = setting.defaultText().isEmpty() ? "none" : setting.defaultText();
      spec.addOption(
          one(
              setting.option(),
              "<value>",
              setting.meaning() + " " + setting.name() + ", default " + defaultText + "."));
    }
  }

  /** The values of settings on a line, by option, for {@link Settings#read}. */
  static Map<String, String> settings(ParseResult line, List<EnvVar<?>> settings) {
    Map<String, String> options = new LinkedHashMap<>();
    for (EnvVar<?> setting : settings) {
      given(line, setting.option()).ifPresent(value -> options.put(setting.option(), value));
    }
    return options;
  }

  /**
   * Checks the value of {@code --format}.
   *
   * @param format a file ending
   * @throws SettingsException where the template has no pictures of it
   */
  static void checkFormat(String format, Template template) {
    List<String> endings = template.output().formats().stream().map(Format::ending).toList();
    if (!endings.contains(format)) {
      throw new SettingsException(
          List.of("--format is '" + format + "'; allowed: " + String.join(", ", endings)));
    }
  }

  /** The value of an option; empty where it is not on the line. */
  static Optional<String> given(ParseResult line, String option) {
    return line.hasMatchedOption(option)
        ? Optional.of(line.matchedOptionValue(option, ""))
        : Optional.empty();
  }
}
