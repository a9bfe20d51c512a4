package dev.nameplate.config;

import dev.nameplate.access.ratelimit.Rate;
import dev.nameplate.net.CidrSet;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * How the values of a setting are parsed and written.
 *
 * @param rule which values are allowed, in words
 * @param reader returns empty where a text is not allowed
 * @param writer returns a text that the reader reads as the same value
 */
public record ValueType<T>(
    String rule, Function<String, Optional<T>> reader, Function<T, String> writer) {

  /** The value of a text; empty where it breaks the rule. */
  Optional<T> read(String text) {
    return reader.apply(text);
  }

  /** The text of a value. */
  String write(T value) {
    return writer.apply(value);
  }

  /** The same values with another text of the rule. */
  ValueType<T> with(String words) {
    return new ValueType<>(words, reader, writer);
  }

  /** Any text. */
  static ValueType<String> text(String rule) {
    return new ValueType<>(rule, Optional::of, Function.identity());
  }

  /** A whole number that fits 32 bits, both bounds included. */
  static ValueType<Integer> whole(int least, int most) {
    return new ValueType<>(
        least + " to " + most,
        text -> number(text, least, most).map(Long::intValue),
        value -> Integer.toString(value));
  }

  /** A number of bytes or pixels, both bounds included. */
  static ValueType<Long> size(long least, long most) {
    return new ValueType<>(
        least + " to " + most, text -> number(text, least, most), value -> Long.toString(value));
  }

  /**
   * A duration, both bounds included.
   *
   * @param examples for the rule
   */
  static ValueType<Duration> time(Duration least, Duration most, String examples) {
    return new ValueType<>(
        "a time from " + written(least) + " to " + written(most) + ": " + examples,
        text -> duration(text, least, most),
        ValueType::written);
  }

  /** The number of drawing permits: 1 to 1024, or {@code cores} for one for each processor. */
  static ValueType<Integer> permits() {
    int cores = Runtime.getRuntime().availableProcessors();
    return new ValueType<>(
        "cores, or 1 to 1024",
        text ->
            text.equals("cores") ? Optional.of(cores) : number(text, 1, 1024).map(Long::intValue),
        permits -> permits == cores ? "cores" : Integer.toString(permits));
  }

  /** On or off. */
  static ValueType<Boolean> onOff() {
    return new ValueType<>(
        "on or off",
        text -> text.matches("on|off") ? Optional.of(text.equals("on")) : Optional.empty(),
        on -> on ? "on" : "off");
  }

  /** A folder that exists. */
  static ValueType<Path> folder() {
    return new ValueType<>("a folder that exists", ValueType::existingFolder, Path::toString);
  }

  /** One of some values by its word, in any case. */
  static <T> ValueType<T> oneOf(String rule, List<T> values, Function<T, String> word) {
    return new ValueType<>(
        rule,
        text -> values.stream().filter(v -> word.apply(v).equalsIgnoreCase(text)).findFirst(),
        word);
  }

  /** A rate, or no limit. */
  static ValueType<Optional<Rate>> rate() {
    return new ValueType<>(
        "off, or pictures a second and at once: 200/1000",
        text -> {
          Optional<Rate> rate = Rate.parse(text);
          return rate.isPresent() || text.equals("off") ? Optional.of(rate) : Optional.empty();
        },
        rate -> rate.map(r -> r.perSecond() + "/" + r.burst()).orElse("off"));
  }

  /**
   * Blocks of addresses; the default is none.
   *
   * @param entries returns the texts of the blocks, without {@code none}; empty where they cannot
   *     be read
   */
  static ValueType<CidrSet> blocks(String rule, Function<String, Optional<List<String>>> entries) {
    return new ValueType<>(
        rule, text -> entries.apply(text).flatMap(CidrSet::parse), blocks -> "none");
  }

  private static Optional<Path> existingFolder(String text) {
    try {
      return Optional.of(Path.of(text)).filter(Files::isDirectory);
    } catch (InvalidPathException noPath) {
      return Optional.empty();
    }
  }

  /** A whole number in decimal digits within bounds; empty for any other text. */
  static Optional<Long> number(String text, long least, long most) {
    return text.matches("[0-9]{1,15}")
        ? Optional.of(Long.parseLong(text)).filter(value -> value >= least && value <= most)
        : Optional.empty();
  }

  private static Optional<Duration> duration(String text, Duration least, Duration most) {
    if (!text.matches("[0-9]{1,9}(?:ms|s|m|h)")) {
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

  /**
   * The largest unit that divides the duration, but seconds up to a minute: 100ms, 2s, 60s, 10m.
   */
  private static String written(Duration time) {
    long millis = time.toMillis();
    if (millis % 1000 != 0) {
      return millis + "ms";
    }
    long seconds = millis / 1000;
    if (seconds <= 60 || seconds % 60 != 0) {
      return seconds + "s";
    }
    return seconds % 3600 == 0 ? seconds / 3600 + "h" : seconds / 60 + "m";
  }
}
