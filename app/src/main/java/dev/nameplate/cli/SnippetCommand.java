package dev.nameplate.cli;

import static dev.nameplate.cli.CommandOptions.given;
import static dev.nameplate.cli.CommandOptions.many;
import static dev.nameplate.cli.CommandOptions.one;

import dev.nameplate.access.sign.UrlVerifier;
import dev.nameplate.boot.Application;
import dev.nameplate.config.Settings;
import dev.nameplate.config.SettingsException;
import dev.nameplate.geometry.Scale;
import dev.nameplate.preflight.Preflight;
import dev.nameplate.snippet.EmailPlatform;
import dev.nameplate.snippet.ImageUrl;
import dev.nameplate.snippet.Snippet;
import dev.nameplate.snippet.SnippetSpec;
import dev.nameplate.snippet.SnippetWriter;
import dev.nameplate.template.FormatChoice;
import dev.nameplate.template.Sample;
import dev.nameplate.template.Template;
import dev.nameplate.template.library.TemplateLibrary;
import dev.nameplate.text.font.FontException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code nameplate snippet}: what is pasted into an email platform for a template. */
final class SnippetCommand implements Command {
  @Override
  public String name() {
    return "snippet";
  }

  @Override
  public CommandSpec spec() {
    CommandSpec spec =
        CommandOptions.command(
            "Prints the HTML to paste into an email platform: a picture with the platform's tags.");
    spec.addPositional(CommandOptions.versionedTemplate());
    spec.addOption(CommandOptions.templateVersion());
    spec.addOption(one("--esp", "<platform>", "The platform: " + platforms() + "."));
    spec.addOption(
        many("--tag", "<field=tag>", "The tag for a field; an empty one leaves the field out."));
    spec.addOption(one("--scale", "<scale>", "1, 1.5, 2 (the default) or 3."));
    spec.addOption(
        one(
            "--format",
            "<format>",
            "png, jpg or another that the template offers; by default the one that is best to"
                + " paste, for which the first sample is drawn."));
    spec.addOption(CommandOptions.base());
    CommandOptions.addSettings(spec, CommandOptions.FOLDERS);
    return spec;
  }

  @Override
  public int run(ParseResult line, Terminal terminal) {
    Snippet snippet = snippet(line, terminal);
    snippet.warnings().forEach(warning -> terminal.err().println("warning: " + warning));
    terminal.out().println(snippet.markup());
    return OK;
  }

  private static Snippet snippet(ParseResult line, Terminal terminal) {
    List<String> faults = new ArrayList<>();
    String esp = line.matchedOptionValue("--esp", "");
    if (EmailPlatform.ofId(esp).isEmpty()) {
      String found = esp.isEmpty() ? "--esp is missing" : "--esp is '" + esp + "'";
      faults.add(found + "; allowed: " + platforms());
    }
    Map<String, String> tags = tags(line, faults);
    TemplateArgument argument = TemplateArgument.of(line, faults);
    if (!faults.isEmpty()) {
      throw new SettingsException(faults);
    }
    Settings settings =
        Settings.read(
            terminal.environment(), CommandOptions.settings(line, CommandOptions.FOLDERS));
    Template template = argument.find(new TemplateLibrary(settings.templates(), List.of()));
    Map<String, String> known = known(tags, template);
    Scale scale = checkedScale(line, template);
    String format =
        given(line, "--format").orElseGet(() -> bestFormat(template, settings, terminal));
    return SnippetWriter.write(
        new SnippetSpec(
            template,
            new UrlVerifier(settings.access()).isSigned(template),
            EmailPlatform.ofId(esp).orElseThrow(),
            new ImageUrl(base(line), scale, format),
            known));
  }

  private static String platforms() {
    return Arrays.stream(EmailPlatform.values())
        .map(EmailPlatform::id)
        .collect(Collectors.joining(", "));
  }

  private static Map<String, String> tags(ParseResult line, List<String> faults) {
    Map<String, String> tags = new LinkedHashMap<>();
    for (String pair : line.matchedOptionValue("--tag", List.<String>of())) {
      int equals = pair.indexOf('=');
      if (equals <= 0) {
        faults.add("--tag needs field=tag: --tag name=FNAME");
      } else {
        tags.put(pair.substring(0, equals), pair.substring(equals + 1));
      }
    }
    return tags;
  }

  /** The scale, once base and format are checked too, so that nothing is drawn for a mistake. */
  private static Scale checkedScale(ParseResult line, Template template) {
    if (!ImageUrl.isBase(base(line))) {
      throw wrong(
          "--base is '" + base(line) + "'; allowed: https://… or http://…, without ? and #");
    }
    given(line, "--format").ifPresent(format -> CommandOptions.checkFormat(format, template));
    String scale = given(line, "--scale").orElse("2");
    List<Scale> scales = template.output().scales();
    return Scale.parse(scale)
        .filter(scales::contains)
        .orElseThrow(
            () ->
                wrong(
                    "--scale is '"
                        + scale
                        + "'; allowed: "
                        + scales.stream().map(Scale::label).toList()));
  }

  private static String base(ParseResult line) {
    return given(line, "--base").orElse(ImageUrl.LOCAL);
  }

  /** The ending of the format that is best to paste; the usual one where nothing can be drawn. */
  private static String bestFormat(Template template, Settings settings, Terminal terminal) {
    Optional<FormatChoice> choice = Optional.empty();
    try (Application application = Application.offline(settings)) {
      List<Sample> samples = Sample.read(settings.templates(), template.id());
      Preflight preflight = new Preflight(application.offlineRenderer());
      choice = Optional.of(preflight.formatBytes(template, samples).choice());
    } catch (FontException noFonts) {
      terminal
          .err()
          .println("warning: the format is not chosen by its bytes: " + noFonts.getMessage());
    }
    return ImageUrl.of(template, "", choice).format();
  }

  private static Map<String, String> known(Map<String, String> tags, Template template) {
    for (String field : tags.keySet()) {
      if (!template.fields().containsKey(field)) {
        throw wrong("--tag names '" + field + "'; the fields are " + template.fields().keySet());
      }
    }
    return tags;
  }

  private static SettingsException wrong(String fault) {
    return new SettingsException(List.of(fault));
  }
}
