package dev.nameplate.cli;

import dev.nameplate.boot.Application;
import dev.nameplate.config.Settings;
import dev.nameplate.config.SettingsException;
import dev.nameplate.preflight.ContactSheet;
import dev.nameplate.template.Sample;
import dev.nameplate.template.Template;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code nameplate sheet}: a template drawn with edge-case data, as one picture. */
final class SheetCommand implements Command {
  @Override
  public String name() {
    return "sheet";
  }

  @Override
  public CommandSpec spec() {
    CommandSpec spec =
        CommandOptions.command("Draws a template with edge-case data, as one labeled picture.");
    spec.addPositional(CommandOptions.template());
    spec.addOption(
        CommandOptions.one("--out", "<file>", "A PNG; <template>.sheet.png by default."));
    CommandOptions.addSettings(spec, CommandOptions.FOLDERS);
    return spec;
  }

  @Override
  public int run(ParseResult line, Terminal terminal) {
    String id = line.matchedPositionalValue(0, "");
    Path out =
        Path.of(CommandOptions.given(line, "--out").orElse(id.replace('/', '.') + ".sheet.png"));
    Settings settings =
        Settings.read(
            terminal.environment(), CommandOptions.settings(line, CommandOptions.FOLDERS));
    try (Application application = Application.offline(settings)) {
      OutputFiles.write(out, png(application, id));
    }
    terminal.out().println(out);
    return OK;
  }

  /**
   * A template's contact sheet.
   *
   * @throws SettingsException where there is no usable template with this id
   */
  static byte[] png(Application application, String id) {
    Template template =
        application
            .templates()
            .find(id)
            .orElseThrow(
                () -> {
                  List<String> ids =
                      application.templates().all().stream().map(Template::id).toList();
                  return new SettingsException(
                      List.of(
                          "no usable template '" + id + "'; there are: " + String.join(", ", ids)));
                });
    List<Sample> samples = Sample.read(application.templateFolder(), id);
    return new ContactSheet(application.offlineRenderer(), application.sheetText())
        .png(template, samples);
  }
}
