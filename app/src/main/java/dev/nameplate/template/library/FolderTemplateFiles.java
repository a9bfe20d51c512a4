package dev.nameplate.template.library;

import dev.nameplate.template.TemplateAssets;
import dev.nameplate.template.TemplateId;
import dev.nameplate.template.parse.TemplateReader;
import dev.nameplate.util.DurableWrites;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Templates in a folder of the file system, {@code <root>/<id>/template.json}, of which those at
 * most seven folders below the root are listed. Writes of one process are serialized. Two processes
 * detect each other's writes by the fingerprint, except between comparing it and moving the files.
 */
public final class FolderTemplateFiles implements WritableTemplateFiles {
  private static final int MAX_DEPTH = 8;
  private static final String VERSIONS = VersionFolders.NAME;

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
  public List<String> names() {
    if (!Files.isDirectory(root)) {
      return List.of();
    }
    List<String> names = new ArrayList<>();
    try {
      Files.walkFileTree(root, Set.of(), MAX_DEPTH, new Listing(names));
    } catch (IOException unreadable) {
      throw new UncheckedIOException("the folder of templates cannot be read", unreadable);
    }
    return names.stream().sorted().toList();
  }

  /** Collects the names of templates, and leaves out what belongs to one of them. */
  private final class Listing extends SimpleFileVisitor<Path> {
    private final List<String> names;

    Listing(List<String> names) {
      this.names = names;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
      String name = String.valueOf(folder.getFileName());
      boolean skipped =
          !folder.equals(root)
              && (isHidden(name)
                  || ((name.equals(VERSIONS) || TemplateAssets.FOLDERS.contains(name))
                      && isTemplate(folder.resolveSibling("."))));
      return skipped ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
    }

    private boolean isTemplate(Path folder) {
      return !folder.normalize().equals(root.normalize())
          && Files.exists(folder.resolve(TemplateReader.FILE));
    }

    /** Whether it is a version of a template that is gone. */
    private boolean isVersion(String name) {
      int at = name.lastIndexOf("/" + VERSIONS + "/");
      return at > 0
          && TemplateId.parse(name.substring(0, at)).isPresent()
          && VersionFolders.isNumber(name.substring(at + VERSIONS.length() + 2));
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
      String name = text(root.relativize(file.resolveSibling("")));
      if (file.endsWith(TemplateReader.FILE) && !name.isEmpty() && !isVersion(name)) {
        names.add(name);
      }
      return FileVisitResult.CONTINUE;
    }
  }

  @Override
  public List<String> paths(TemplateId id) {
    Path folder = folder(id);
    if (!Files.isRegularFile(folder.resolve(TemplateReader.FILE))) {
      return List.of();
    }
    return paths(id, folder);
  }

  @Override
  public List<String> paths(TemplateId id, String below) {
    Path folder = folder(id).resolve(below);
    return isInside(below) && Files.isDirectory(folder) ? paths(id, folder) : List.of();
  }

  private List<String> paths(TemplateId id, Path below) {
    Path folder = folder(id);
    try (Stream<Path> files = Files.walk(below)) {
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
  public List<Integer> versions(TemplateId id) {
    try {
      return VersionFolders.numbers(folder(id).resolve(VERSIONS)).stream()
          .filter(number -> find(id, version(number) + "/" + TemplateReader.FILE).isPresent())
          .toList();
    } catch (IOException | UncheckedIOException unreadable) {
      throw new UncheckedIOException(
          "the versions of " + id + " cannot be listed", new IOException(unreadable));
    }
  }

  private static String version(int number) {
    return VERSIONS + "/" + number;
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
    return fingerprint(folder(id));
  }

  @Override
  public String fingerprint(TemplateId id, int version) {
    try {
      return find(id, version(version) + "/" + TemplateReader.FILE).isPresent()
          ? fingerprint(folder(id).resolve(version(version)).toRealPath())
          : "";
    } catch (IOException gone) {
      return "";
    }
  }

  private static String fingerprint(Path folder) {
    if (!Files.isRegularFile(folder.resolve(TemplateReader.FILE))) {
      return "";
    }
    List<String> stamps = new ArrayList<>();
    try {
      Files.walkFileTree(
          folder,
          new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path each, BasicFileAttributes attributes) {
              return each.equals(folder.resolve(VERSIONS))
                      || (!each.equals(folder) && isHidden(String.valueOf(each.getFileName())))
                  ? FileVisitResult.SKIP_SUBTREE
                  : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
              String path = text(folder.relativize(file));
              Optional<String> stamp = isHidden(path) ? Optional.empty() : stamp(file, attributes);
              stamp.ifPresent(found -> stamps.add(path + " " + found));
              return FileVisitResult.CONTINUE;
            }
          });
    } catch (IOException gone) {
      return "";
    }
    return stamps.stream().sorted().collect(Collectors.joining("\n"));
  }

  /**
   * Size and time of a file, or of the one that a link leads to; empty for what is none.
   *
   * @param attributes of the file itself
   */
  private static Optional<String> stamp(Path file, BasicFileAttributes attributes) {
    try {
      BasicFileAttributes target =
          attributes.isSymbolicLink()
              ? Files.readAttributes(file, BasicFileAttributes.class)
              : attributes;
      return target.isRegularFile()
          ? Optional.of(target.size() + " " + target.lastModifiedTime())
          : Optional.empty();
    } catch (IOException gone) {
      return Optional.empty();
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

  @Override
  public synchronized int addVersion(TemplateId id, Map<String, byte[]> files) {
    if (!files.containsKey(TemplateReader.FILE)
        || !files.keySet().stream().allMatch(FolderTemplateFiles::isInside)) {
      throw new IllegalArgumentException("not the files of a version");
    }
    Path versions = folder(id).resolve(VERSIONS);
    try {
      if (!staysInside(versions)) {
        throw new IOException(versions + " leads to another folder");
      }
      return VersionFolders.add(versions, files);
    } catch (IOException unwritable) {
      throw new UncheckedIOException(
          "a version of " + id + " cannot be written: " + unwritable, unwritable);
    }
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
      Path fresh = folder.resolve(".write-" + UUID.randomUUID() + ".tmp");
      try {
        DurableWrites.create(fresh, bytes);
        Files.move(
            fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      } finally {
        Files.deleteIfExists(fresh);
      }
      DurableWrites.forceFolder(folder);
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
