package dev.nameplate.config;

import dev.nameplate.access.sign.AccessSettings;
import dev.nameplate.access.sign.KeyRing;
import dev.nameplate.fetch.RemoteSettings;
import dev.nameplate.http.HttpSettings;
import dev.nameplate.serve.BaseSettings;
import dev.nameplate.serve.ServeSettings;
import dev.nameplate.template.Access;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Every setting, read from the environment and the command line; the command line wins.
 *
 * @param templates the folder of templates
 * @param fonts the folder that holds {@code fonts.json}
 * @param reload how often changed templates are looked for
 * @param warmUp how long the server draws for itself after its start
 * @param words that no recipient's name or text may hold
 */
public record Settings(
    Path templates,
    Path fonts,
    Duration reload,
    Duration warmUp,
    List<String> words,
    ServeSettings serve,
    HttpSettings http,
    RemoteSettings remote,
    AccessSettings access) {

  static final EnvVar<String> HOST =
      new EnvVar<>(
          "NAMEPLATE_HOST", "--host", "0.0.0.0", "an address", "Where to listen.", Optional::of);
  static final EnvVar<Integer> PORT =
      new EnvVar<>(
          "NAMEPLATE_PORT",
          "--port",
          "8080",
          "0 to 65535; 0 takes a free one and prints it; PORT works too",
          "The port to listen on.",
          text -> whole(text, 0, 65535).map(Long::intValue));
  static final EnvVar<Path> TEMPLATES =
      new EnvVar<>(
          "NAMEPLATE_TEMPLATES",
          "--templates",
          "./templates",
          "a folder that exists",
          "The folder of templates.",
          Settings::folder);
  static final EnvVar<Path> FONTS =
      new EnvVar<>(
          "NAMEPLATE_FONTS",
          "--fonts",
          "./fonts",
          "a folder that exists",
          "The folder that holds fonts.json.",
          Settings::folder);
  static final EnvVar<Duration> RELOAD =
      new EnvVar<>(
          "NAMEPLATE_RELOAD",
          "--reload",
          "1s",
          "a time from 100ms to 1h: 500ms, 2s, 5m",
          "How often changed templates are looked for.",
          text -> duration(text, Duration.ofMillis(100), Duration.ofHours(1)));
  static final EnvVar<Duration> WARM_UP =
      new EnvVar<>(
          "NAMEPLATE_WARM_UP",
          "--warm-up",
          "20s",
          "a time from 0s to 10m: 0s, 20s",
          "How long the server draws for itself after its start, so that the first recipients'"
              + " pictures come as soon as later ones.",
          text -> duration(text, Duration.ZERO, Duration.ofMinutes(10)));
  static final EnvVar<List<String>> WORDS =
      new EnvVar<>(
          "NAMEPLATE_WORDS",
          "--words",
          "none",
          "none, or a file in UTF-8 with a word or a phrase in each line",
          "Words that are refused in recipients' names and texts, however they are written.",
          Settings::words);
  static final EnvVar<Duration> DEADLINE =
      new EnvVar<>(
          "NAMEPLATE_DEADLINE",
          "--deadline",
          "2s",
          "a time from 10ms to 60s: 500ms, 2s",
          "How long a request waits for its picture before a lesser one is sent.",
          text -> duration(text, Duration.ofMillis(10), Duration.ofSeconds(60)));
  static final EnvVar<Integer> QUEUE =
      new EnvVar<>(
          "NAMEPLATE_QUEUE",
          "--queue",
          "256",
          "1 to 100000",
          "How many pictures may wait to be drawn.",
          text -> whole(text, 1, 100_000).map(Long::intValue));
  static final EnvVar<Long> CACHE_BYTES =
      new EnvVar<>(
          "NAMEPLATE_CACHE_BYTES",
          "--cache-bytes",
          "33554432",
          "0 to 1000000000000",
          "What finished pictures may take in memory together.",
          text -> whole(text, 0, 1_000_000_000_000L));
  static final EnvVar<Long> BASE_BYTES =
      new EnvVar<>(
          "NAMEPLATE_BASE_BYTES",
          "--base-bytes",
          "67108864",
          "0 to 1000000000000",
          "What templates may take in memory together, prepared for their scales and formats.",
          text -> whole(text, 0, 1_000_000_000_000L));
  static final EnvVar<Long> HOT_BYTES =
      new EnvVar<>(
          "NAMEPLATE_HOT_BYTES",
          "--hot-bytes",
          "33554432",
          "0 to 1000000000",
          "What answers kept ready for repeated requests may take in memory, beside the finished"
              + " pictures and outside the heap; 0 keeps none.",
          text -> whole(text, 0, 1_000_000_000L));
  static final EnvVar<Boolean> QUICK =
      new EnvVar<>(
          "NAMEPLATE_QUICK",
          "--quick",
          "on",
          "on or off",
          "Whether the first pictures of a template may take more bytes than later ones; off lets"
              + " them wait until the template is packed.",
          Settings::onOff);
  static final EnvVar<Integer> MAX_TARGET =
      new EnvVar<>(
          "NAMEPLATE_MAX_TARGET",
          "--max-target",
          "16384",
          "256 to 30000",
          "The longest request target, in characters; a longer one is answered with 414.",
          text -> whole(text, 256, 30_000).map(Long::intValue));
  static final EnvVar<Integer> FAULT_STATUS =
      new EnvVar<>(
          "NAMEPLATE_FAULT_STATUS",
          "--fault-status",
          "own",
          "own or 200",
          "The status of answers to authors' mistakes: 200 for those whose image proxies drop"
              + " others.",
          text -> text.equals("own") ? Optional.of(0) : whole(text, 200, 200).map(Long::intValue));
  static final EnvVar<Boolean> STUDIO =
      new EnvVar<>(
          "NAMEPLATE_STUDIO",
          "--studio",
          "on",
          "on or off",
          "Whether the pages for authors are there: the list of templates, each template's page and"
              + " what to paste.",
          Settings::onOff);
  static final EnvVar<KeyRing> KEYS =
      new EnvVar<>(
          "NAMEPLATE_KEYS",
          "",
          "",
          "id:secret,id:secret; ids of letters, digits, - and _, each once; secrets of 32 bytes or"
              + " more without commas",
          "The keys of signed and sealed addresses. The first makes new ones, all of them read"
              + " those there are.",
          KeyRing::parse);
  static final EnvVar<Access> ACCESS =
      new EnvVar<>(
          "NAMEPLATE_ACCESS",
          "--access",
          "open",
          "open or signed; signed needs NAMEPLATE_KEYS",
          "Who may have the pictures of a template that does not say.",
          Access::ofLabel);

  /** Every setting there is, as the settings page lists them. */
  public static final List<EnvVar<?>> ALL =
      all(
          HOST,
          PORT,
          TEMPLATES,
          FONTS,
          RELOAD,
          WARM_UP,
          WORDS,
          DEADLINE,
          QUEUE,
          CACHE_BYTES,
          BASE_BYTES,
          HOT_BYTES,
          QUICK,
          MAX_TARGET,
          FAULT_STATUS,
          STUDIO,
          KEYS,
          ACCESS);

  private static List<EnvVar<?>> all(EnvVar<?>... general) {
    List<EnvVar<?>> all = new ArrayList<>(List.of(general));
    all.addAll(LoadVariables.ALL);
    all.addAll(RemoteVariables.ALL);
    return List.copyOf(all);
  }

  /**
   * Reads all settings.
   *
   * @param environment of the process
   * @param options by their names, {@code --port}
   * @throws SettingsException that names every wrong one
   */
  public static Settings read(Map<String, String> environment, Map<String, String> options) {
    Source source = new Source(environment, options, new ArrayList<>());
    Path templates = source.value(TEMPLATES, Path.of("templates"));
    Path fonts = source.value(FONTS, Path.of("fonts"));
    Duration reload = source.value(RELOAD, Duration.ofSeconds(1));
    Duration warmUp = source.value(WARM_UP, Duration.ofSeconds(20));
    List<String> words = source.value(WORDS, List.of());
    ServeSettings preset = ServeSettings.DEFAULT;
    ServeSettings serve =
        new ServeSettings(
            source.value(CACHE_BYTES, preset.cacheBytes()),
            new BaseSettings(
                source.value(BASE_BYTES, preset.bases().maxBytes()), source.value(QUICK, true)),
            source.value(DEADLINE, preset.deadline()),
            source.value(QUEUE, preset.queue()),
            preset.permits());
    HttpSettings http =
        new HttpSettings(
            source.value(HOST, HttpSettings.DEFAULT.host()),
            source.value(PORT, HttpSettings.DEFAULT.port()),
            source.value(MAX_TARGET, HttpSettings.DEFAULT.maxTarget()),
            source.value(FAULT_STATUS, 0) == 200,
            source.value(HOT_BYTES, HttpSettings.DEFAULT.hotBytes()),
            LoadVariables.connections(source),
            LoadVariables.forwarding(source),
            LoadVariables.rates(source),
            LoadVariables.overseeing(source),
            source.value(STUDIO, true));
    AccessSettings access = access(source);
    RemoteSettings remote = RemoteVariables.read(source);
    source.complain();
    return new Settings(templates, fonts, reload, warmUp, words, serve, http, remote, access);
  }

  /**
   * Reads all settings for tools, which draw pictures in the bytes that they will have in the end.
   *
   * @throws SettingsException that names every wrong one
   */
  public static Settings tools(Map<String, String> environment, Map<String, String> options) {
    Map<String, String> patient = new HashMap<>(environment);
    patient.put(QUICK.name(), "off");
    return read(patient, options);
  }

  /**
   * Reads the keys alone, for commands that serve nothing.
   *
   * @throws SettingsException where they are none
   */
  public static KeyRing keys(Map<String, String> environment) {
    Source source = new Source(environment, Map.of(), new ArrayList<>());
    KeyRing keys = source.value(KEYS, KeyRing.NONE);
    source.complain();
    return keys;
  }

  private static AccessSettings access(Source source) {
    KeyRing keys = source.value(KEYS, KeyRing.NONE);
    Access preset = source.value(ACCESS, Access.OPEN);
    if (preset == Access.SIGNED && keys.isEmpty()) {
      source.fault(ACCESS, "'signed', and there is no key");
      return AccessSettings.DEFAULT;
    }
    return new AccessSettings(keys, preset);
  }

  private static Optional<Boolean> onOff(String text) {
    return text.matches("on|off") ? Optional.of(text.equals("on")) : Optional.empty();
  }

  private static Optional<Path> folder(String text) {
    Path path = Path.of(text);
    return path.toFile().isDirectory() ? Optional.of(path) : Optional.empty();
  }

  /** The lines of a file that hold anything; those that begin with {@code #} are remarks. */
  private static Optional<List<String>> words(String text) {
    if (text.equals("none")) {
      return Optional.of(List.of());
    }
    try {
      return Optional.of(
          Files.readAllLines(Path.of(text)).stream()
              .map(String::strip)
              .filter(line -> !line.isEmpty() && !line.startsWith("#"))
              .toList());
    } catch (IOException | InvalidPathException unreadable) {
      return Optional.empty();
    }
  }

  static Optional<Long> whole(String text, long least, long most) {
    return text.matches("\\d{1,15}")
        ? Optional.of(Long.parseLong(text)).filter(value -> value >= least && value <= most)
        : Optional.empty();
  }

  static Optional<Duration> duration(String text, Duration least, Duration most) {
    if (!text.matches("\\d{1,9}(?:ms|s|m|h)")) {
      return Optional.empty();
    }
    long number = Long.parseLong(text.replaceAll("\\D", ""));
    Duration duration =
        switch (text.replaceAll("\\d", "")) {
          case "ms" -> Duration.ofMillis(number);
          case "s" -> Duration.ofSeconds(number);
          case "m" -> Duration.ofMinutes(number);
          default -> Duration.ofHours(number);
        };
    boolean allowed = duration.compareTo(least) >= 0 && duration.compareTo(most) <= 0;
    return allowed ? Optional.of(duration) : Optional.empty();
  }

  /** Where values come from; wrong ones are noted and their presets taken. */
  record Source(Map<String, String> environment, Map<String, String> options, List<String> faults) {
    <T> T value(EnvVar<T> setting, T instead) {
      String text = text(setting);
      Optional<T> value = setting.parse(text);
      if (value.isEmpty()) {
        fault(setting, setting.isSecret() ? "set, but not as it must be" : "'" + text + "'");
      }
      return value.orElse(instead);
    }

    void fault(EnvVar<?> setting, String found) {
      faults.add(
          setting.name()
              + " is "
              + found
              + "; allowed: "
              + setting.rule()
              + ". See app/docs/settings.md");
    }

    void complain() {
      if (!faults.isEmpty()) {
        throw new SettingsException(faults);
      }
    }

    private String text(EnvVar<?> setting) {
      return Optional.ofNullable(options.get(setting.option()))
          .or(() -> Optional.ofNullable(environment.get(setting.name())))
          .or(
              () ->
                  setting.equals(PORT)
                      ? Optional.ofNullable(environment.get("PORT"))
                      : Optional.empty())
          .orElse(setting.preset());
    }
  }
}
