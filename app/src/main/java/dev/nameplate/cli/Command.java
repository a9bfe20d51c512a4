package dev.nameplate.cli;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** One command of the program: its arguments and its work. */
interface Command {
  /** The exit status of success. */
  int OK = 0;

  /** The exit status of a check with findings. */
  int FOUND = 1;

  /** The command's name on the line. */
  String name();

  /** A new description of its arguments, without the name. */
  CommandSpec spec();

  /**
   * Runs the command.
   *
   * @param line parsed with {@link #spec}
   * @return the program's exit status
   * @throws dev.nameplate.config.SettingsException where an argument or a setting is wrong
   */
  int run(ParseResult line, Terminal terminal);
}
