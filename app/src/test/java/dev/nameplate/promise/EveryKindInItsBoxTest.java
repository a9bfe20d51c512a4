package dev.nameplate.promise;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.nameplate.encode.Effort;
import dev.nameplate.geometry.Box;
import dev.nameplate.geometry.Scale;
import dev.nameplate.support.Pictures;
import dev.nameplate.support.TwoWays;
import dev.nameplate.support.TwoWays.Look;
import dev.nameplate.template.Format;
import dev.nameplate.template.Template;
import dev.nameplate.template.layer.Frame;
import dev.nameplate.template.layer.Layer;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Promise 6 for layers of every kind: stacks and what stands in them, stacks that are turned and
 * half transparent as one, and countdowns among them.
 */
final class EveryKindInItsBoxTest {
  private static final int COUNT = 500;
  private static final int WIDTH = 180;
  private static final int HEIGHT = 120;
  private static final String QUERY =
      "name=Wolfeschlegelsteinhausen&code=AX7&photo=photo.png&points=70&tier=VIP";
  private static final Instant AT = Instant.parse("2099-11-28T09:30:00Z");
  private static final List<Scale> SCALES =
      List.of(Scale.ONE, new Scale(150), Scale.TWO, new Scale(125), new Scale(237));

  @TempDir
  @SuppressWarnings("NullAway.Init") // JUnit sets it.
  static Path root;

  @Test
  void layerOfAnyKind_paintsNothingOutsideItsBox() {
    SceneFolder folder = SceneFolder.make(root, "boxed");
    TwoWays ways = new TwoWays(root);
    Set<String> kinds = new TreeSet<>();
    for (long seed = 0; seed < COUNT; seed++) {
      Scale scale = SCALES.get((int) (seed % SCALES.size()));
      RandomScene scene = scene(seed, scale);
      Template template = folder.read(scene);
      int[] pixels = pixels(ways, template, scene);
      Frame frame = template.layers().get(0).frame();
      Box box = frame.box().times(scale.factor());
      int width = template.size().at(scale).width();
      for (int at = 0; at < pixels.length; at++) {
        if (pixels[at] >>> 24 != 0) {
          assertThat(meets(box, frame.rotate(), at % width, at / width)).as("%s", scene).isTrue();
          boolean unused = kinds.add(kind(template.layers().get(0)));
        }
      }
    }
    assertThat(kinds)
        .contains("text", "image", "shape", "qr", "barcode", "progress", "stars", "stack")
        .contains("countdown", "turned group");
  }

  private static String kind(Layer layer) {
    boolean group = layer.frame().rotate() != 0 && layer.frame().opacity() < 1;
    return group ? "turned group" : layer.type();
  }

  private static int[] pixels(TwoWays ways, Template template, RandomScene scene) {
    return Pictures.argb(Pictures.decode(ways.joined(template, AT, QUERY, scene.look())));
  }

  /** Whether a pixel touches a box that is turned about its middle, clockwise, in degrees. */
  private static boolean meets(Box box, double degrees, int x, int y) {
    double angle = Math.toRadians(-degrees);
    double across = x + 0.5 - box.x() - box.width() / 2;
    double down = y + 0.5 - box.y() - box.height() / 2;
    double fromMiddleX = across * Math.cos(angle) - down * Math.sin(angle);
    double fromMiddleY = across * Math.sin(angle) + down * Math.cos(angle);
    // A pixel reaches half its own width to each side, and half its diagonal where it is turned.
    double reach = (Math.abs(Math.cos(angle)) + Math.abs(Math.sin(angle))) / 2;
    return Math.abs(fromMiddleX) < box.width() / 2 + reach
        && Math.abs(fromMiddleY) < box.height() / 2 + reach;
  }

  /** Every tenth is a countdown, and every tenth a group that is turned. */
  private static ObjectNode layer(RandomLayer random, long seed) {
    if (seed % 10 == 3) {
      return random.countdown();
    }
    if (seed % 10 == 7) {
      return random.turnedGroup();
    }
    ObjectNode any = random.any();
    any.remove("rotate");
    return any;
  }

  /** One layer by itself on nothing. */
  private static RandomScene scene(long seed, Scale scale) {
    RandomScene any = RandomScene.of(seed);
    Random random = new Random(seed);
    ObjectNode template = any.template().deepCopy();
    template.put("width", WIDTH).put("height", HEIGHT).put("background", "#00000000");
    ArrayNode layers = template.putArray("layers");
    layers.add(layer(new RandomLayer(random, new RandomBoxes(random, WIDTH, HEIGHT, scale)), seed));
    return new RandomScene(
        seed, template, new Look(scale, Format.PNG, Effort.FAST), List.of(QUERY));
  }
}
