package dev.nameplate.config;

import java.util.ArrayList;
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

/** The command line of {@code nameplate snippet}. */
public final class SnippetCommand {
  /** As it is typed. */
  public static final String NAME = "snippet";

  private final List<String> tools;

  /**
   * @param tools the ids there are
   */
  public SnippetCommand(List<String> tools) {
    this.tools = List.copyOf(tools);
  }

  /**
   * What was asked.
   *
   * @param tool one of the ids
   * @param tags by field, as they were typed
   * @param scale empty for the preset, as are format and base
   * @param options given settings, by name
   */
  public record Asked(
      String template,
      String tool,
      Map<String, String> tags,
      Optional<String> scale,
      Optional<String> format,
      Optional<String> base,
      Map<String, String> options) {}

  /**
   * Reads the arguments that follow {@code snippet}.
   *
   * @return empty where help was asked for and printed
   * @throws SettingsException that names everything wrong
   */
  public Optional<Asked> parse(String... arguments) {
    CommandLine line = new CommandLine(spec()).setExpandAtFiles(false);
    ParseResult result = parsed(line, arguments);
    if (result.isUsageHelpRequested()) {
      line.usage(System.out);
      return Optional.empty();
    }
    List<String> faults = new ArrayList<>();
    String tool = result.matchedOptionValue("--esp", "");
    if (!tools.contains(tool)) {
      faults.add("--esp is '" + tool + "'; allowed: " + String.join(", ", tools));
    }
    Map<String, String> tags = tags(result, faults);
    if (!faults.isEmpty()) {
      throw new SettingsException(faults);
    }
    return Optional.of(
        new Asked(
            result.matchedPositionalValue(0, ""),
            tool,
            tags,
            given(result, "--scale"),
            given(result, "--format"),
            given(result, "--base"),
            options(result)));
  }

  private static Map<String, String> tags(ParseResult result, List<String> faults) {
    Map<String, String> tags = new LinkedHashMap<>();
    for (String pair : result.matchedOptionValue("--tag", List.<String>of())) {
      int equals = pair.indexOf('=');
      if (equals <= 0) {
        faults.add("--tag needs field=tag: --tag name=FNAME");
      } else {
        tags.put(pair.substring(0, equals), pair.substring(equals + 1));
      }
    }
    return tags;
  }

  private static Map<String, String> options(ParseResult result) {
    Map<String, String> options = new LinkedHashMap<>();
    given(result, Settings.TEMPLATES.option())
        .ifPresent(folder -> options.put(Settings.TEMPLATES.option(), folder));
    return options;
  }

  private static Optional<String> given(ParseResult result, String option) {
    return result.hasMatchedOption(option)
        ? Optional.of(result.matchedOptionValue(option, ""))
        : Optional.empty();
  }

  private CommandSpec spec() {
    CommandSpec spec =
        CommandSpec.create().name("nameplate snippet").mixinStandardHelpOptions(true);
    spec.usageMessage()
        .description("Prints what is pasted into a sending tool: a picture with the tool's tags.");
    spec.addPositional(
        PositionalParamSpec.builder()
            .index("0")
            .arity("1")
            .type(String.class)
            .paramLabel("<template>")
            .description("The template's id.")
            .build());
    spec.addOption(option("--esp", "<tool>", "The tool: " + String.join(", ", tools) + "."));
    spec.addOption(
        OptionSpec.builder("--tag")
            .type(List.class)
            .auxiliaryTypes(String.class)
            .arity("1")
            .paramLabel("<field=tag>")
            .description("What fills a field; nothing after the = leaves the field out.")
            .build());
    spec.addOption(option("--scale", "<scale>", "1, 1.5, 2 (the preset) or 3."));
    spec.addOption(option("--format", "<format>", "png (the preset) or jpg."));
    spec.addOption(
        option("--base", "<address>", "What stands before /i/; http://localhost:8080 is preset."));
    spec.addOption(option(Settings.TEMPLATES.option(), "<value>", Settings.TEMPLATES.meaning()));
    return spec;
  }

  private static OptionSpec option(String name, String label, String description) {
    return OptionSpec.builder(name)
        .type(String.class)
        .arity("1")
        .paramLabel(label)
        .description(description)
        .build();
  }

  private static ParseResult parsed(CommandLine line, String... arguments) {
    try {
      return line.parseArgs(arguments);
    } catch (ParameterException wrong) {
      throw new SettingsException(
          List.of(wrong.getMessage() + "; snippet --help lists the options"));
    }
  }
}
