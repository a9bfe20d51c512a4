package dev.nameplate.config;

import static dev.nameplate.config.CommandOptions.flag;
import static dev.nameplate.config.CommandOptions.many;
import static dev.nameplate.config.CommandOptions.one;

import dev.nameplate.access.sign.KeyRing;
import dev.nameplate.access.sign.UrlSpec;
import dev.nameplate.encode.Format;
import dev.nameplate.geometry.Scale;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** The command line of {@code nameplate url}. */
public final class UrlCommand {
  /** As it is typed. */
  public static final String NAME = "url";

  private static final String ID = "[a-z0-9][a-z0-9-]*(?:/[a-z0-9][a-z0-9-]*)*";

  /** What Java makes of letters that the process's locale does not know. */
  private static final char UNREADABLE = '\ufffd';

  private static final String FIELD = "[A-Za-z][A-Za-z0-9_-]{0,63}";

  private final KeyRing keys;
  private final Instant now;

  /**
   * @param keys of the server's; without them an address is plain
   */
  public UrlCommand(KeyRing keys, Instant now) {
    this.keys = keys;
    this.now = now;
  }

  /**
   * What was asked.
   *
   * @param base what stands before the address's path, without a slash at its end
   * @param warnings for the author, a sentence each
   */
  public record Asked(UrlSpec order, String base, List<String> warnings) {
    public Asked {
      warnings = List.copyOf(warnings);
    }
  }

  /**
   * Reads the arguments that follow {@code url}.
   *
   * @return empty where help was asked for and printed
   * @throws SettingsException that names everything wrong
   */
  public Optional<Asked> parse(String... arguments) {
    return CommandOptions.parse(spec(), arguments).map(this::asked);
  }

  private Asked asked(ParseResult result) {
    Reading reading = new Reading(result, new ArrayList<>());
    UrlSpec order = reading.order();
    String base = result.matchedOptionValue("--base", "http://localhost:8080");
    if (!base.matches("https?://[^\\s?#]+")) {
      reading.wrong("--base is '" + base + "'; allowed: https://… or http://…, without ? and #");
    }
    if (order.seal() && keys.isEmpty()) {
      reading.wrong("--seal needs a key, and NAMEPLATE_KEYS has none");
    }
    if (!reading.faults().isEmpty()) {
      throw new SettingsException(reading.faults());
    }
    return new Asked(order, base.replaceFirst("/+$", ""), warnings(order, reading));
  }

  private List<String> warnings(UrlSpec order, Reading reading) {
    List<String> warnings = new ArrayList<>();
    order
        .expires()
        .filter(end -> !now.isBefore(end))
        .ifPresent(end -> warnings.add("warning: the address has expired already, on " + end));
    if (order.expires().isPresent() && keys.isEmpty()) {
      warnings.add("warning: without NAMEPLATE_KEYS the address is plain and does not expire");
    }
    if (order.values().size() < reading.set().size()) {
      warnings.add("warning: a field that is open has no value here; its --set is left out");
    }
    return warnings;
  }

  private static CommandSpec spec() {
    CommandSpec spec =
        CommandOptions.command(
            NAME,
            "Prints the address of a picture: plain, or signed where NAMEPLATE_KEYS is set, or"
                + " sealed.");
    spec.addPositional(CommandOptions.template());
    spec.addOption(one("--format", "<format>", "png (the preset), jpg or json."));
    spec.addOption(one("--scale", "<scale>", "1 (the preset), 1.5, 2 or 3."));
    spec.addOption(many("--set", "<field=value>", "A value, locked by the signature."));
    spec.addOption(many("--open", "<field>", "A field that the sending tool fills in."));
    spec.addOption(one("--expires", "<time>", "Good until then: 2027-01-01T00:00Z."));
    spec.addOption(CommandOptions.base());
    spec.addOption(flag("--seal", "Encrypts the values of --set."));
    return spec;
  }

  /** What was given, with what is wrong with it. */
  private record Reading(ParseResult result, List<String> faults) {
    void wrong(String fault) {
      faults.add(fault);
    }

    UrlSpec order() {
      return new UrlSpec(
          checked(
              "the template",
              result.matchedPositionalValue(0, ""),
              ID,
              "small letters, digits and -, folders with /"),
          format(),
          scale(),
          values(),
          open(),
          expires(),
          result.matchedOptionValue("--seal", false));
    }

    List<String> set() {
      return result.matchedOptionValue("--set", List.<String>of());
    }

    private List<String> open() {
      return result.matchedOptionValue("--open", List.<String>of()).stream()
          .map(name -> checked("--open", name, FIELD, "a letter, then letters, digits, _ and -"))
          .distinct()
          .toList();
    }

    private String format() {
      String format = result.matchedOptionValue("--format", "png");
      if (!format.equals("json") && Format.ofEnding(format).isEmpty()) {
        wrong("--format is '" + format + "'; allowed: png, jpg, json");
      }
      return format;
    }

    private Scale scale() {
      String scale = result.matchedOptionValue("--scale", "1");
      Optional<Scale> parsed = Scale.parse(scale);
      if (parsed.isEmpty()) {
        wrong("--scale is '" + scale + "'; allowed: a number such as 1, 1.5 or 2");
      }
      return parsed.orElse(Scale.ONE);
    }

    /** Values are a recipient's, so that no fault repeats them. */
    private Map<String, String> values() {
      Map<String, String> values = new LinkedHashMap<>();
      TreeSet<String> names = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
      for (String pair : set()) {
        int equals = pair.indexOf('=');
        String name = pair.substring(0, Math.max(0, equals));
        if (!name.matches(FIELD)) {
          wrong("--set needs field=value, the field's name of letters, digits, _ and -");
        } else if (!names.add(name)) {
          wrong("--set names the field '" + name + "' twice");
        } else if (pair.indexOf(UNREADABLE) >= 0) {
          wrong("--set " + name + " has letters that were lost; LC_ALL=C.UTF-8 lets them through");
        }
        values.put(name, pair.substring(equals + 1));
      }
      return values;
    }

    private Optional<Instant> expires() {
      String text = result.matchedOptionValue("--expires", "");
      if (text.isEmpty()) {
        return Optional.empty();
      }
      try {
        Instant end = OffsetDateTime.parse(text).toInstant();
        if (end.getEpochSecond() > 0) {
          return Optional.of(end);
        }
      } catch (DateTimeException wrong) {
        // Told below, as is a time before 1970.
      }
      wrong("--expires is '" + text + "'; allowed: a time with its offset, 2027-01-01T00:00Z");
      return Optional.empty();
    }

    private String checked(String what, String text, String pattern, String rule) {
      if (!text.matches(pattern)) {
        wrong(what + " is '" + text + "'; allowed: " + rule);
      }
      return text;
    }
  }
}
