package dev.nameplate.promise;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nameplate.encode.Format;
import dev.nameplate.house.TwoWays;
import dev.nameplate.template.Template;
import dev.nameplate.template.TemplateReader;
import dev.nameplate.template.TemplateReading;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Promise 4 for pictures that nobody designed: joined from strips they are, pixel for pixel, the
 * pictures painted whole. The property {@code nameplate.scenes} says how many, {@code
 * nameplate.scenes.from} the first seed.
 */
final class RandomScenesTest {
  private static final int COUNT = Integer.getInteger("nameplate.scenes", 5_000);
  private static final long FROM = Long.getLong("nameplate.scenes.from", 0);
  private static final int LANES = 8;

  @TempDir
  @SuppressWarnings("NullAway.Init") // JUnit sets it.
  static Path root;

  private final Map<String, LongAdder> drawn = new ConcurrentHashMap<>();

  private final Queue<String> failures = new ConcurrentLinkedQueue<>();

  @Test
  void strips_ofRandomScenes_decodeAsTheWhole() {
    TwoWays ways = new TwoWays(root);
    IntStream.range(0, LANES).parallel().forEach(lane -> check(lane, ways));
    assertThat(failures).isEmpty();
    for (String kind : new String[] {"PNG 2", "PNG 3", "PNG 6", "JPEG"}) {
      long count = drawn.getOrDefault(kind, new LongAdder()).sum();
      assertThat(count).as("%s of %s", kind, drawn).isGreaterThanOrEqualTo(COUNT / 10);
    }
  }

  /** Checks every {@link #LANES}th scene in a template's folder of its own. */
  private void check(int lane, TwoWays ways) {
    Path folder = folder("lane-" + lane);
    for (long seed = FROM + lane; seed < FROM + COUNT; seed += LANES) {
      RandomScene scene = RandomScene.of(seed);
      Template template = read(folder, scene);
      for (String query : scene.queries()) {
        try {
          check(ways, scene, template, query);
        } catch (RuntimeException broken) {
          throw new AssertionError(scene.toString(), broken);
        }
      }
    }
  }

  private void check(TwoWays ways, RandomScene scene, Template template, String query) {
    byte[] joined = ways.joined(template, query, scene.look());
    String kind = scene.look().format() == Format.PNG ? "PNG " + joined[25] : "JPEG";
    drawn.computeIfAbsent(kind, absent -> new LongAdder()).increment();
    int difference = ways.difference(joined, template, query, scene.look());
    if (difference > 0) {
      failures.add("'" + query + "' differs by " + difference + ": " + scene);
    }
  }

  private static Template read(Path folder, RandomScene scene) {
    try {
      Files.writeString(folder.resolve(TemplateReader.FILE), scene.template().toString());
    } catch (IOException full) {
      throw new UncheckedIOException(full);
    }
    TemplateReading reading = new TemplateReader().read(root, folder.getFileName().toString());
    assertThat(reading).as("%s", scene).isInstanceOf(TemplateReading.Usable.class);
    return ((TemplateReading.Usable) reading).template();
  }

  /** A folder with pictures of few colours, of many, and with holes. */
  private static Path folder(String id) {
    try {
      Path folder = root.resolve(id);
      Path assets = Files.createDirectories(folder.resolve("assets"));
      Random random = new Random(1);
      BufferedImage flat = new BufferedImage(40, 30, BufferedImage.TYPE_INT_RGB);
      BufferedImage photo = new BufferedImage(37, 53, BufferedImage.TYPE_INT_RGB);
      BufferedImage clear = new BufferedImage(24, 24, BufferedImage.TYPE_INT_ARGB);
      flat.createGraphics().fillRect(7, 5, 20, 20);
      for (int i = 0; i < 37 * 53; i++) {
        photo.setRGB(
            i % 37, i / 37, new Color(i % 37 * 6, i / 37 * 4, random.nextInt(99)).getRGB());
      }
      for (int i = 0; i < 24 * 24; i++) {
        clear.setRGB(i % 24, i / 24, random.nextInt());
      }
      ImageIO.write(flat, "png", assets.resolve("flat.png").toFile());
      ImageIO.write(photo, "png", assets.resolve("photo.png").toFile());
      ImageIO.write(clear, "png", assets.resolve("clear.png").toFile());
      return folder;
    } catch (IOException full) {
      throw new UncheckedIOException(full);
    }
  }
}
