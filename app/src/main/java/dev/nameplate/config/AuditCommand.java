package dev.nameplate.config;

import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;

/** The command line of {@code nameplate audit}. */
public final class AuditCommand {
  /** As it is typed. */
  public static final String NAME = "audit";

  private AuditCommand() {}

  /**
   * Reads the arguments that follow {@code audit}.
   *
   * @return empty where help was asked for and printed
   * @throws SettingsException that names everything wrong
   */
  public static Optional<ListRequest> parse(String... arguments) {
    return CommandOptions.parse(spec(), arguments).map(ListOptions::read);
  }

  private static CommandSpec spec() {
    CommandSpec spec =
        CommandOptions.command(
            NAME,
            "Says what is wrong with a list of recipients before anything is sent. Ends with 0,"
                + " with 1 where --fail-on says so, with 2 where the list cannot be used.");
    ListOptions.add(spec);
    return spec;
  }
}
