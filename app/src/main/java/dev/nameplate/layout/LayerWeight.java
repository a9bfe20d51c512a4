package dev.nameplate.layout;

import dev.nameplate.text.Line;
import java.awt.Shape;
import java.awt.geom.PathIterator;

/** Estimates the memory of placed layers, most of which is the outlines of their letters. */
final class LayerWeight {
  /** A layer without letters: its node, boxes and the cache's own entry. */
  private static final int BYTES_OF_LAYER = 512;

  /** A segment has a byte for its type and up to six coordinates of eight bytes. */
  private static final int BYTES_OF_SEGMENT = 40;

  private LayerWeight() {}

  /** The layer's estimated bytes, with those of its parts. */
  static int of(PlacedLayer layer) {
    int bytes = BYTES_OF_LAYER;
    if (layer instanceof PlacedLayer.Text text) {
      for (Line line : text.block().lines()) {
        bytes += BYTES_OF_SEGMENT * segments(line.letters().glyphs());
      }
    } else if (layer instanceof PlacedLayer.Group group) {
      bytes += group.parts().stream().mapToInt(LayerWeight::of).sum();
    }
    return bytes;
  }

  private static int segments(Shape outline) {
    int segments = 0;
    for (PathIterator path = outline.getPathIterator(null); !path.isDone(); path.next()) {
      segments++;
    }
    return segments;
  }
}
