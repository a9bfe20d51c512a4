package dev.nameplate.template;

import dev.nameplate.geometry.Rgba;
import dev.nameplate.geometry.Scale;
import java.util.List;
import java.util.Optional;

/**
 * What a template may be asked for, and by whom.
 *
 * @param formats by their file endings, {@code png} and {@code jpg}
 * @param scales in ascending order; always 1, 1.5, 2 and 3, and what the template adds
 * @param quality of JPEG, 1 to 100
 * @param matte opaque; what a transparent picture's JPEG is flattened on
 * @param access empty where the server decides
 * @param maxBytes what a picture at 2x should weigh at most; {@code nameplate check} holds it
 */
public record Output(
    List<String> formats,
    List<Scale> scales,
    int quality,
    Rgba matte,
    Optional<Access> access,
    int maxBytes) {
  public static final Output DEFAULT =
      new Output(
          List.of("png", "jpg"),
          List.of(Scale.ONE, new Scale(150), Scale.TWO, new Scale(300)),
          85,
          Rgba.WHITE,
          Optional.empty(),
          500_000);

  public Output {
    formats = List.copyOf(formats);
    scales = List.copyOf(scales);
  }
}
