package dev.nameplate;

import dev.nameplate.access.sign.UrlVerifier;
import dev.nameplate.config.Settings;
import dev.nameplate.config.SettingsException;
import dev.nameplate.config.SnippetCommand;
import dev.nameplate.geometry.Scale;
import dev.nameplate.snippet.EmailPlatform;
import dev.nameplate.snippet.ImageUrl;
import dev.nameplate.snippet.Snippet;
import dev.nameplate.snippet.SnippetSpec;
import dev.nameplate.snippet.SnippetWriter;
import dev.nameplate.template.Template;
import dev.nameplate.template.library.TemplateLibrary;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** {@code nameplate snippet}: a template read, and what is pasted into a sending tool printed. */
final class PrintedSnippet {
  private PrintedSnippet() {}

  /** The ids that the command takes. */
  static List<String> tools() {
    return Arrays.stream(EmailPlatform.values()).map(EmailPlatform::id).toList();
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
        new SnippetSpec(
            template,
            new UrlVerifier(settings.access()).isSigned(template),
            EmailPlatform.ofId(asked.tool()).orElseThrow(),
            address(asked, template),
            known(asked.tags(), template)));
  }

  private static ImageUrl address(SnippetCommand.Asked asked, Template template) {
    String base = asked.base().orElse(ImageUrl.LOCAL);
    ImageUrl preset = ImageUrl.of(template, base);
    String format = asked.format().orElse(preset.format());
    if (!ImageUrl.isBase(base)) {
      throw wrong("--base is '" + base + "'; allowed: https://… or http://…, without ? and #");
    }
    if (!template.output().formats().contains(format)) {
      throw wrong("--format is '" + format + "'; allowed: " + template.output().formats());
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
    return new ImageUrl(base, scale, format);
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
