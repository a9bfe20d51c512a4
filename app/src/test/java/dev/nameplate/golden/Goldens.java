package dev.nameplate.golden;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.nameplate.support.Pictures;
import dev.nameplate.util.Sha256;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.CRC32C;

/**
 * What pictures looked like before: {@code digests.txt} has a digest of the pixels of every
 * picture, and some of them are there as PNG too, each only once. On JDK 17 pixels must be the
 * same; other JDKs rasterize a little differently, so there the pictures are compared by distance.
 *
 * <p>With {@code -Dnameplate.update=true} pictures and digests are written anew, and the run fails
 * all the same, so that nobody takes over what was not looked at.
 */
public final class Goldens {
  /** A channel that differs by less is the same to the eye. */
  private static final int TOLERANCE = 48;

  private static final String DIGESTS = "digests.txt";
  private static final boolean EXACT = Runtime.version().feature() == 17;
  private static final boolean UPDATE = Boolean.getBoolean("nameplate.update");

  private final Path folder;
  private final Path mismatches;
  private final double share;
  private final SortedMap<String, String> digests;
  private final SortedMap<String, String> drawn = new TreeMap<>();

  private Goldens(Path folder, Path mismatches, double share) {
    this.folder = folder;
    this.mismatches = mismatches;
    this.share = share;
    this.digests = new TreeMap<>(read(folder.resolve(DIGESTS)));
  }

  /**
   * The goldens of one test.
   *
   * @param name of the folder in the tests' resources, and of the one below {@code app/target} that
   *     takes the mismatches
   * @param share of the pixels that may differ on other JDKs than 17
   */
  public static Goldens in(String name, double share) {
    return new Goldens(Path.of("app/src/test/resources", name), Path.of("app/target", name), share);
  }

  /**
   * Compares a picture with what it looked like before.
   *
   * @param name the picture's path in the folder
   * @param kept whether it is kept as a PNG, beside its digest
   */
  public void check(String name, BufferedImage actual, boolean kept) {
    if (UPDATE) {
      update(name, actual, kept);
      return;
    }
    assertThat(digests)
        .as("a golden that is not there fails; -Dnameplate.update=true")
        .containsKey(name);
    Optional<Path> file = picture(name);
    assertThat(file.isPresent() || !kept)
        .as("%s has no picture; -Dnameplate.update=true", name)
        .isTrue();
    Optional<BufferedImage> expected = file.map(Goldens::decode);
    expected.ifPresent(
        picture ->
            assertThat(digest(picture)).as("the digest of %s", file).isEqualTo(digests.get(name)));
    assumeTrue(EXACT || expected.isPresent(), "only a digest, which holds for JDK 17");
    boolean same =
        EXACT ? digest(actual).equals(digests.get(name)) : near(expected.orElseThrow(), actual);
    if (!same) {
      keepMismatch(name, expected, actual);
    }
    assertThat(same).as("%s, see %s", name, mismatches).isTrue();
  }

  /**
   * Checks that there is no picture and no digest that no test asks for, and no picture twice.
   *
   * @param names of all pictures
   * @param kept those of them that are kept as PNG
   */
  public void checkNothingElse(Collection<String> names, Collection<String> kept) {
    if (UPDATE) {
      tidy(kept);
    }
    assertThat(UPDATE).as("goldens were written; look at them and run again").isFalse();
    assertThat(digests.keySet()).containsExactlyInAnyOrderElementsOf(names);
    assertThat(files()).containsExactlyInAnyOrderElementsOf(firsts(digests, kept));
  }

  /** Of kept pictures that are the same, the first by name. */
  private static List<String> firsts(Map<String, String> digests, Collection<String> kept) {
    Map<String, String> first =
        kept.stream()
            .sorted()
            .collect(
                Collectors.toMap(
                    name -> digests.getOrDefault(name, name), name -> name, (one, other) -> one));
    return List.copyOf(first.values());
  }

  private List<String> files() {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(Files::isRegularFile)
          .map(file -> folder.relativize(file).toString().replace('\\', '/'))
          .filter(name -> !name.equals(DIGESTS))
          .toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** The file with a picture's pixels, under its own name or another's. */
  private Optional<Path> picture(String name) {
    return digests.entrySet().stream()
        .filter(entry -> entry.getValue().equals(digests.get(name)))
        .map(entry -> folder.resolve(entry.getKey()))
        .filter(Files::exists)
        .findFirst();
  }

  private boolean near(BufferedImage expected, BufferedImage actual) {
    return expected.getWidth() == actual.getWidth()
        && expected.getHeight() == actual.getHeight()
        && Pictures.shareOver(expected, actual, TOLERANCE) < share;
  }

  private void keepMismatch(String name, Optional<BufferedImage> expected, BufferedImage actual) {
    write(mismatches.resolve(name + ".actual.png"), SmallPng.write(actual));
    expected.ifPresent(
        picture -> {
          write(mismatches.resolve(name + ".expected.png"), SmallPng.write(picture));
          write(
              mismatches.resolve(name + ".difference.png"),
              SmallPng.write(difference(picture, actual)));
        });
  }

  /** White where pixels are the same, black where they are not; as large as both together. */
  private static BufferedImage difference(BufferedImage one, BufferedImage other) {
    int width = Math.max(one.getWidth(), other.getWidth());
    int height = Math.max(one.getHeight(), other.getHeight());
    BufferedImage difference = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        difference.setRGB(x, y, pixel(one, x, y).equals(pixel(other, x, y)) ? 0xffffff : 0);
      }
    }
    return difference;
  }

  private static Optional<Integer> pixel(BufferedImage picture, int x, int y) {
    boolean inside = x < picture.getWidth() && y < picture.getHeight();
    return inside ? Optional.of(picture.getRGB(x, y)) : Optional.empty();
  }

  private synchronized void update(String name, BufferedImage actual, boolean kept) {
    drawn.put(name, digest(actual));
    Path file = folder.resolve(name);
    boolean same = Files.exists(file) && digest(decode(file)).equals(digest(actual));
    if (kept && !same) {
      write(file, SmallPng.write(actual));
    }
  }

  /** Writes the digests, and deletes every picture that is there twice or for nothing. */
  private void tidy(Collection<String> kept) {
    String text =
        drawn.entrySet().stream()
            .map(entry -> entry.getValue() + "  " + entry.getKey() + "\n")
            .collect(Collectors.joining());
    write(folder.resolve(DIGESTS), text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    List<String> firsts = firsts(drawn, kept);
    for (String name : files()) {
      if (!firsts.contains(name)) {
        delete(folder.resolve(name));
      }
    }
  }

  private static Map<String, String> read(Path file) {
    if (!Files.exists(file)) {
      return Map.of();
    }
    try (Stream<String> lines = Files.lines(file)) {
      return lines
          .map(line -> line.split("  ", 2))
          .collect(Collectors.toMap(parts -> parts[1], parts -> parts[0]));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /**
   * The SHA-256 of a picture's size and of the CRC-32C of each of its rows, as hexadecimal digits:
   * a checksum of pixels takes a tenth of the time.
   */
  public static String digest(BufferedImage picture) {
    int[] pixels = Pictures.argb(picture);
    int width = picture.getWidth();
    ByteBuffer row = ByteBuffer.allocate(4 * width);
    ByteBuffer sums = ByteBuffer.allocate(8 + 4 * picture.getHeight());
    sums.putInt(width).putInt(picture.getHeight());
    for (int y = 0; y < picture.getHeight(); y++) {
      row.asIntBuffer().put(pixels, y * width, width);
      CRC32C sum = new CRC32C();
      sum.update(row.array());
      sums.putInt((int) sum.getValue());
    }
    return Sha256.hex(sums.array());
  }

  private static BufferedImage decode(Path file) {
    try {
      return Pictures.decode(Files.readAllBytes(file));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static void write(Path file, byte[] bytes) {
    try {
      Files.createDirectories(file.resolveSibling("."));
      Files.write(file, bytes);
    } catch (IOException full) {
      throw new UncheckedIOException(full);
    }
  }

  private static void delete(Path file) {
    try {
      Files.delete(file);
    } catch (IOException locked) {
      throw new UncheckedIOException(locked);
    }
  }
}
