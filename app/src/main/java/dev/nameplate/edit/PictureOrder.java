package dev.nameplate.edit;

import dev.nameplate.geometry.Scale;
import dev.nameplate.template.Sample;
import dev.nameplate.template.Template;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a picture of a draft is to show.
 *
 * @param template the draft, read without faults
 * @param sample the values as they would stand in a URL, and the instant for countdowns
 * @param scale how many device pixels a pixel has
 * @param only paths of layers that alone are drawn, on a transparent ground; empty for all layers
 * @param without paths of layers that are left out
 */
public record PictureOrder(
    Template template,
    Sample sample,
    Scale scale,
    Optional<Set<String>> only,
    Set<String> without) {
  /** The most pixels that a picture of a draft may have. */
  public static final long MAX_PIXELS = 32L << 20;

  public PictureOrder {
    only = only.map(Set::copyOf);
    without = Set.copyOf(without);
  }

  /** Returns an order for the whole picture at 1x. */
  public static PictureOrder of(Template template, Map<String, String> values) {
    return new PictureOrder(
        template, new Sample("", values), Scale.ONE, Optional.empty(), Set.of());
  }

  /** Returns the number of the picture's pixels. */
  public long pixels() {
    double area = (double) template.size().width() * template.size().height();
    return Math.round(area * scale.factor() * scale.factor());
  }

  /** Returns whether some layers are left out. */
  public boolean isPart() {
    return only.isPresent() || !without.isEmpty();
  }

  /** Has no values. */
  @Override
  public String toString() {
    return "PictureOrder[" + template.id() + " " + scale.label() + "]";
  }
}
