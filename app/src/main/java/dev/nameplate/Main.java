package dev.nameplate;

import dev.nameplate.access.sign.KeyRing;
import dev.nameplate.access.sign.UrlWriter;
import dev.nameplate.config.AuditCommand;
import dev.nameplate.config.BatchCommand;
import dev.nameplate.config.CheckCommand;
import dev.nameplate.config.ServeCommand;
import dev.nameplate.config.Settings;
import dev.nameplate.config.SettingsException;
import dev.nameplate.config.SheetCommand;
import dev.nameplate.config.SnippetCommand;
import dev.nameplate.config.UrlCommand;
import dev.nameplate.preflight.Report;
import dev.nameplate.text.font.FontException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.function.ToIntFunction;

/** The program. */
public final class Main {
  private static final int FOUND = 1;
  private static final int WRONG_USE = 2;

  private Main() {}

  /** Runs a command; without one it serves. */
  public static void main(String[] arguments) {
    System.setProperty("java.awt.headless", "true");
    try {
      dispatch(arguments);
    } catch (SettingsException | FontException wrong) {
      System.err.println(wrong.getMessage());
      System.exit(WRONG_USE);
    }
  }

  private static void dispatch(String... arguments) {
    String command = arguments.length > 0 ? arguments[0] : "";
    switch (command) {
      case UrlCommand.NAME -> url(rest(arguments));
      case SnippetCommand.NAME -> snippet(rest(arguments));
      case CheckCommand.NAME -> CheckCommand.parse(rest(arguments)).ifPresent(Main::check);
      case SheetCommand.NAME -> SheetCommand.parse(rest(arguments)).ifPresent(Main::sheet);
      case BatchCommand.NAME ->
          BatchCommand.parse(rest(arguments))
              .ifPresent(asked -> lists(asked.request().settings(), tools -> tools.batch(asked)));
      case AuditCommand.NAME ->
          AuditCommand.parse(rest(arguments))
              .ifPresent(asked -> lists(asked.settings(), tools -> tools.audit(asked)));
      default -> new ServeCommand().parse(arguments).ifPresent(Main::run);
    }
  }

  private static String[] rest(String... arguments) {
    return Arrays.copyOfRange(arguments, 1, arguments.length);
  }

  /** Prints what is wrong with templates; the status says whether anything is. */
  private static void check(CheckCommand.Asked asked) {
    boolean clean;
    try (House house = House.shut(Settings.tools(System.getenv(), asked.options()))) {
      Report report = new TemplateTools(house).check(asked);
      print(asked.json() ? report.json() : report.table());
      clean = report.isClean();
    }
    if (!clean) {
      System.exit(FOUND);
    }
  }

  private static void sheet(SheetCommand.Asked asked) {
    try (House house = House.shut(Settings.tools(System.getenv(), asked.options()))) {
      new TemplateTools(house).sheet(asked);
    }
    System.out.println(asked.out());
  }

  /** Works on a list; the status says what came of it. */
  private static void lists(Map<String, String> options, ToIntFunction<ListTools> work) {
    Settings settings = Settings.tools(System.getenv(), options);
    int status;
    try (House house = House.shut(settings)) {
      status = work.applyAsInt(ListTools.standard(house, settings));
    }
    if (status != 0) {
      System.exit(status);
    }
  }

  /** In UTF-8, whatever the process's locale. */
  private static void print(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    System.out.write(bytes, 0, bytes.length);
    System.out.flush();
  }

  /** Prints an address on the standard output, and what its author should know elsewhere. */
  private static void url(String... arguments) {
    KeyRing keys = Settings.keys(System.getenv());
    new UrlCommand(keys, Instant.now())
        .parse(arguments)
        .ifPresent(
            asked -> {
              asked.warnings().forEach(System.err::println);
              UrlWriter writer = new UrlWriter(keys);
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
        Settings settings = Settings.read(System.getenv(), asked.options());
        House house = House.open(settings);
        house.warmUp(settings.warmUp());
        Runtime.getRuntime().addShutdownHook(new Thread(house::close, "stop"));
        System.out.println("Nameplate serves on http://localhost:" + house.port());
      }
    }
  }

  private static House open(Map<String, String> environment, ServeCommand.Asked asked) {
    return House.open(Settings.read(environment, asked.options()));
  }
}
