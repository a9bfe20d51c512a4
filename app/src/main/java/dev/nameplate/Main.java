package dev.nameplate;

import dev.nameplate.config.ServeCommand;
import dev.nameplate.config.Settings;
import dev.nameplate.config.SettingsException;
import dev.nameplate.text.FontException;
import java.util.Map;
import java.util.Optional;

/** The program. */
public final class Main {
  private static final int WRONG_USE = 2;

  private Main() {}

  /** Runs a command; without one it serves. */
  public static void main(String[] arguments) {
    System.setProperty("java.awt.headless", "true");
    try {
      Optional<ServeCommand.Asked> asked = new ServeCommand().parse(arguments);
      asked.ifPresent(Main::run);
    } catch (SettingsException | FontException wrong) {
      System.err.println(wrong.getMessage());
      System.exit(WRONG_USE);
    }
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
