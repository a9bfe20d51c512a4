package dev.nameplate;

import dev.nameplate.access.UrlVerifier;
import dev.nameplate.config.Settings;
import dev.nameplate.config.SettingsException;
import dev.nameplate.config.SnippetCommand;
import dev.nameplate.geometry.Scale;
import dev.nameplate.studio.PictureAddress;
import dev.nameplate.studio.SendingTool;
import dev.nameplate.studio.Snippet;
import dev.nameplate.studio.SnippetOrder;
import dev.nameplate.studio.SnippetWriter;
import dev.nameplate.template.Template;
import dev.nameplate.template.TemplateLibrary;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** {@code nameplate snippet}: a template read, and what is pasted into a sending tool printed. */
final class PrintedSnippet {
  private PrintedSnippet() {}

  /** The ids that the command takes. */
  static List<String> tools() {
    return Arrays.stream(SendingTool.values()).map(SendingTool::id).toList();
  }

  /**
   * The snippet.
   *
   * @throws SettingsException where there is no such template, or it does not offer what was asked
   */
  static Snippet of(SnippetCommand.Asked asked, Map<String, String> environment) {
    Settings settings = Settings.read(environment, asked.options());
    TemplateLibrary templates = new TemplateLibrary(settings.templates(), List.of());
    Template template =
        templates
            .find(asked.template())
            .orElseThrow(
                () ->
                    wrong(
                        "no template '"
                            + asked.template()
                            + "'; there are: "
                            + String.join(
                                ", ", templates.all().stream().map(Template::id).toList())));
    return SnippetWriter.write(
        new SnippetOrder(
            template,
            new UrlVerifier(settings.access()).isSigned(template),
            SendingTool.ofId(asked.tool()).orElseThrow(),
            address(asked, template),
            known(asked.tags(), template)));
  }

  private static PictureAddress address(SnippetCommand.Asked asked, Template template) {
    String base = asked.base().orElse(PictureAddress.LOCAL);
    PictureAddress preset = PictureAddress.of(template, base);
    String format = asked.format().orElse(preset.format());
    if (!PictureAddress.isBase(base)) {
      throw wrong("--base is '" + base + "'; allowed: https://… or http://…, without ? and #");
    }
    if (!template.output().endings().contains(format)) {
      throw wrong("--format is '" + format + "'; allowed: " + template.output().endings());
    }
    Scale scale =
        Scale.parse(asked.scale().orElse("2"))
            .filter(template.output().scales()::contains)
            .orElseThrow(
                () ->
                    wrong(
                        "--scale is '"
                            + asked.scale().orElse("")
                            + "'; allowed: "
                            + template.output().scales().stream().map(Scale::label).toList()));
    return new PictureAddress(base, scale, format);
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
