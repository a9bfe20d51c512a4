package dev.nameplate.template.library;

import dev.nameplate.util.DurableWrites;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The folders of a template's published versions, {@code versions/<number>}. A new one is written
 * under a hidden name, forced to the disk, and then renamed, so that it is whole or not there.
 */
final class VersionFolders {
  /** The folder of a template that holds its versions. */
  static final String NAME = "versions";

  /** The greatest number of a version, which has nine digits. */
  static final int MAX_NUMBER = 999_999_999;

  private static final Pattern NUMBER = Pattern.compile("[1-9]\\d{0,8}+");
  private static final String UNFINISHED = ".new-";

  /** After so long a folder that is not finished is left by a process that has ended. */
  private static final Duration ABANDONED = Duration.ofHours(1);

  private VersionFolders() {}

  /** Whether a text is the number of a version: 1 to {@link #MAX_NUMBER}, no leading zeros. */
  static boolean isNumber(String text) {
    return NUMBER.matcher(text).matches();
  }

  /** The numbers that name something in a folder, in ascending order; empty where it is missing. */
  static List<Integer> numbers(Path versions) throws IOException {
    return names(versions).stream()
        .filter(VersionFolders::isNumber)
        .map(Integer::valueOf)
        .sorted()
        .toList();
  }

  private static List<String> names(Path versions) throws IOException {
    if (!Files.isDirectory(versions)) {
      return List.of();
    }
    try (Stream<Path> all = Files.list(versions)) {
      return all.map(path -> String.valueOf(path.getFileName())).toList();
    }
  }

  /**
   * Writes the next version.
   *
   * @param versions the folder of all versions; created where it is missing, its parent too
   * @param files bytes by path below the version
   * @return its number
   * @throws IOException where it cannot be written; no version is added then
   */
  static int add(Path versions, Map<String, byte[]> files) throws IOException {
    Files.createDirectories(versions);
    Path unfinished = Files.createDirectory(versions.resolve(UNFINISHED + UUID.randomUUID()));
    try {
      deleteAbandoned(versions, unfinished);
      write(unfinished, files);
      int number = rename(unfinished, versions);
      DurableWrites.forceFolder(versions);
      DurableWrites.forceFolder(versions.resolveSibling("."));
      return number;
    } finally {
      if (Files.exists(unfinished)) {
        DurableWrites.deleteFolder(unfinished);
      }
    }
  }

  private static void write(Path unfinished, Map<String, byte[]> files) throws IOException {
    Set<Path> folders = new TreeSet<>(Comparator.reverseOrder()); // children before their parents
    folders.add(unfinished);
    for (Map.Entry<String, byte[]> file : files.entrySet()) {
      Path target = unfinished.resolve(file.getKey());
      Path folder = target.resolveSibling(".").normalize();
      Files.createDirectories(folder);
      DurableWrites.create(target, file.getValue());
      for (Path each = folder; each.startsWith(unfinished); each = each.resolve("..").normalize()) {
        folders.add(each);
      }
    }
    folders.forEach(DurableWrites::forceFolder);
  }

  /** Takes the first free number; another process may take one at the same time. */
  private static int rename(Path unfinished, Path versions) throws IOException {
    List<Integer> taken = numbers(versions);
    int number = taken.isEmpty() ? 1 : taken.get(taken.size() - 1) + 1;
    for (; number <= MAX_NUMBER; number++) {
      Path target = versions.resolve("" + number);
      try {
        Files.move(unfinished, target, StandardCopyOption.ATOMIC_MOVE);
        return number;
      } catch (FileSystemException failed) {
        if (!Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
          throw failed;
        }
      }
    }
    throw new IOException("there is no number left after " + MAX_NUMBER);
  }

  /** Times are compared with that of a new folder, which the same file system gave. */
  private static void deleteAbandoned(Path versions, Path fresh) throws IOException {
    long now = Files.getLastModifiedTime(fresh).toMillis();
    for (String name : names(versions)) {
      Path folder = versions.resolve(name);
      boolean old =
          name.startsWith(UNFINISHED)
              && now - Files.getLastModifiedTime(folder, LinkOption.NOFOLLOW_LINKS).toMillis()
                  > ABANDONED.toMillis();
      if (old) {
        DurableWrites.deleteFolder(folder);
      }
    }
  }
}
