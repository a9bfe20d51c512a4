package dev.nameplate.promise;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nameplate.support.TwoWays;
import dev.nameplate.template.Format;
import dev.nameplate.template.Template;
import java.nio.file.Path;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Promise 4 for pictures that nobody designed: joined from strips they are, pixel for pixel, the
 * pictures painted whole. The property {@code nameplate.scenes} says how many, {@code
 * nameplate.scenes.from} the first seed; {@code app/load/scenes.sh} draws many more.
 */
final class RandomScenesTest {
  private static final int COUNT = Integer.getInteger("nameplate.scenes", 1_500);
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
    SceneFolder folder = SceneFolder.make(root, "lane-" + lane);
    for (long seed = FROM + lane; seed < FROM + COUNT; seed += LANES) {
      RandomScene scene = RandomScene.of(seed);
      Template template = folder.read(scene);
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
}
