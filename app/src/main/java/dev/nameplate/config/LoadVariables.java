package dev.nameplate.config;

import dev.nameplate.access.client.TrustedProxies;
import dev.nameplate.access.ratelimit.MailProxies;
import dev.nameplate.access.ratelimit.Rate;
import dev.nameplate.access.ratelimit.RateSettings;
import dev.nameplate.http.ConnectionLimits;
import dev.nameplate.http.monitor.MonitoringSettings;
import dev.nameplate.net.CidrSet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;

/** The settings of rate limits, proxies, connections and monitoring. */
final class LoadVariables {
  private static final RateSettings RATES = RateSettings.DEFAULT;

  static final EnvVar<Optional<Rate>> CLIENT =
      EnvVar.of(
          "NAMEPLATE_RATE_CLIENT",
          ValueType.rate(),
          RATES.client(),
          "How many pictures are drawn for one address; cached ones do not count. Over it a"
              + " degraded picture is sent.");
  static final EnvVar<Optional<Rate>> TOTAL =
      EnvVar.of(
          "NAMEPLATE_RATE_TOTAL",
          ValueType.rate(),
          RATES.total(),
          "How many pictures are drawn for all clients together.");
  static final EnvVar<Optional<Rate>> MAIL =
      EnvVar.of(
          "NAMEPLATE_RATE_MAIL",
          ValueType.rate(),
          RATES.mail(),
          "How many pictures are drawn for the image proxies of one mail service, instead of the"
              + " limit for an address.");
  static final EnvVar<MailProxies> MAIL_PROXIES =
      EnvVar.of(
          "NAMEPLATE_MAIL_PROXIES",
          new ValueType<>(
              "none, or with commas between them: google, microsoft, apple, ranges of addresses,"
                  + " files with a range at the start of each line",
              text -> entries(text).flatMap(MailProxies::of),
              proxies -> String.join(",", proxies.services())),
          RATES.proxies(),
          "The mail services whose image proxies count as one client each.");
  static final EnvVar<CidrSet> PROXIES =
      EnvVar.of(
          "NAMEPLATE_PROXIES",
          ValueType.blocks(
              "none, or ranges of addresses, or files of them, with commas between them:"
                  + " 10.0.0.0/8",
              LoadVariables::entries),
          TrustedProxies.NONE.proxies(),
          "Addresses of your reverse proxies. The header that names the client is trusted from"
              + " these only.");
  static final EnvVar<TrustedProxies.Header> HEADER =
      EnvVar.of(
          "NAMEPLATE_PROXY_HEADER",
          ValueType.oneOf(
              "x-forwarded-for or forwarded",
              List.of(TrustedProxies.Header.values()),
              header -> header.field().toLowerCase(Locale.ROOT)),
          TrustedProxies.NONE.header(),
          "The header in which your proxies name the client; the other one is ignored.");
  static final EnvVar<Integer> CONNECTIONS =
      EnvVar.of(
          "NAMEPLATE_CONNECTIONS",
          ValueType.whole(1, 1_000_000),
          ConnectionLimits.DEFAULT.max(),
          "How many connections may be open; more wait.");
  static final EnvVar<OptionalInt> METRICS_PORT =
      EnvVar.of(
          "NAMEPLATE_METRICS_PORT",
          new ValueType<>(
              "main, or 0 to 65535; 0 takes a free one",
              LoadVariables::port,
              port -> port.isPresent() ? Integer.toString(port.getAsInt()) : "main"),
          MonitoringSettings.DEFAULT.metricsPort(),
          "The port that answers /metrics.");
  static final EnvVar<MonitoringSettings.LogForm> LOG =
      EnvVar.of(
          "NAMEPLATE_LOG",
          ValueType.oneOf(
              "text, json or off",
              List.of(MonitoringSettings.LogForm.values()),
              form -> form.name().toLowerCase(Locale.ROOT)),
          MonitoringSettings.DEFAULT.log(),
          "The format of the access log, one line a request on the standard output.");

  /** All of them, in the order of the settings page. */
  static final List<EnvVar<?>> ALL =
      List.of(CLIENT, TOTAL, MAIL, MAIL_PROXIES, PROXIES, HEADER, CONNECTIONS, METRICS_PORT, LOG);

  private LoadVariables() {}

  static RateSettings rates(Source source) {
    return new RateSettings(
        source.value(CLIENT), source.value(MAIL), source.value(TOTAL), source.value(MAIL_PROXIES));
  }

  static TrustedProxies trustedProxies(Source source) {
    return new TrustedProxies(source.value(PROXIES), source.value(HEADER));
  }

  static ConnectionLimits connections(Source source) {
    ConnectionLimits defaults = ConnectionLimits.DEFAULT;
    return new ConnectionLimits(source.value(CONNECTIONS), defaults.head(), defaults.response());
  }

  static MonitoringSettings monitoring(Source source) {
    return new MonitoringSettings(source.value(METRICS_PORT), source.value(LOG));
  }

  private static Optional<OptionalInt> port(String text) {
    return text.equals("main")
        ? Optional.of(OptionalInt.empty())
        : ValueType.number(text, 0, 65_535).map(port -> OptionalInt.of(port.intValue()));
  }

  /** The entries of a list; a file's name is replaced by the ranges in the file. */
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

  /**
   * The start of each line up to a comma, the format in which mail services publish their ranges.
   */
  private static List<String> ranges(List<String> lines) {
    return lines.stream()
        .map(line -> line.split(",", 2)[0].strip())
        .filter(range -> !range.isEmpty() && !range.startsWith("#"))
        .toList();
  }
}
