package dev.nameplate.render;

import dev.nameplate.geometry.Box;
import dev.nameplate.geometry.DeviceBox;
import dev.nameplate.geometry.Scale;
import dev.nameplate.template.Template;
import dev.nameplate.template.layer.Frame;
import java.awt.image.BufferedImage;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The layers of a template that all pictures, or all of one combination of choices, have in common,
 * painted at one scale. Its other layers are called dynamic.
 *
 * <p>Where no dynamic layer paints, a picture looks like {@link #complete}. Elsewhere, painting
 * starts from {@link #below} and continues with all layers, those of the background too, from the
 * first dynamic layer upwards.
 *
 * @param template the one that was painted
 * @param scale device pixels for one pixel of the template
 * @param below the background color and the layers below the first dynamic one; never changed
 * @param complete the background color and every layer of the background; never changed, and the
 *     same object as {@code below} if none of them lies above a dynamic one
 * @param inBackground the indexes of the layers that belong to the background; never changed
 * @param failures layers of the background left out because they failed, by index and type; empty
 *     if none
 */
public record PreparedBackground(
    Template template,
    Scale scale,
    BackgroundPixels below,
    BackgroundPixels complete,
    BitSet inBackground,
    List<String> failures) {
  public PreparedBackground {
    failures = List.copyOf(failures);
  }

  /** Index of the first dynamic layer; the number of layers if none is. */
  public int firstDynamic() {
    return inBackground.nextClearBit(0);
  }

  /**
   * The boxes that dynamic layers may paint on, in device pixels, rotated and grown by a pixel for
   * antialiasing; they may reach beyond the picture.
   */
  public List<DeviceBox> changeable() {
    return IntStream.range(0, template.layers().size())
        .filter(index -> !inBackground.get(index))
        .mapToObj(index -> box(template.layers().get(index).frame()))
        .toList();
  }

  private DeviceBox box(Frame frame) {
    Box box = frame.box();
    Box turned =
        box.turned(frame.rotate(), box.centerX(), box.centerY()).times(scale.factor()).grown(1);
    int left = (int) Math.floor(turned.x());
    int top = (int) Math.floor(turned.y());
    int right = (int) Math.ceil(turned.right());
    return new DeviceBox(left, top, right - left, (int) Math.ceil(turned.bottom()) - top);
  }

  /**
   * Memory of the pixels on the heap, in bytes; what {@link #below} and {@link #complete} share
   * counts once.
   */
  public long bytes() {
    return below == complete ? below.bytes() : below.bytes() + complete.bytes();
  }

  /** Whether all pixels are on the heap, also of strips that no picture changes. */
  public boolean isWhole() {
    return below.isWhole() && complete.isWhole();
  }

  /**
   * The picture without dynamic layers, all of whose pixels are valid if this {@link #isWhole}.
   *
   * @throws IllegalStateException if it is not on the heap
   */
  public BufferedImage completeImage() {
    return complete
        .image()
        .orElseThrow(() -> new IllegalStateException("the pixels are not on the heap"));
  }
}
