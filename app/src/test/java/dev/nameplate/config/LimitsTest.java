package dev.nameplate.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nameplate.config.Limits.Limit;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Promise 9: every cache and queue in the code is bounded, and the page of limits names it. */
final class LimitsTest {
  private static final Path MAIN = Path.of("app/src/main/java");
  private static final Path PAGE = Path.of("app/docs/limits.md");
  private static final boolean UPDATE = Boolean.getBoolean("nameplate.update");

  /** How something that grows is made. */
  private static final Pattern GROWS =
      Pattern.compile(
          "Caffeine\\.newBuilder|new (ConcurrentHashMap|ArrayBlockingQueue|LinkedBlockingQueue"
              + "|WeightedLruCache|LoadingLruCache|ConcurrentLinkedQueue)\\b|new Semaphore\\("
              + "|new @Nullable \\w+\\[");

  private static final Pattern CAFFEINE =
      Pattern.compile("Caffeine\\s*\\.newBuilder\\(\\)[^;]*?build\\(", Pattern.DOTALL);

  /** Numbers and times that limit nothing that grows. */
  private static final Set<String> NO_LIMITS =
      Set.of("NAMEPLATE_PORT", "NAMEPLATE_RELOAD", "NAMEPLATE_WARM_UP");

  @Test
  void everythingThatGrows_hasARow() {
    Set<String> owners = Limits.ALL.stream().map(Limit::owner).collect(Collectors.toSet());
    assertThat(sources().filter(file -> GROWS.matcher(read(file)).find()).map(LimitsTest::type))
        .isNotEmpty()
        .allSatisfy(type -> assertThat(owners).contains(type));
  }

  @Test
  void everyOwner_isAType() {
    Set<String> types = sources().map(LimitsTest::type).collect(Collectors.toSet());
    assertThat(Limits.ALL).allSatisfy(limit -> assertThat(types).contains(limit.owner()));
  }

  @Test
  void everyCache_isBounded() {
    List<String> caches =
        sources()
            .flatMap(file -> CAFFEINE.matcher(read(file)).results().map(r -> r.group()))
            .toList();
    assertThat(caches).isNotEmpty().allSatisfy(cache -> assertThat(cache).contains(".maximum"));
  }

  @Test
  void everySettingThatLimits_hasARow_andEveryRowASetting() {
    Set<String> named = Limits.ALL.stream().map(Limit::setting).collect(Collectors.toSet());
    List<String> limiting =
        Settings.ALL.stream()
            .filter(
                setting ->
                    setting.defaultValue() instanceof Number
                        || setting.defaultValue() instanceof Duration)
            .map(setting -> setting.name())
            .filter(name -> !NO_LIMITS.contains(name))
            .toList();
    assertThat(limiting).isNotEmpty().allSatisfy(name -> assertThat(named).contains(name));
    Set<String> known =
        Settings.ALL.stream().map(setting -> setting.name()).collect(Collectors.toSet());
    assertThat(named)
        .allMatch(
            name -> known.contains(name) || Set.of(Limits.FIXED, Limits.BY_FILES).contains(name));
  }

  @Test
  void page_listsEveryLimit() throws IOException {
    if (UPDATE) {
      Files.writeString(PAGE, page());
    }
    assertThat(Files.readString(PAGE)).isEqualTo(page());
    assertThat(UPDATE).as("the page was written; look at it and run again").isFalse();
  }

  private static String page() {
    return """
    # Limits and caches

    Everything that takes memory or time has a bound. Where you may choose it, the row names the
    [setting](settings.md); *fixed* ones are in the code, because no operator gains by another value, and what is
    limited *by the files* grows with the templates and fonts that you give. A full cache drops what was not asked for
    lately; nothing is lost by it but time. This page is made by `LimitsTest`.

    | Owner | What | Unit | Setting | Default |
    |---|---|---|---|---|
    """
        + Limits.ALL.stream().map(LimitsTest::row).collect(Collectors.joining());
  }

  private static String row(Limit limit) {
    boolean settable = limit.setting().startsWith("NAMEPLATE_");
    String value =
        settable
            ? Settings.ALL.stream()
                .filter(setting -> setting.name().equals(limit.setting()))
                .map(setting -> setting.defaultText())
                .findFirst()
                .orElseThrow()
            : limit.bound();
    String setting = settable ? "`" + limit.setting() + "`" : limit.setting();
    return "| `%s` | %s | %s | %s | %s |\n"
        .formatted(limit.owner(), limit.what(), limit.unit(), setting, value);
  }

  private static Stream<Path> sources() {
    try (Stream<Path> files = Files.walk(MAIN)) {
      return files.filter(file -> file.toString().endsWith(".java")).toList().stream();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static String type(Path file) {
    return file.getFileName().toString().replace(".java", "");
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
