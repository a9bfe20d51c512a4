package dev.nameplate.cli;

import static dev.nameplate.cli.CommandOptions.flag;
import static dev.nameplate.cli.CommandOptions.many;
import static dev.nameplate.cli.CommandOptions.one;

import dev.nameplate.access.ratelimit.Rate;
import dev.nameplate.access.sign.KeyRing;
import dev.nameplate.access.token.Grant;
import dev.nameplate.access.token.JwtTokens;
import dev.nameplate.access.token.Scope;
import dev.nameplate.config.Settings;
import dev.nameplate.config.SettingsException;
import dev.nameplate.template.TemplateId;
import java.security.SecureRandom;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code nameplate token}: a token of the JSON API. */
final class TokenCommand implements Command {
  private static final int ID_BYTES = 12;
  private static final String SUBJECT = "[A-Za-z0-9][A-Za-z0-9._-]{0,63}";

  @Override
  public String name() {
    return "token";
  }

  @Override
  public CommandSpec spec() {
    CommandSpec spec =
        CommandOptions.command(
            "Prints a token of the JSON API, signed with the first of NAMEPLATE_KEYS.");
    spec.addOption(one("--sub", "<name>", "Whose token it is: shop."));
    spec.addOption(one("--scope", "<scopes>", "With commas between them: " + scopes() + "."));
    spec.addOption(
        many("--template", "<id>", "A template it is for, or acme/*; without any for all."));
    spec.addOption(one("--expires", "<time>", "Good until then: 2027-01-01T00:00Z."));
    spec.addOption(one("--rate", "<calls>", "Calls a second; twice as many at once."));
    spec.addOption(one("--quota", "<URLs>", "URLs a calendar month of its subject."));
    spec.addOption(flag("--test", "Marks its calls as tests, which are not counted."));
    return spec;
  }

  @Override
  public int run(ParseResult line, Terminal terminal) {
    List<String> faults = new ArrayList<>();
    KeyRing keys = Settings.keys(terminal.environment());
    if (keys.isEmpty()) {
      faults.add("a token needs a key, and NAMEPLATE_KEYS has none");
    }
    Grant grant = grant(line, terminal, faults);
    if (!faults.isEmpty()) {
      throw new SettingsException(faults);
    }
    terminal.out().println(JwtTokens.issue(keys, grant));
    return OK;
  }

  private static Grant grant(ParseResult line, Terminal terminal, List<String> faults) {
    String subject = line.matchedOptionValue("--sub", "");
    if (!subject.matches(SUBJECT)) {
      faults.add("--sub is '" + subject + "'; allowed: letters, digits, . _ and -");
    }
    List<String> templates = line.matchedOptionValue("--template", List.<String>of());
    for (String template : templates) {
      if (TemplateId.parse(template.replaceFirst("/\\*$", "")).isEmpty()) {
        faults.add("--template is '" + template + "'; allowed: an id, or a folder's acme/*");
      }
    }
    return new Grant(
        id(),
        subject,
        scopes(line, faults),
        templates,
        expires(line, terminal.clock().instant(), faults),
        rate(line, faults),
        quota(line, faults),
        line.matchedOptionValue("--test", false));
  }

  private static String id() {
    byte[] id = new byte[ID_BYTES];
    new SecureRandom().nextBytes(id);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(id);
  }

  private static Set<Scope> scopes(ParseResult line, List<String> faults) {
    Set<Scope> scopes = EnumSet.noneOf(Scope.class);
    for (String label : line.matchedOptionValue("--scope", "").split(",", -1)) {
      Optional<Scope> scope = Scope.ofLabel(label.strip());
      scope.ifPresent(scopes::add);
      if (scope.isEmpty()) {
        faults.add("--scope holds '" + label + "'; allowed: " + scopes());
      }
    }
    return scopes;
  }

  private static String scopes() {
    return Arrays.stream(Scope.values()).map(Scope::label).collect(Collectors.joining(","));
  }

  private static Instant expires(ParseResult line, Instant now, List<String> faults) {
    String text = line.matchedOptionValue("--expires", "");
    try {
      Instant end = OffsetDateTime.parse(text).toInstant();
      if (now.isBefore(end)) {
        return end;
      }
    } catch (DateTimeException wrong) {
      // Reported below, as is a time that has passed.
    }
    faults.add(
        "--expires is '" + text + "'; allowed: a time to come with its offset, 2027-01-01T00:00Z");
    return now;
  }

  private static Optional<Rate> rate(ParseResult line, List<String> faults) {
    Optional<String> text = CommandOptions.given(line, "--rate");
    Optional<Rate> rate =
        text.filter(calls -> calls.matches("[1-9]\\d{0,5}"))
            .map(Long::parseLong)
            .map(calls -> new Rate(calls, calls * 2));
    if (text.isPresent() && rate.isEmpty()) {
      faults.add("--rate is '" + text.get() + "'; allowed: calls a second, 1 to 999999");
    }
    return rate;
  }

  private static OptionalLong quota(ParseResult line, List<String> faults) {
    Optional<String> text = CommandOptions.given(line, "--quota");
    Optional<Long> quota = text.filter(urls -> urls.matches("[1-9]\\d{0,11}")).map(Long::parseLong);
    if (text.isPresent() && quota.isEmpty()) {
      faults.add("--quota is '" + text.get() + "'; allowed: URLs a month, 1 to 999999999999");
    }
    return quota.isPresent() ? OptionalLong.of(quota.get()) : OptionalLong.empty();
  }
}
