package dev.nameplate.template;

import dev.nameplate.geometry.Rgba;
import dev.nameplate.geometry.Scale;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What can be requested of a template, and by whom.
 *
 * @param formats at least one, in the template's order
 * @param scales in ascending order, 0.5 to 4; always 1, 1.5, 2 and 3, and those that the template
 *     adds
 * @param quality of JPEG and WebP, 1 to 100
 * @param matte opaque; the color that transparent pictures are flattened onto as JPEG or GIF
 * @param maxBytes size to which PNGs are reduced where possible; empty for no limit
 * @param frames of an animated GIF, one per second, 30 to 60
 * @param access empty where the server's setting decides
 */
public record OutputOptions(
    List<Format> formats,
    List<Scale> scales,
    int quality,
    Rgba matte,
    OptionalInt maxBytes,
    int frames,
    Optional<Access> access) {
  /** The fewest frames of an animated GIF. */
  public static final int MIN_FRAMES = 30;

  /** The most frames of an animated GIF, and the default. */
  public static final int MAX_FRAMES = 60;

  /** PNG and JPEG of quality 85 on white at 1x, 1.5x, 2x and 3x. */
  public static final OutputOptions DEFAULT =
      new OutputOptions(
          List.of(Format.PNG, Format.JPEG),
          List.of(Scale.ONE, new Scale(150), Scale.TWO, new Scale(300)),
          85,
          Rgba.WHITE,
          Optional.empty());

  /** Options without a limit on bytes and with {@link #MAX_FRAMES} frames. */
  public OutputOptions(
      List<Format> formats, List<Scale> scales, int quality, Rgba matte, Optional<Access> access) {
    this(formats, scales, quality, matte, OptionalInt.empty(), MAX_FRAMES, access);
  }

  public OutputOptions {
    formats = List.copyOf(formats);
    scales = List.copyOf(scales);
  }

  /**
   * The file extensions of the formats, {@code png}, without a dot and in the template's order; at
   * least one.
   */
  public List<String> endings() {
    return formats.stream().map(Format::ending).toList();
  }

  /** The scale of pictures in mails: the largest one that is offered up to 2x. */
  public Scale mailScale() {
    return scales.stream()
        .filter(scale -> scale.compareTo(Scale.TWO) <= 0)
        .max(Comparator.naturalOrder())
        .orElse(Scale.TWO);
  }
}
