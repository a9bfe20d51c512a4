package dev.nameplate.cli;

import dev.nameplate.boot.Application;
import dev.nameplate.config.Settings;
import dev.nameplate.geometry.Scale;
import dev.nameplate.template.Format;
import dev.nameplate.template.Sample;
import dev.nameplate.template.Template;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code nameplate pictures}: draws the pictures of the documentation, at 2x. */
final class PicturesCommand implements Command {
  /** The folder of the templates in the documentation of layers. */
  static final Path EXAMPLES = Path.of("app/docs/layers/examples");

  /** The folder of the templates of the page that makes a first one, a template for each step. */
  static final Path STEPS = Path.of("app/docs/first-template/steps");

  /** The folder of the template of the picture that a proxy answers while no node does. */
  static final Path PROXY = Path.of("app/deploy/templates");

  private static final Path OF_TEMPLATES = Path.of("app/docs/pictures");

  @Override
  public String name() {
    return "pictures";
  }

  @Override
  public CommandSpec spec() {
    CommandSpec spec =
        CommandOptions.command(
            "Draws the pictures of the documentation below app/docs: of each template, of the"
                + " examples of layers, and of the steps to a first template; and the one that a"
                + " proxy answers while no node does.");
    CommandOptions.addSettings(spec, CommandOptions.FOLDERS);
    return spec;
  }

  @Override
  public int run(ParseResult line, Terminal terminal) {
    Map<String, String> folders = CommandOptions.settings(line, CommandOptions.FOLDERS);
    try (Application application = Application.offline(Settings.read(Map.of(), folders))) {
      for (Template template : application.templates().all()) {
        Sample sample = Sample.read(application.templateFolder(), template.id()).get(0);
        Path file = OF_TEMPLATES.resolve(template.id() + ".png");
        draw(application, template, sample, file, terminal);
      }
    }
    examples(EXAMPLES, terminal);
    examples(STEPS, terminal);
    proxy(terminal);
    return OK;
  }

  private static void proxy(Terminal terminal) {
    Map<String, String> folders = Map.of(Settings.TEMPLATES.option(), PROXY.toString());
    try (Application application = Application.offline(Settings.read(Map.of(), folders))) {
      for (Template template : application.templates().all()) {
        Sample sample = Sample.read(application.templateFolder(), template.id()).get(0);
        Path file = PROXY.resolveSibling(template.id() + ".png");
        draw(application, template, sample, file, terminal);
      }
    }
  }

  /** Draws every sample of the templates in a folder into the folder {@code pictures} beside it. */
  private static void examples(Path templates, Terminal terminal) {
    Map<String, String> folders = Map.of(Settings.TEMPLATES.option(), templates.toString());
    try (Application application = Application.offline(Settings.read(Map.of(), folders))) {
      for (Template template : application.templates().all()) {
        List<Sample> samples = Sample.read(application.templateFolder(), template.id());
        for (Sample sample : samples) {
          String name = template.id() + "-" + sample.slug() + ".png";
          Path file = templates.resolveSibling("pictures").resolve(name);
          draw(application, template, sample, file, terminal);
        }
      }
    }
  }

  private static void draw(
      Application application, Template template, Sample sample, Path file, Terminal terminal) {
    OutputFiles.write(file, application.pipeline().sample(template, sample, Scale.TWO, Format.PNG));
    terminal.out().println(file);
  }
}
