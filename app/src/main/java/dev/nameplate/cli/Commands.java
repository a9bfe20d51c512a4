package dev.nameplate.cli;

import dev.nameplate.config.SettingsException;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** The commands of the program. A line that names none is one of serve. */
final class Commands {
  private static final String PROGRAM = "nameplate";

  private static final ServeCommand SERVE = new ServeCommand();

  private static final List<Command> ALL =
      List.of(
          SERVE,
          new UrlCommand(),
          new TokenCommand(),
          new SnippetCommand(),
          new SheetCommand(),
          new CheckCommand(),
          new PicturesCommand(),
          new CdsTrainingCommand());

  private Commands() {}

  /**
   * Runs a line. Help and the version are printed where they are asked for.
   *
   * @return the exit status: 0, or 1 where a check found something
   * @throws SettingsException where the line cannot be understood or a value on it is wrong
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
    } catch (ParameterException wrong) {
      throw wrong(wrong.getMessage(), wrong.getCommandLine().getCommandSpec());
    }
  }

  /** The command of a line; options before its name are of no command and so refused. */
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
