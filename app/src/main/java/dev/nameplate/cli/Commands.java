package dev.nameplate.cli;

import dev.nameplate.config.SettingsException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** The commands of the program. A line without a command's name runs serve. */
final class Commands {
  private static final String PROGRAM = "nameplate";

  private static final ServeCommand SERVE = new ServeCommand();

  private static final List<Command> ALL =
      List.of(
          SERVE,
          new UrlCommand(),
          new TokenCommand(),
          new PublishCommand(),
          new SnippetCommand(),
          new SheetCommand(),
          new CheckCommand(),
          new BatchCommand(),
          new AuditCommand(),
          new PicturesCommand(),
          new CdsTrainingCommand());

  private Commands() {}

  /**
   * Parses and runs a line, or prints help or the version where it requests them.
   *
   * @return the exit status: 0; 1 where a check has findings or rows of a list failed; 2 where a
   *     list cannot be used; 3 where its run was interrupted
   * @throws SettingsException where the line cannot be parsed or a value is wrong
   */
  static int run(Terminal terminal, String... arguments) {
    ParseResult line = parse(line(), arguments);
    ParseResult last = line.subcommand() == null ? line : line.subcommand();
    CommandSpec spec = last.commandSpec();
    if (last.isUsageHelpRequested() || line.isUsageHelpRequested()) {
      spec.commandLine().usage(terminal.out());
      return Command.OK;
    }
    if (last.isVersionHelpRequested() || line.isVersionHelpRequested()) {
      spec.root().commandLine().printVersionHelp(terminal.out());
      return Command.OK;
    }
    return command(line, last).run(last, terminal);
  }

  private static CommandLine line() {
    CommandSpec root =
        CommandOptions.described(
            SERVE.spec(),
            "Serves pictures with merge tags. A line without a command serves; the options of serve"
                + " may then stand alone.");
    root.name(PROGRAM);
    CommandLine line = new CommandLine(root);
    ALL.forEach(command -> line.addSubcommand(command.name(), command.spec()));
    return line.setExpandAtFiles(false).setUsageHelpAutoWidth(true);
  }

  private static ParseResult parse(CommandLine line, String... arguments) {
    try {
      return line.parseArgs(arguments);
    } catch (ParameterException fault) {
      String message = Objects.requireNonNullElse(fault.getMessage(), "the line cannot be parsed");
      throw wrong(message, fault.getCommandLine().getCommandSpec());
    }
  }

  /** The command that the line names; options before its name are refused. */
  private static Command command(ParseResult line, ParseResult last) {
    Optional<String> before =
        line.matchedOptions().stream().map(option -> option.longestName()).findFirst();
    if (last != line && before.isPresent()) {
      throw wrong(before.get() + " stands before the command's name", last.commandSpec());
    }
    return ALL.stream()
        .filter(command -> command.name().equals(last.commandSpec().name()))
        .findFirst()
        .orElse(SERVE);
  }

  private static SettingsException wrong(String fault, CommandSpec spec) {
    return new SettingsException(
        List.of(fault + "; " + spec.qualifiedName(" ") + " --help lists the options"));
  }
}
