package dev.nameplate.config;

import dev.nameplate.access.client.MailProxies;
import dev.nameplate.access.client.TrustedProxies;
import dev.nameplate.access.ratelimit.Rate;
import dev.nameplate.access.ratelimit.RateSettings;
import dev.nameplate.http.ConnectionLimits;
import dev.nameplate.http.monitor.MonitoringSettings;
import dev.nameplate.net.Networks;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;

/** The settings of how much may be asked, by whom, and of how it is watched. */
final class LoadVariables {
  private static final String RATE = "off, or pictures a second and at once: 200/1000";

  static final EnvVar<Optional<Rate>> CLIENT =
      new EnvVar<>(
          "NAMEPLATE_RATE_CLIENT",
          "--rate-client",
          "200/1000",
          RATE,
          "How many pictures are drawn for one address; cached ones do not count. Over it a lesser"
              + " picture is sent.",
          LoadVariables::rate);
  static final EnvVar<Optional<Rate>> TOTAL =
      new EnvVar<>(
          "NAMEPLATE_RATE_TOTAL",
          "--rate-total",
          "off",
          RATE,
          "How many pictures are drawn for all together.",
          LoadVariables::rate);
  static final EnvVar<Optional<Rate>> MAIL =
      new EnvVar<>(
          "NAMEPLATE_RATE_MAIL",
          "--rate-mail",
          "5000/25000",
          RATE,
          "How many pictures are drawn for the image proxies of one mail service, instead of the"
              + " limit for an address.",
          LoadVariables::rate);
  static final EnvVar<MailProxies> MAIL_PROXIES =
      new EnvVar<>(
          "NAMEPLATE_MAIL_PROXIES",
          "--mail-proxies",
          "google,microsoft,apple",
          "none, or with commas between them: google, microsoft, apple, ranges of addresses, files"
              + " with a range at the start of each line",
          "Whose addresses are of image proxies of mail services.",
          text -> entries(text).flatMap(MailProxies::of));
  static final EnvVar<Networks> PROXIES =
      new EnvVar<>(
          "NAMEPLATE_PROXIES",
          "--proxies",
          "none",
          "none, or ranges of addresses, or files of them, with commas between them: 10.0.0.0/8",
          "Your own proxies: what they say of the client's address is believed, and nobody else's"
              + " word.",
          text -> entries(text).flatMap(Networks::parse));
  static final EnvVar<TrustedProxies.Header> HEADER =
      new EnvVar<>(
          "NAMEPLATE_PROXY_HEADER",
          "--proxy-header",
          "x-forwarded-for",
          "x-forwarded-for or forwarded",
          "In which header they say it; the other is not read.",
          LoadVariables::header);
  static final EnvVar<Integer> CONNECTIONS =
      new EnvVar<>(
          "NAMEPLATE_CONNECTIONS",
          "--connections",
          "10000",
          "1 to 1000000",
          "How many connections may be open; more wait.",
          text -> Settings.whole(text, 1, 1_000_000).map(Long::intValue));
  static final EnvVar<OptionalInt> METRICS_PORT =
      new EnvVar<>(
          "NAMEPLATE_METRICS_PORT",
          "--metrics-port",
          "main",
          "main, or 0 to 65535; 0 takes a free one",
          "The port on which /metrics is told.",
          LoadVariables::port);
  static final EnvVar<MonitoringSettings.LogForm> LOG =
      new EnvVar<>(
          "NAMEPLATE_LOG",
          "--log",
          "text",
          "text, json or off",
          "The form of the line that each request leaves in the log.",
          LoadVariables::form);

  /** All of them, as the settings page lists them. */
  static final List<EnvVar<?>> ALL =
      List.of(CLIENT, TOTAL, MAIL, MAIL_PROXIES, PROXIES, HEADER, CONNECTIONS, METRICS_PORT, LOG);

  private LoadVariables() {}

  static RateSettings rates(Settings.Source source) {
    RateSettings preset = RateSettings.DEFAULT;
    return new RateSettings(
        source.value(CLIENT, preset.client()),
        source.value(MAIL, preset.mail()),
        source.value(TOTAL, preset.total()),
        source.value(MAIL_PROXIES, preset.proxies()));
  }

  static TrustedProxies forwarding(Settings.Source source) {
    return new TrustedProxies(
        source.value(PROXIES, TrustedProxies.NONE.proxies()),
        source.value(HEADER, TrustedProxies.NONE.header()));
  }

  static ConnectionLimits connections(Settings.Source source) {
    ConnectionLimits preset = ConnectionLimits.DEFAULT;
    return new ConnectionLimits(
        source.value(CONNECTIONS, preset.most()), preset.head(), preset.answer());
  }

  static MonitoringSettings overseeing(Settings.Source source) {
    MonitoringSettings preset = MonitoringSettings.DEFAULT;
    return new MonitoringSettings(
        source.value(METRICS_PORT, preset.metricsPort()), source.value(LOG, preset.log()));
  }

  private static Optional<Optional<Rate>> rate(String text) {
    Optional<Rate> rate = Rate.parse(text);
    return rate.isPresent() || text.equals("off") ? Optional.of(rate) : Optional.empty();
  }

  private static Optional<OptionalInt> port(String text) {
    return text.equals("main")
        ? Optional.of(OptionalInt.empty())
        : Settings.whole(text, 0, 65_535).map(port -> OptionalInt.of(port.intValue()));
  }

  private static Optional<TrustedProxies.Header> header(String text) {
    return oneOf(TrustedProxies.Header.values(), TrustedProxies.Header::field, text);
  }

  private static Optional<MonitoringSettings.LogForm> form(String text) {
    return oneOf(MonitoringSettings.LogForm.values(), Enum::name, text);
  }

  private static <T> Optional<T> oneOf(T[] values, Function<T, String> name, String text) {
    for (T value : values) {
      if (name.apply(value).equalsIgnoreCase(text)) {
        return Optional.of(value);
      }
    }
    return Optional.empty();
  }

  /** The entries of a list, with those of files in place of their names. */
  private static Optional<List<String>> entries(String text) {
    List<String> entries = new ArrayList<>();
    for (String part : text.equals("none") ? new String[0] : text.split(",", -1)) {
      Path file = Path.of(part.strip());
      if (!Files.isRegularFile(file)) {
        entries.add(part.strip());
        continue;
      }
      try {
        entries.addAll(ranges(Files.readAllLines(file)));
      } catch (IOException unreadable) {
        return Optional.empty();
      }
    }
    return Optional.of(entries);
  }

  /** What stands at the start of lines, up to a comma, as mail services publish their ranges. */
  private static List<String> ranges(List<String> lines) {
    return lines.stream()
        .map(line -> line.split(",", 2)[0].strip())
        .filter(range -> !range.isEmpty() && !range.startsWith("#"))
        .toList();
  }
}
