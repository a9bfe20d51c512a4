package dev.nameplate.cli;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** A command: the options of its line, and what it does. */
interface Command {
  /** The status of a command that did what it was asked. */
  int OK = 0;

  /** The status of a check that found something. */
  int FOUND = 1;

  /** The command as it is typed. */
  String name();

  /** A new description of its line, without the name. */
  CommandSpec spec();

  /**
   * Does it.
   *
   * @param line as it was parsed by {@link #spec}
   * @return the program's exit status
   * @throws dev.nameplate.config.SettingsException where a value on the line or a setting is wrong
   */
  int run(ParseResult line, Terminal terminal);
}
