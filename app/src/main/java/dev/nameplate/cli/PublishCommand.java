package dev.nameplate.cli;

import dev.nameplate.boot.Application;
import dev.nameplate.config.Settings;
import dev.nameplate.config.SettingsException;
import dev.nameplate.template.TemplateId;
import dev.nameplate.template.fault.TemplateFault;
import dev.nameplate.template.library.PublishResult;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code nameplate publish}: the template as it is now becomes its next version. */
final class PublishCommand implements Command {
  /** The template has faults, or the version could not be written. */
  private static final int FAILED = 1;

  @Override
  public String name() {
    return "publish";
  }

  @Override
  public CommandSpec spec() {
    CommandSpec spec =
        CommandOptions.command(
            "Publishes a template: copies it, and the assets that it uses, to its next version,"
                + " which _v in a URL draws for ever. Prints the version's number alone. Ends with"
                + " 0 also where the last version holds the template as it is now, and with 1 where"
                + " the template has faults or the version cannot be written.");
    spec.addPositional(CommandOptions.template());
    CommandOptions.addSettings(spec, CommandOptions.FOLDERS);
    return spec;
  }

  @Override
  public int run(ParseResult line, Terminal terminal) {
    String text = line.matchedPositionalValue(0, "");
    Optional<TemplateId> id = TemplateId.parse(text);
    if (id.isEmpty()) {
      throw wrong("the template is '" + text + "'; allowed: " + TemplateId.RULE);
    }
    Settings settings =
        Settings.read(
            terminal.environment(), CommandOptions.settings(line, CommandOptions.FOLDERS));
    try (Application application = Application.offline(settings)) {
      if (!application.templates().ids().contains(text)) {
        throw wrong(
            "no template '"
                + text
                + "'; there are: "
                + String.join(", ", application.templates().ids()));
      }
      return said(id.get(), application.publisher().publish(id.get()), terminal);
    } catch (UncheckedIOException failed) {
      terminal
          .err()
          .println(
              failed.getMessage()
                  + "; nothing was published. See app/docs/troubleshooting.md#not-published");
      return FAILED;
    }
  }

  private static int said(TemplateId id, PublishResult result, Terminal terminal) {
    if (result instanceof PublishResult.Published published) {
      int version = published.version();
      terminal.out().println(version);
      terminal
          .err()
          .println(
              id
                  + (published.added() ? ": published as version " : ": unchanged since version ")
                  + version
                  + ", which /i/"
                  + id
                  + "?_v="
                  + version
                  + " draws");
      return OK;
    }
    if (result instanceof PublishResult.Faulty faulty) {
      faulty.faults().stream().map(TemplateFault::sentence).forEach(terminal.err()::println);
    }
    return FAILED;
  }

  private static SettingsException wrong(String fault) {
    return new SettingsException(List.of(fault));
  }
}
