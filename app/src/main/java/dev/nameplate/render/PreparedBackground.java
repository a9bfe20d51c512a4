package dev.nameplate.render;

import dev.nameplate.geometry.DeviceBox;
import dev.nameplate.geometry.Scale;
import dev.nameplate.template.Template;
import java.awt.image.BufferedImage;
import java.util.List;

/**
 * The static layers of a template, painted at one scale: what all its pictures have in common.
 *
 * <p>Where no dynamic layer paints, a picture looks like {@link #complete}. Elsewhere, painting
 * starts from {@link #below} and continues with all layers, static ones too, from the first dynamic
 * layer upwards.
 *
 * @param template the one that was painted
 * @param scale device pixels for one pixel of the template
 * @param below the background color and the static layers below the first dynamic one; never
 *     changed
 * @param complete the background color and every static layer; never changed, and the same image as
 *     {@code below} if no static layer lies above a dynamic one
 * @param firstDynamic index of the first layer that refers to a field or to the clock; the number
 *     of layers if none does
 * @param changeable the boxes that dynamic layers may paint on, in device pixels; they may reach
 *     beyond the picture
 * @param failures static layers left out because they failed, by index and type; empty if none
 */
public record PreparedBackground(
    Template template,
    Scale scale,
    BufferedImage below,
    BufferedImage complete,
    int firstDynamic,
    List<DeviceBox> changeable,
    List<String> failures) {
  public PreparedBackground {
    changeable = List.copyOf(changeable);
    failures = List.copyOf(failures);
  }

  /**
   * Memory of the pixels, in bytes: 4 for each pixel; an image that is both {@link #below} and
   * {@link #complete} counts once.
   */
  public long bytes() {
    long one = 4L * complete.getWidth() * complete.getHeight();
    return below == complete ? one : 2 * one;
  }
}
