package dev.nameplate.cli;

import static dev.nameplate.cli.CommandOptions.flag;
import static dev.nameplate.cli.CommandOptions.many;
import static dev.nameplate.cli.CommandOptions.one;

import dev.nameplate.access.sign.KeyRing;
import dev.nameplate.access.sign.UrlSpec;
import dev.nameplate.access.sign.UrlWriter;
import dev.nameplate.config.Settings;
import dev.nameplate.config.SettingsException;
import dev.nameplate.geometry.Scale;
import dev.nameplate.snippet.ImageUrl;
import dev.nameplate.template.Format;
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

/** {@code nameplate url}: the URL of a picture. */
final class UrlCommand implements Command {
  /** Java's replacement for characters that the process's locale cannot represent. */
  private static final char UNREADABLE = '\ufffd';

  private static final String FIELD = "[A-Za-z][A-Za-z0-9_-]{0,63}";

  @Override
  public String name() {
    return "url";
  }

  @Override
  public CommandSpec spec() {
    CommandSpec spec =
        CommandOptions.command(
            "Prints the URL of a picture: plain, signed where NAMEPLATE_KEYS is set, or sealed.");
    spec.addPositional(CommandOptions.versionedTemplate());
    spec.addOption(one("--format", "<format>", "png (the default), jpg or json."));
    spec.addOption(CommandOptions.templateVersion());
    spec.addOption(one("--scale", "<scale>", "1 (the default), 1.5, 2 or 3."));
    spec.addOption(many("--set", "<field=value>", "A value, locked by the signature."));
    spec.addOption(many("--open", "<field>", "A field that the email platform fills in."));
    spec.addOption(one("--expires", "<time>", "The URL expires then: 2027-01-01T00:00Z."));
    spec.addOption(CommandOptions.base());
    spec.addOption(flag("--seal", "Encrypts the values of --set."));
    spec.addOption(
        one(
            Settings.TEMPLATES.option(),
            "<folder>",
            Settings.TEMPLATES.meaning() + " The address is checked against its template there."));
    return spec;
  }

  @Override
  public int run(ParseResult line, Terminal terminal) {
    KeyRing keys = Settings.keys(terminal.environment());
    UrlOptions urlOptions = new UrlOptions(line, new ArrayList<>());
    UrlSpec spec = urlOptions.spec();
    String base = line.matchedOptionValue("--base", ImageUrl.LOCAL);
    if (!ImageUrl.isBase(base)) {
      urlOptions.wrong("--base is '" + base + "'; allowed: https://… or http://…, without ? and #");
    }
    if (spec.seal() && keys.isEmpty()) {
      urlOptions.wrong("--seal needs a key, and NAMEPLATE_KEYS has none");
    }
    if (!urlOptions.faults().isEmpty()) {
      throw new SettingsException(urlOptions.faults());
    }
    List<String> notes =
        new ArrayList<>(warnings(spec, urlOptions, keys, terminal.clock().instant()));
    notes.addAll(checkedTemplate(spec, line, terminal));
    notes.forEach(terminal.err()::println);
    String url = new UrlWriter(keys).write(spec);
    terminal.out().println(base.replaceFirst("/+$", "") + url);
    return OK;
  }

  /** Checks the URL against its template, where there is a folder of templates. */
  private static List<String> checkedTemplate(UrlSpec spec, ParseResult line, Terminal terminal) {
    String option = Settings.TEMPLATES.option();
    Map<String, String> options =
        line.hasMatchedOption(option)
            ? Map.of(option, line.<String>matchedOptionValue(option, ""))
            : Map.of();
    return Settings.templates(terminal.environment(), options)
        .map(folder -> UrlCheck.check(spec, folder))
        .orElseGet(
            () ->
                List.of(
                    "warning: there is no folder of templates here, so that the address is not"
                        + " checked; --templates names one"));
  }

  private static List<String> warnings(
      UrlSpec spec, UrlOptions urlOptions, KeyRing keys, Instant now) {
    List<String> warnings = new ArrayList<>();
    spec.expires()
        .filter(end -> !now.isBefore(end))
        .ifPresent(end -> warnings.add("warning: the URL has expired already, on " + end));
    if (spec.expires().isPresent() && keys.isEmpty()) {
      warnings.add("warning: without NAMEPLATE_KEYS the URL is plain and does not expire");
    }
    if (spec.values().size() < urlOptions.set().size()) {
      warnings.add("warning: a field that is open has no value here; its --set is left out");
    }
    return warnings;
  }

  /** The options of a line, and what is wrong with them. */
  private record UrlOptions(ParseResult result, List<String> faults) {
    void wrong(String fault) {
      faults.add(fault);
    }

    UrlSpec spec() {
      TemplateArgument template = TemplateArgument.of(result, faults);
      return new UrlSpec(
              template.id(),
              format(),
              scale(),
              values(),
              open(),
              expires(),
              result.matchedOptionValue("--seal", false))
          .ofVersion(template.version());
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

    /** A recipient's data, so no fault quotes them. */
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
          wrong(
              "--set "
                  + name
                  + " has letters that the locale cannot represent; LC_ALL=C.UTF-8 lets them"
                  + " through");
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
        // Reported below, as is a time before 1970.
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
