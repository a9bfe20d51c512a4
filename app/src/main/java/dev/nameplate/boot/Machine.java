package dev.nameplate.boot;

import dev.nameplate.config.MemoryBudget;
import dev.nameplate.config.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.function.Function;

/**
 * What this process may use of its machine: what Java sees, and what the control groups of Linux
 * allow (cgroups(7), both versions), read from files, since Java tells its own view of them only
 * through JMX, which takes long to load.
 *
 * @param cores processors as Java counts them, a quota rounded up; at least 1
 * @param quota how many processors the control group allows, such as 0.25; empty for all
 * @param memory how many bytes it allows; empty where there is no limit
 * @param heap the most that the heap may take, in bytes
 */
public record Machine(int cores, OptionalDouble quota, OptionalLong memory, long heap) {
  /** What the program takes beside heap and response cache: code, classes, threads, decoders. */
  private static final long BESIDE = 96L << 20;

  private static final long MEBIBYTE = 1 << 20;

  /** Version 1 writes no limit as a number near 2^63. */
  private static final long NO_LIMIT = 1L << 60;

  /** Reads what there is; where nothing can be read, nothing is limited. Reads some small files. */
  public static Machine read() {
    Runtime runtime = Runtime.getRuntime();
    Machine machine = read(Path.of("/proc/self/cgroup"), Path.of("/sys/fs/cgroup"));
    return new Machine(
        runtime.availableProcessors(), machine.quota(), machine.memory(), runtime.maxMemory());
  }

  /**
   * Reads the limits alone.
   *
   * @param own the file that names the control groups of the process
   * @param root where the control groups are mounted
   */
  static Machine read(Path own, Path root) {
    double quota = Double.POSITIVE_INFINITY;
    long memory = NO_LIMIT;
    for (String line : lines(own)) {
      String[] parts = line.split(":", 3);
      if (parts.length < 3) {
        continue;
      }
      List<String> controllers = List.of(parts[1].split(",", -1));
      if (parts[1].isEmpty()) {
        memory = Math.min(memory, least(root, parts[2], Machine::memoryOfTwo));
        quota = Math.min(quota, least(root, parts[2], Machine::quotaOfTwo));
      }
      if (controllers.contains("memory")) {
        memory = Math.min(memory, least(root.resolve("memory"), parts[2], Machine::memoryOfOne));
      }
      if (controllers.contains("cpu")) {
        quota = Math.min(quota, least(root.resolve(parts[1]), parts[2], Machine::quotaOfOne));
      }
    }
    return new Machine(
        1,
        Double.isInfinite(quota) ? OptionalDouble.empty() : OptionalDouble.of(quota),
        memory >= NO_LIMIT ? OptionalLong.empty() : OptionalLong.of(memory),
        0);
  }

  /**
   * The lines that a start prints: what there is, and where that is too little for the settings.
   *
   * @param read the settings as they were read
   * @param fitted the same with caches that fit the heap
   */
  public List<String> words(Settings read, Settings fitted) {
    List<String> lines = new ArrayList<>();
    lines.add(words(fitted.serve().permits()));
    long caches = MemoryBudget.caches(read);
    if (MemoryBudget.caches(fitted) < caches) {
      lines.add(
          "The caches' settings are "
              + caches / MEBIBYTE
              + " MiB together, more than this heap can hold beside the work; they take "
              + MemoryBudget.caches(fitted) / MEBIBYTE
              + " MiB. See app/docs/operations.md#memory");
    }
    long missing = missing(fitted.http().responseCacheBytes());
    if (missing > 0) {
      lines.add(
          "Heap, response cache and program may take "
              + (missing / MEBIBYTE + 1)
              + " MiB more than the control group allows, which would end the process: lower -Xmx"
              + " or raise the limit. See app/docs/operations.md#memory");
    }
    return lines;
  }

  private String words(int permits) {
    String share =
        quota.isPresent()
            ? " (its control group allows " + Math.round(quota.getAsDouble() * 100) / 100.0 + ")"
            : "";
    return "This node has "
        + cores
        + (cores == 1 ? " core" : " cores")
        + share
        + ", "
        + (memory.isPresent()
            ? memory.getAsLong() / MEBIBYTE + " MiB of memory"
            : "memory without a limit")
        + ", a heap of "
        + heap / MEBIBYTE
        + " MiB; it draws "
        + permits
        + (permits == 1 ? " picture" : " pictures")
        + " at a time";
  }

  /**
   * How many bytes are missing for everything that the process may take; 0 where there are enough.
   *
   * @param responses the bytes of the cache outside the heap
   */
  long missing(long responses) {
    return memory.isPresent() ? Math.max(0, heap + responses + BESIDE - memory.getAsLong()) : 0;
  }

  /** The least of a group and those above it, which limit it too. */
  private static <T extends Number & Comparable<T>> T least(
      Path root, String group, Function<Path, T> limit) {
    T least = limit.apply(root);
    Path folder = root;
    for (String name : group.split("/", -1)) {
      if (name.isEmpty() || name.equals("..")) {
        continue;
      }
      folder = folder.resolve(name);
      T next = limit.apply(folder);
      least = next.compareTo(least) < 0 ? next : least;
    }
    return least;
  }

  private static Long memoryOfTwo(Path group) {
    return number(first(group.resolve("memory.max")), NO_LIMIT);
  }

  private static Long memoryOfOne(Path group) {
    return number(first(group.resolve("memory.limit_in_bytes")), NO_LIMIT);
  }

  private static Double quotaOfTwo(Path group) {
    String[] parts = first(group.resolve("cpu.max")).split(" ", -1);
    return parts.length == 2 ? share(parts[0], parts[1]) : Double.POSITIVE_INFINITY;
  }

  private static Double quotaOfOne(Path group) {
    return share(
        first(group.resolve("cpu.cfs_quota_us")), first(group.resolve("cpu.cfs_period_us")));
  }

  private static double share(String quota, String period) {
    long micros = number(quota, -1);
    long of = number(period, -1);
    return micros > 0 && of > 0 ? (double) micros / of : Double.POSITIVE_INFINITY;
  }

  private static long number(String text, long other) {
    return text.matches("[0-9]{1,18}") ? Math.min(NO_LIMIT, Long.parseLong(text)) : other;
  }

  private static String first(Path file) {
    List<String> lines = lines(file);
    return lines.isEmpty() ? "" : lines.get(0).strip();
  }

  private static List<String> lines(Path file) {
    try {
      return Files.exists(file) ? new ArrayList<>(Files.readAllLines(file)) : List.of();
    } catch (IOException unreadable) {
      return List.of();
    }
  }
}
