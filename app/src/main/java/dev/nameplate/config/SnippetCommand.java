package dev.nameplate.config;

import static dev.nameplate.config.CommandOptions.given;
import static dev.nameplate.config.CommandOptions.many;
import static dev.nameplate.config.CommandOptions.one;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
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
    return CommandOptions.parse(spec(), arguments).map(this::asked);
  }

  private Asked asked(ParseResult result) {
    List<String> faults = new ArrayList<>();
    String tool = result.matchedOptionValue("--esp", "");
    if (!tools.contains(tool)) {
      String given = tool.isEmpty() ? "--esp is missing" : "--esp is '" + tool + "'";
      faults.add(given + "; allowed: " + String.join(", ", tools));
    }
    Map<String, String> tags = tags(result, faults);
    if (!faults.isEmpty()) {
      throw new SettingsException(faults);
    }
    return new Asked(
        result.matchedPositionalValue(0, ""),
        tool,
        tags,
        given(result, "--scale"),
        given(result, "--format"),
        given(result, "--base"),
        options(result));
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

  private CommandSpec spec() {
    CommandSpec spec =
        CommandOptions.command(
            NAME, "Prints what is pasted into a sending tool: a picture with the tool's tags.");
    spec.addPositional(CommandOptions.template());
    spec.addOption(one("--esp", "<tool>", "The tool: " + String.join(", ", tools) + "."));
    spec.addOption(
        many(
            "--tag",
            "<field=tag>",
            "What fills a field; nothing after the = leaves the field out."));
    spec.addOption(one("--scale", "<scale>", "1, 1.5, 2 (the preset) or 3."));
    spec.addOption(one("--format", "<format>", "png (the preset) or jpg."));
    spec.addOption(CommandOptions.base());
    spec.addOption(one(Settings.TEMPLATES.option(), "<folder>", Settings.TEMPLATES.meaning()));
    return spec;
  }
}
