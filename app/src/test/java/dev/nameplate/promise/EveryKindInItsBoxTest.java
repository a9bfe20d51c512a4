package dev.nameplate.promise;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.nameplate.encode.Effort;
import dev.nameplate.geometry.Box;
import dev.nameplate.geometry.Scale;
import dev.nameplate.house.Pictures;
import dev.nameplate.house.TwoWays;
import dev.nameplate.house.TwoWays.Look;
import dev.nameplate.template.Format;
import dev.nameplate.template.Template;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Promise 6 for layers of every kind, stacks and what stands in them among them. */
final class EveryKindInItsBoxTest {
  private static final int COUNT = 500;
  private static final int WIDTH = 180;
  private static final int HEIGHT = 120;
  private static final String QUERY =
      "name=Wolfeschlegelsteinhausen&code=AX7&photo=photo.png&points=70&tier=VIP";
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
      int[] pixels = Pictures.argb(Pictures.decode(ways.joined(template, QUERY, scene.look())));
      Box box = template.layers().get(0).frame().box().times(scale.factor());
      int width = template.size().at(scale).width();
      for (int at = 0; at < pixels.length; at++) {
        if (pixels[at] >>> 24 != 0) {
          assertThat(meets(box, at % width, at / width)).as("%s", scene).isTrue();
          boolean unused = kinds.add(template.layers().get(0).type());
        }
      }
    }
    assertThat(kinds)
        .contains("text", "image", "shape", "qr", "barcode", "progress", "stars", "stack");
  }

  private static boolean meets(Box box, int x, int y) {
    return x + 1 > box.x() && x < box.right() && y + 1 > box.y() && y < box.bottom();
  }

  /** One layer by itself on nothing. */
  private static RandomScene scene(long seed, Scale scale) {
    RandomScene any = RandomScene.of(seed);
    Random random = new Random(seed);
    ObjectNode template = any.template().deepCopy();
    template.put("width", WIDTH).put("height", HEIGHT).put("background", "#00000000");
    ArrayNode layers = template.putArray("layers");
    ObjectNode layer = new RandomLayer(random, new RandomBoxes(random, WIDTH, HEIGHT, scale)).any();
    layer.remove("rotate");
    layers.add(layer);
    return new RandomScene(
        seed, template, new Look(scale, Format.PNG, Effort.QUICK), List.of(QUERY));
  }
}
