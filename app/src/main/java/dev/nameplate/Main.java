package dev.nameplate;

import dev.nameplate.access.KeyRing;
import dev.nameplate.access.UrlWriter;
import dev.nameplate.config.ServeCommand;
import dev.nameplate.config.Settings;
import dev.nameplate.config.SettingsException;
import dev.nameplate.config.SnippetCommand;
import dev.nameplate.config.UrlCommand;
import dev.nameplate.text.FontException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;

/** The program. */
public final class Main {
  private static final int WRONG_USE = 2;

  private Main() {}

  /** Runs a command; without one it serves. */
  public static void main(String[] arguments) {
    System.setProperty("java.awt.headless", "true");
    try {
      if (arguments.length > 0 && arguments[0].equals(UrlCommand.NAME)) {
        url(Arrays.copyOfRange(arguments, 1, arguments.length));
      } else if (arguments.length > 0 && arguments[0].equals(SnippetCommand.NAME)) {
        snippet(Arrays.copyOfRange(arguments, 1, arguments.length));
      } else {
        new ServeCommand().parse(arguments).ifPresent(Main::run);
      }
    } catch (SettingsException | FontException wrong) {
      System.err.println(wrong.getMessage());
      System.exit(WRONG_USE);
    }
  }

  /** Prints an address on the standard output, and what its author should know elsewhere. */
  private static void url(String... arguments) {
    KeyRing keys = Settings.keys(System.getenv());
    new UrlCommand(keys, Instant.now())
        .parse(arguments)
        .ifPresent(
            asked -> {
              asked.warnings().forEach(System.err::println);
              UrlWriter writer = new UrlWriter(keys, Main::nonce);
              System.out.println(asked.base() + writer.write(asked.order()));
            });
  }

  /** Prints a snippet on the standard output, and what its author should know elsewhere. */
  private static void snippet(String... arguments) {
    new SnippetCommand(PrintedSnippet.tools())
        .parse(arguments)
        .map(asked -> PrintedSnippet.of(asked, System.getenv()))
        .ifPresent(
            snippet -> {
              snippet.warnings().forEach(warning -> System.err.println("warning: " + warning));
              System.out.println(snippet.markup());
            });
  }

  private static byte[] nonce() {
    byte[] nonce = new byte[12];
    new SecureRandom().nextBytes(nonce);
    return nonce;
  }

  private static void run(ServeCommand.Asked asked) {
    switch (asked.command()) {
      case "pictures" -> {
        try (House house = open(SamplePictures.ENVIRONMENT, asked)) {
          SamplePictures.ofTemplates(house);
        }
        Map<String, String> examples = Map.of("--templates", SamplePictures.EXAMPLES.toString());
        try (House house = House.open(Settings.read(SamplePictures.ENVIRONMENT, examples))) {
          SamplePictures.ofExamples(house);
        }
      }
      case "rehearse" -> {
        try (House house = open(Rehearsal.ENVIRONMENT, asked)) {
          Rehearsal.play(house);
        }
      }
      default -> {
        House house = open(System.getenv(), asked);
        Runtime.getRuntime().addShutdownHook(new Thread(house::close, "stop"));
        System.out.println("Nameplate serves on http://localhost:" + house.port());
      }
    }
  }

  private static House open(Map<String, String> environment, ServeCommand.Asked asked) {
    return House.open(Settings.read(environment, asked.options()));
  }
}
