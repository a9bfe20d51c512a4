package dev.nameplate.render;

import dev.nameplate.geometry.DeviceBox;
import dev.nameplate.geometry.Scale;
import dev.nameplate.template.Template;
import java.awt.image.BufferedImage;
import java.util.List;

/**
 * What of a template's picture is the same for everyone, painted at one scale.
 *
 * <p>Where no dynamic layer draws, a picture looks like {@link #complete}. Where one does, painting
 * starts from {@link #below} and goes on from the first dynamic layer upwards, static layers among
 * them.
 *
 * @param below background and the static layers under the first dynamic one; never changed
 * @param complete background and every static layer; never changed
 * @param firstDynamic the index of the first layer that refers to a field; the number of layers
 *     where none does
 * @param changeable what a dynamic layer may draw on, in device pixels; it may reach beyond the
 *     picture
 * @param failures static layers that failed, by index and type
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

  /** What the pictures take in memory. */
  public long bytes() {
    long one = 4L * complete.getWidth() * complete.getHeight();
    return below == complete ? one : 2 * one;
  }
}
