package dev.nameplate.config;

import dev.nameplate.access.ratelimit.Rate;
import dev.nameplate.batch.job.JobSettings;
import dev.nameplate.http.api.ApiSettings;
import dev.nameplate.http.api.ListSettings;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The settings of the JSON API. */
final class ApiVariables {
  private static final ApiSettings DEFAULT = ApiSettings.DEFAULT;
  private static final String NONE = "none";

  static final EnvVar<Optional<String>> BASE_URL =
      EnvVar.of(
          "NAMEPLATE_BASE_URL",
          new ValueType<>(
              "none, or https://… or http://… without a query",
              ApiVariables::url,
              url -> url.orElse(NONE)),
          DEFAULT.base(),
          "What the URLs begin with that the API makes; none takes the address that the caller"
              + " used, as a trusted proxy or the Host header says it.");
  static final EnvVar<Optional<Path>> REVOKED =
      EnvVar.of(
          "NAMEPLATE_REVOKED",
          new ValueType<>(
              "none, or a file with the jti of a token in each line",
              ApiVariables::file,
              file -> file.map(Path::toString).orElse(NONE)),
          DEFAULT.revoked(),
          "Tokens of the API that are refused; the file is read again where it has changed.");
  static final EnvVar<List<String>> ORIGINS =
      EnvVar.of(
          "NAMEPLATE_API_ORIGINS",
          new ValueType<>(
              "none, or origins with commas between them: https://app.brand.com",
              ApiVariables::origins,
              origins -> origins.isEmpty() ? NONE : String.join(",", origins)),
          DEFAULT.origins(),
          "Web origins whose pages may read templates through the API (CORS), and nothing else.");
  static final EnvVar<Optional<Rate>> RATE =
      EnvVar.of(
          "NAMEPLATE_API_RATE",
          new ValueType<>(
              "off, or calls a second and at once: 100/200",
              ValueType.rate()::read,
              ValueType.rate()::write),
          DEFAULT.rate(),
          "How many calls one token of the API may make; a token made with --rate has its own.");

  static final EnvVar<Long> LIST_BYTES =
      EnvVar.of(
          "NAMEPLATE_LIST_BYTES",
          ValueType.size(1, 1L << 30),
          DEFAULT.lists().maxBytes(),
          "The longest list that POST /v1/urls takes, in bytes. From 1 MiB on a list lies in the"
              + " work folder, sealed, until it is answered.");
  static final EnvVar<Integer> LISTS =
      EnvVar.of(
          "NAMEPLATE_LISTS",
          ValueType.whole(1, 64),
          DEFAULT.lists().atOnce(),
          "How many lists of POST /v1/urls are worked on at a time; as many more may come in and"
              + " wait.");

  static final EnvVar<Integer> BATCHES =
      EnvVar.of(
          "NAMEPLATE_BATCHES",
          ValueType.whole(1, 64),
          DEFAULT.jobs().atOnce(),
          "How many jobs of POST /v1/batches are worked on at a time; others wait for their turn.");
  static final EnvVar<Long> BATCH_BYTES =
      EnvVar.of(
          "NAMEPLATE_BATCH_BYTES",
          ValueType.size(1, 1L << 40),
          DEFAULT.jobs().maxBytes(),
          "The longest list of a job, in bytes. It lies in the work folder, sealed.");
  static final EnvVar<Long> BATCH_ROWS =
      EnvVar.of(
          "NAMEPLATE_BATCH_ROWS",
          ValueType.size(1, 1_000_000_000),
          DEFAULT.jobs().maxRows(),
          "The most rows of a job's list.");
  static final EnvVar<Duration> BATCH_KEEP =
      EnvVar.of(
          "NAMEPLATE_BATCH_KEEP",
          ValueType.time(Duration.ofMinutes(1), Duration.ofDays(366), "30m, 24h, 168h"),
          DEFAULT.jobs().keep(),
          "How long an ended job's rows, files and prerendered pictures are kept.");

  static final List<EnvVar<?>> ALL =
      List.of(
          BASE_URL,
          REVOKED,
          ORIGINS,
          RATE,
          LIST_BYTES,
          LISTS,
          BATCHES,
          BATCH_BYTES,
          BATCH_ROWS,
          BATCH_KEEP);

  private ApiVariables() {}

  static ApiSettings read(Source source) {
    return new ApiSettings(
        source.value(BASE_URL),
        source.value(REVOKED),
        source.value(ORIGINS),
        source.value(RATE),
        new ListSettings(source.value(LIST_BYTES), source.value(LISTS)),
        new JobSettings(
            source.value(BATCHES),
            source.value(BATCH_BYTES),
            source.value(BATCH_ROWS),
            source.value(BATCH_KEEP)));
  }

  private static Optional<Optional<Path>> file(String text) {
    try {
      if (text.equals(NONE)) {
        return Optional.of(Optional.empty());
      }
      Path file = Path.of(text);
      return Files.isReadable(file) ? Optional.of(Optional.of(file)) : Optional.empty();
    } catch (InvalidPathException wrong) {
      return Optional.empty();
    }
  }

  private static Optional<Optional<String>> url(String text) {
    if (text.equals(NONE)) {
      return Optional.of(Optional.empty());
    }
    return text.matches("https?://[^\\s?#\"'<>&`\\\\]+")
        ? Optional.of(Optional.of(text.replaceFirst("/+$", "")))
        : Optional.empty();
  }

  private static Optional<List<String>> origins(String text) {
    if (text.equals(NONE)) {
      return Optional.of(List.of());
    }
    List<String> origins = Arrays.stream(text.split(",", -1)).map(String::strip).toList();
    return Optional.of(origins)
        .filter(all -> all.stream().allMatch(each -> each.matches("https?://[^/\\s?#*]+")));
  }
}
