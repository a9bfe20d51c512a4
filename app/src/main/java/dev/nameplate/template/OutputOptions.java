package dev.nameplate.template;

import dev.nameplate.geometry.Rgba;
import dev.nameplate.geometry.Scale;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What a template may be asked for, and by whom.
 *
 * @param formats at least one, the template's own order
 * @param scales in ascending order; always 1, 1.5, 2 and 3, and what the template adds
 * @param quality of JPEG and WebP, 1 to 100
 * @param matte opaque; what a transparent picture's JPEG or GIF is flattened on
 * @param maxBytes what a PNG may have where it can be had with that; empty for no limit
 * @param frames of a moving GIF, one a second
 * @param access empty where the server decides
 */
public record OutputOptions(
    List<Format> formats,
    List<Scale> scales,
    int quality,
    Rgba matte,
    OptionalInt maxBytes,
    int frames,
    Optional<Access> access) {
  public static final int LEAST_FRAMES = 30;
  public static final int MOST_FRAMES = 60;

  public static final OutputOptions DEFAULT =
      new OutputOptions(
          List.of(Format.PNG, Format.JPEG),
          List.of(Scale.ONE, new Scale(150), Scale.TWO, new Scale(300)),
          85,
          Rgba.WHITE,
          Optional.empty());

  /** What says nothing of bytes and frames. */
  public OutputOptions(
      List<Format> formats, List<Scale> scales, int quality, Rgba matte, Optional<Access> access) {
    this(formats, scales, quality, matte, OptionalInt.empty(), MOST_FRAMES, access);
  }

  public OutputOptions {
    formats = List.copyOf(formats);
    scales = List.copyOf(scales);
  }

  /** The formats by their file endings, {@code png}. */
  public List<String> endings() {
    return formats.stream().map(Format::ending).toList();
  }
}
