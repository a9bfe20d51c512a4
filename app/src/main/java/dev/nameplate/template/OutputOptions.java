package dev.nameplate.template;

import dev.nameplate.geometry.Rgba;
import dev.nameplate.geometry.Scale;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What a template may be asked for, and by whom.
 *
 * @param formats by their file endings, {@code png}
 * @param scales in ascending order; always 1, 1.5, 2 and 3, and what the template adds
 * @param quality of JPEG and WebP, 1 to 100
 * @param matte opaque; what a transparent picture's JPEG or GIF is flattened on
 * @param maxBytes what a PNG may have where it can be had with that; empty for no limit
 * @param frames of a moving GIF, one a second
 * @param access empty where the server decides
 */
public record OutputOptions(
    List<String> formats,
    List<Scale> scales,
    int quality,
    Rgba matte,
    OptionalInt maxBytes,
    int frames,
    Optional<Access> access) {
  /** Every format there is; the first two are offered by a template that says nothing of them. */
  public static final List<String> FORMATS = List.of("png", "jpg", "gif", "webp");

  public static final int LEAST_FRAMES = 30;
  public static final int MOST_FRAMES = 60;

  public static final OutputOptions DEFAULT =
      new OutputOptions(
          List.of("png", "jpg"),
          List.of(Scale.ONE, new Scale(150), Scale.TWO, new Scale(300)),
          85,
          Rgba.WHITE,
          Optional.empty());

  /** What says nothing of bytes and frames. */
  public OutputOptions(
      List<String> formats, List<Scale> scales, int quality, Rgba matte, Optional<Access> access) {
    this(formats, scales, quality, matte, OptionalInt.empty(), MOST_FRAMES, access);
  }

  public OutputOptions {
    formats = List.copyOf(formats);
    scales = List.copyOf(scales);
  }
}
