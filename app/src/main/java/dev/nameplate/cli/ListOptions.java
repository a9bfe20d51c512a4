package dev.nameplate.cli;

import static dev.nameplate.cli.CommandOptions.flag;
import static dev.nameplate.cli.CommandOptions.many;
import static dev.nameplate.cli.CommandOptions.one;

import dev.nameplate.batch.UrlForm;
import dev.nameplate.batch.audit.FailOn;
import dev.nameplate.config.SettingsException;
import dev.nameplate.geometry.Scale;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/** What the command lines of {@code batch} and {@code audit} have in common. */
final class ListOptions {
  private ListOptions() {}

  /** Adds template, list, columns, report and the folders of templates and fonts. */
  static void add(CommandSpec spec) {
    spec.addPositional(CommandOptions.versionedTemplate());
    spec.addPositional(
        PositionalParamSpec.builder()
            .index("1")
            .arity("1")
            .type(String.class)
            .paramLabel("<list>")
            .description("A CSV or JSON Lines file; - for standard input.")
            .build());
    spec.addOption(
        many("--map", "<field=heading>", "The column of a field, where its heading is not alike."));
    spec.addOption(CommandOptions.templateVersion());
    spec.addOption(one("--format", "<format>", "png (the default), jpg, webp or gif."));
    spec.addOption(one("--scale", "<scale>", "1 (the default), 1.5, 2 or 3."));
    spec.addOption(
        one(
            "--url",
            "<form>",
            "plain, signed or sealed; signed where the template is, else plain."));
    spec.addOption(many("--open", "<field>", "A field that the sending tool fills in."));
    spec.addOption(one("--expires", "<time>", "URLs are good until then: 2027-01-01T00:00Z."));
    spec.addOption(one("--limit", "<rows>", "Works on so many rows and copies the others."));
    spec.addOption(CommandOptions.base());
    spec.addOption(
        one(
            "--report",
            "<file>",
            "Writes the audit's report there: .html, .json or .txt; may be given once."));
    spec.addOption(
        one(
            "--fail-on",
            "<faults>",
            "Ends with 1 where rows have them: cut,undrawable,unmerged=1%. There are "
                + FailOn.allowed()
                + "."));
    spec.addOption(flag("--json", "Prints the audit's report as JSON."));
    CommandOptions.addSettings(spec, CommandOptions.FOLDERS);
  }

  /**
   * Reads what {@link #add} added.
   *
   * @throws SettingsException that names everything wrong
   */
  static ListRequest read(ParseResult result) {
    List<String> faults = new ArrayList<>();
    ListRequest request =
        new ListRequest(
            TemplateArgument.of(result, faults),
            result.matchedPositionalValue(1, ""),
            columns(result, faults),
            result.matchedOptionValue("--format", "png"),
            scale(result, faults),
            form(result, faults),
            result.matchedOptionValue("--open", List.<String>of()),
            expires(result, faults),
            limit(result, faults),
            base(result, faults),
            new ListRequest.Reporting(
                CommandOptions.given(result, "--report").map(text -> path(text, faults)),
                failOn(result, faults),
                result.matchedOptionValue("--json", false)),
            CommandOptions.settings(result, CommandOptions.FOLDERS));
    if (!faults.isEmpty()) {
      throw new SettingsException(faults);
    }
    return request;
  }

  private static Path path(String text, List<String> faults) {
    try {
      Path path = Path.of(text);
      if (!text.matches("(?i).*\\.(html|json|txt)")) {
        faults.add("--report is '" + text + "'; allowed: a file that ends in .html, .json or .txt");
      }
      return path;
    } catch (InvalidPathException wrong) {
      faults.add("--report is no file's name");
      return Path.of("report.txt");
    }
  }

  private static Map<String, String> columns(ParseResult result, List<String> faults) {
    Map<String, String> columns = new LinkedHashMap<>();
    for (String pair : result.matchedOptionValue("--map", List.<String>of())) {
      int equals = pair.indexOf('=');
      String before = equals < 1 ? "" : pair.substring(0, equals);
      if (equals < 1 || equals == pair.length() - 1) {
        faults.add("--map is '" + pair + "'; allowed: field=heading");
      } else if (columns.putIfAbsent(before, pair.substring(equals + 1)) != null) {
        faults.add("--map names the field '" + before + "' twice");
      }
    }
    return columns;
  }

  private static Scale scale(ParseResult result, List<String> faults) {
    String text = result.matchedOptionValue("--scale", "1");
    Optional<Scale> scale = Scale.parse(text);
    if (scale.isEmpty()) {
      faults.add("--scale is '" + text + "'; allowed: a number such as 1, 1.5 or 2");
    }
    return scale.orElse(Scale.ONE);
  }

  private static Optional<UrlForm> form(ParseResult result, List<String> faults) {
    Optional<String> text = CommandOptions.given(result, "--url");
    Optional<UrlForm> form = text.flatMap(UrlForm::ofLabel);
    if (text.isPresent() && form.isEmpty()) {
      faults.add("--url is '" + text.get() + "'; allowed: plain, signed or sealed");
    }
    return form;
  }

  private static Optional<Instant> expires(ParseResult result, List<String> faults) {
    Optional<String> text = CommandOptions.given(result, "--expires");
    try {
      Optional<Instant> end = text.map(OffsetDateTime::parse).map(OffsetDateTime::toInstant);
      if (end.isEmpty() || end.get().getEpochSecond() > 0) {
        return end;
      }
    } catch (DateTimeException wrong) {
      // Reported below, as is a time before 1970.
    }
    faults.add(
        "--expires is '"
            + text.orElse("")
            + "'; allowed: a time with its offset, 2027-01-01T00:00Z");
    return Optional.empty();
  }

  private static long limit(ParseResult result, List<String> faults) {
    Optional<String> text = CommandOptions.given(result, "--limit");
    if (text.isEmpty()) {
      return Long.MAX_VALUE;
    }
    Optional<Long> limit =
        text.filter(digits -> digits.matches("[0-9]{1,12}"))
            .map(Long::parseLong)
            .filter(rows -> rows > 0);
    if (limit.isEmpty()) {
      faults.add("--limit is '" + text.get() + "'; allowed: a number of rows, 1 or more");
    }
    return limit.orElse(1L);
  }

  private static String base(ParseResult result, List<String> faults) {
    String base = result.matchedOptionValue("--base", "http://localhost:8080");
    if (!base.matches("https?://[^\\s?#]+")) {
      faults.add("--base is '" + base + "'; allowed: https://… or http://…, without ? and #");
    }
    return base.replaceFirst("/+$", "");
  }

  private static FailOn failOn(ParseResult result, List<String> faults) {
    Optional<String> text = CommandOptions.given(result, "--fail-on");
    Optional<FailOn> rules = text.map(FailOn::parse).orElse(Optional.of(FailOn.NOTHING));
    if (rules.isEmpty()) {
      faults.add(
          "--fail-on is '"
              + text.orElse("")
              + "'; allowed: faults apart by commas, each alone or with =10 or =1%: "
              + FailOn.allowed());
    }
    return rules.orElse(FailOn.NOTHING);
  }
}
