package dev.nameplate.batch.audit;

import dev.nameplate.layout.PlacedLayer;
import java.util.List;

/**
 * How the texts of a picture were fitted into their boxes.
 *
 * @param cut whether a text ends in an ellipsis
 * @param percent of its own size at which the most shrunk text is set, 1 to 100
 */
record Fitted(boolean cut, int percent) {
  private static final int CUT = 1 << 8;

  static Fitted of(List<PlacedLayer> layers) {
    boolean cut = false;
    int percent = 100;
    for (PlacedLayer layer : layers) {
      Fitted part = of(layer);
      cut |= part.cut();
      percent = Math.min(percent, part.percent());
    }
    return new Fitted(cut, percent);
  }

  private static Fitted of(PlacedLayer layer) {
    if (layer instanceof PlacedLayer.Group group) {
      return of(group.parts());
    }
    if (layer instanceof PlacedLayer.Text text) {
      double share = text.block().size() / text.node().style().size();
      int percent = (int) Math.max(1, Math.min(100, Math.round(share * 100)));
      return new Fitted(text.block().cut(), percent);
    }
    return new Fitted(false, 100);
  }

  /** As a number for {@link #of(int)}. */
  int packed() {
    return percent | (cut ? CUT : 0);
  }

  static Fitted of(int packed) {
    return new Fitted((packed & CUT) != 0, packed & 0xff);
  }
}
