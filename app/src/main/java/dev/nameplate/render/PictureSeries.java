package dev.nameplate.render;

import dev.nameplate.geometry.Scale;
import dev.nameplate.layout.PlacedLayer;
import dev.nameplate.render.paint.Canvas;
import dev.nameplate.template.Template;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Optional;

/**
 * Paints pictures of which each is much like the one before, as when a layer is dragged: the layers
 * below the first that differs are painted once and kept. Safe for many threads; one picture is
 * painted at a time.
 */
public final class PictureSeries {
  private final Renderer renderer;
  private Optional<Last> last = Optional.empty();
  private Optional<Below> below = Optional.empty();

  /**
   * @param renderer paints the layers
   */
  public PictureSeries(Renderer renderer) {
    this.renderer = renderer;
  }

  /** The picture before. */
  private record Last(Ground ground, List<PlacedLayer> layers) {}

  /** The pixels of the lowermost layers of a picture. */
  private record Below(Ground ground, List<PlacedLayer> layers, BufferedImage picture) {}

  /**
   * What pictures must have in common for a layer to have the same pixels in both.
   *
   * @param template decides color, size and locale; its layers are not looked at
   * @param scale how many device pixels a pixel has
   * @param assets stands for the state of the template's files
   */
  public record Ground(Template template, Scale scale, String assets) {
    private boolean isLike(Ground other) {
      Template one = template;
      Template two = other.template();
      return one.id().equals(two.id())
          && one.version().equals(two.version())
          && one.size().equals(two.size())
          && one.background().equals(two.background())
          && one.locale().equals(two.locale())
          && scale.equals(other.scale())
          && assets.equals(other.assets());
    }
  }

  /**
   * Paints a picture: the pixels of {@link Renderer#paintWhole} without a matte.
   *
   * @param layers all layers of the template, placed
   * @return an image that the caller owns
   */
  public synchronized BufferedImage next(Ground ground, List<PlacedLayer> layers) {
    int common =
        last.filter(before -> before.ground().isLike(ground))
            .map(before -> common(before.layers(), layers))
            .orElse(0);
    last = Optional.of(new Last(ground, layers));
    Optional<Below> kept =
        below.filter(
            each ->
                each.ground().isLike(ground)
                    && common(each.layers(), layers) == each.layers().size());
    int from = kept.map(each -> each.layers().size()).orElse(0);
    Canvas canvas =
        kept.map(each -> new Canvas(Renderer.copy(each.picture()), ground.scale()))
            .orElseGet(() -> renderer.background(ground.template(), ground.scale(), false));
    if (common > from && common < layers.size()) {
      renderer.paint(canvas, ground.template(), layers.subList(from, common));
      below =
          Optional.of(new Below(ground, layers.subList(0, common), Renderer.copy(canvas.image())));
      from = common;
    }
    renderer.paint(canvas, ground.template(), layers.subList(from, layers.size()));
    return canvas.image();
  }

  /** How many of the lowermost layers are the same. */
  private static int common(List<PlacedLayer> one, List<PlacedLayer> other) {
    int count = 0;
    while (count < Math.min(one.size(), other.size()) && isSame(one.get(count), other.get(count))) {
      count++;
    }
    return count;
  }

  /** A node and its ground decide its pixels; of a group some parts may be left out. */
  private static boolean isSame(PlacedLayer one, PlacedLayer other) {
    if (one == other) {
      return true;
    }
    if (!one.node().equals(other.node())) {
      return false;
    }
    if (one instanceof PlacedLayer.Group group) {
      return other instanceof PlacedLayer.Group twin
          && group.parts().size() == twin.parts().size()
          && common(group.parts(), twin.parts()) == twin.parts().size();
    }
    return one.getClass().equals(other.getClass());
  }
}
