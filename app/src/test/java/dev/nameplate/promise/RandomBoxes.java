package dev.nameplate.promise;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.nameplate.geometry.Scale;
import java.util.Random;

/**
 * Boxes inside a canvas: anywhere, on whole pixels, or with edges right on the borders of strips.
 *
 * @param width of the canvas at 1x
 */
record RandomBoxes(Random random, int width, int height, Scale scale) {
  private static final int STRIP = 16;

  /** A box as a template writes it. */
  ArrayNode next() {
    double[] across = span(width, 1 / scale.factor());
    double[] down = span(height, unit() / scale.factor());
    ArrayNode box = JsonNodeFactory.instance.arrayNode();
    return box.add(across[0]).add(down[0]).add(across[1]).add(down[1]);
  }

  /** Device pixels that the upper and lower edges are multiples of; 0 for none. */
  private double unit() {
    return switch (random.nextInt(4)) {
      case 0 -> 0;
      case 1 -> 1;
      default -> STRIP;
    };
  }

  /** Where a box begins and how far it goes, in a canvas that is so long. */
  private double[] span(int length, double unit) {
    double from = snapped(random.nextDouble() * length, unit);
    double to = snapped(random.nextDouble() * length, unit);
    double least = Math.min(from, to);
    double most = Math.min(length, Math.max(from, to));
    boolean whole = most <= least || random.nextInt(6) == 0;
    return whole ? new double[] {0, length} : new double[] {least, most - least};
  }

  private static double snapped(double at, double unit) {
    return unit == 0 ? at : Math.rint(at / unit) * unit;
  }
}
