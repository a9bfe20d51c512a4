package dev.nameplate.template.library;

import dev.nameplate.template.TemplateId;
import dev.nameplate.template.parse.TemplateReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Templates in a folder of the file system, {@code <root>/<id>/template.json}, of which those at
 * most seven folders below the root are listed. Writes of one process are serialized. Two processes
 * detect each other's writes by the fingerprint, except between comparing it and moving the files.
 */
public final class FolderTemplateFiles implements WritableTemplateFiles {
  private static final int MAX_DEPTH = 8;
  private static final String VERSIONS = "versions/";

  private final Path root;

  /**
   * The templates below a folder.
   *
   * @param root the folder of all templates; it need not exist yet
   */
  public FolderTemplateFiles(Path root) {
    this.root = root;
  }

  @Override
  public List<TemplateId> ids() {
    return names().stream().flatMap(name -> TemplateId.parse(name).stream()).toList();
  }

  @Override
  public List<String> misnamed() {
    return names().stream().filter(name -> TemplateId.parse(name).isEmpty()).toList();
  }

  private List<String> names() {
    if (!Files.isDirectory(root)) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(root, MAX_DEPTH)) {
      List<String> all =
          files
              .filter(file -> file.endsWith(TemplateReader.FILE))
              .map(file -> text(root.relativize(file.getParent())))
              .filter(name -> !name.isEmpty() && !isHidden(name))
              .sorted()
              .toList();
      return all.stream().filter(name -> !isInside(name, all)).toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException("the folder of templates cannot be read", unreadable);
    }
  }

  /** Whether a folder is a version or an asset of another template. */
  private static boolean isInside(String name, List<String> all) {
    return all.stream()
        .anyMatch(
            other ->
                name.startsWith(other + "/" + VERSIONS) || name.startsWith(other + "/assets/"));
  }

  @Override
  public List<String> paths(TemplateId id) {
    Path folder = folder(id);
    if (!Files.isRegularFile(folder.resolve(TemplateReader.FILE))) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .map(file -> text(folder.relativize(file)))
          .filter(path -> !path.isEmpty() && !isHidden(path))
          .filter(path -> find(id, path).isPresent())
          .sorted()
          .toList();
    } catch (IOException | UncheckedIOException unreadable) {
      throw new UncheckedIOException(
          "the files of " + id + " cannot be listed", new IOException(unreadable));
    }
  }

  @Override
  public Optional<byte[]> read(TemplateId id, String path) {
    Optional<Path> file = find(id, path);
    try {
      return file.isPresent() ? Optional.of(Files.readAllBytes(file.get())) : Optional.empty();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(id + "/" + path + " cannot be read", unreadable);
    }
  }

  /**
   * The file of a path with links resolved; empty where it is outside the template's folder or no
   * file.
   */
  private Optional<Path> find(TemplateId id, String path) {
    if (!isInside(path)) {
      return Optional.empty();
    }
    try {
      Path folder = folder(id).toRealPath();
      Path file = folder.resolve(path).toRealPath();
      return file.startsWith(folder) && Files.isRegularFile(file)
          ? Optional.of(file)
          : Optional.empty();
    } catch (IOException | InvalidPathException absent) {
      return Optional.empty();
    }
  }

  /** Whether a path alone stays inside the folder; links are resolved elsewhere. */
  private static boolean isInside(String path) {
    return !path.isEmpty()
        && !path.startsWith("/")
        && path.indexOf('\\') < 0
        && path.indexOf('\0') < 0
        && path.indexOf(':') < 0
        && !isHidden(path)
        && Stream.of(path.split("/", -1)).noneMatch(String::isEmpty);
  }

  /** Whether any part of the path begins with a dot, {@code .} and {@code ..} among them. */
  private static boolean isHidden(String path) {
    return path.startsWith(".") || path.contains("/.");
  }

  @Override
  public String fingerprint(TemplateId id) {
    Path folder = folder(id);
    if (!Files.isRegularFile(folder.resolve(TemplateReader.FILE))) {
      return "";
    }
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .map(file -> text(folder.relativize(file)))
          .filter(path -> !path.isEmpty() && !isHidden(path) && !path.startsWith(VERSIONS))
          .filter(path -> Files.isRegularFile(folder.resolve(path)))
          .sorted()
          .map(path -> path + " " + stamp(folder.resolve(path)))
          .collect(Collectors.joining("\n"));
    } catch (IOException | UncheckedIOException gone) {
      return "";
    }
  }

  private static String stamp(Path file) {
    try {
      BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
      return attributes.size() + " " + attributes.lastModifiedTime();
    } catch (IOException gone) {
      return "gone";
    }
  }

  @Override
  public synchronized WriteResult write(TemplateId id, Map<String, byte[]> files, String expected) {
    files.keySet().forEach(path -> check(id, path));
    String now = fingerprint(id);
    if (!now.equals(expected)) {
      return new WriteResult.Conflict(now);
    }
    Map<String, byte[]> ordered =
        new TreeMap<>(
            Comparator.<String, Boolean>comparing(TemplateReader.FILE::equals)
                .thenComparing(Comparator.naturalOrder()));
    ordered.putAll(files);
    ordered.forEach((path, bytes) -> replace(folder(id).resolve(path), bytes));
    return new WriteResult.Written(fingerprint(id));
  }

  /**
   * Checks that a file, which may not exist yet, would be inside the template's folder.
   *
   * @throws IllegalArgumentException where it would not
   */
  private void check(TemplateId id, String path) {
    if (!isInside(path) || !staysInside(folder(id).resolve(path))) {
      throw new IllegalArgumentException("not a path of a template's file");
    }
  }

  private boolean staysInside(Path file) {
    try {
      Path existing = nearestExisting(file);
      return !Files.isSymbolicLink(existing)
          && existing
              .toRealPath()
              .equals(root.toRealPath().resolve(root.relativize(existing)).normalize());
    } catch (IOException unreadable) {
      return !Files.exists(root);
    }
  }

  /** The file itself where it exists, else its nearest existing ancestor, at most the root. */
  private Path nearestExisting(Path file) {
    Path parent = file.getParent();
    boolean found = file.equals(root) || Files.exists(file, LinkOption.NOFOLLOW_LINKS);
    return found || parent == null ? file : nearestExisting(parent);
  }

  private static void replace(Path file, byte[] bytes) {
    try {
      Path folder = Files.createDirectories(file.resolveSibling(""));
      Path fresh = Files.createTempFile(folder, ".write-", ".tmp");
      try {
        Files.write(fresh, bytes);
        Files.move(
            fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      } finally {
        Files.deleteIfExists(fresh);
      }
    } catch (IOException unwritable) {
      throw new UncheckedIOException("a file of a template cannot be written", unwritable);
    }
  }

  private Path folder(TemplateId id) {
    return root.resolve(id.text());
  }

  private static String text(Path path) {
    return path.toString().replace('\\', '/');
  }
}
