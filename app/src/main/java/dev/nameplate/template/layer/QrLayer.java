package dev.nameplate.template.layer;

import dev.nameplate.geometry.Rgba;
import dev.nameplate.template.wording.Wording;
import java.util.Optional;
import java.util.Set;

/**
 * A QR code (ISO/IEC 18004) in the largest square of whole modules that fits its box.
 *
 * @param frame its place on the canvas
 * @param data the payload
 * @param correction level of error correction
 * @param quietZone free modules on each side, 0 to 16; the standard requires 4
 * @param dark color of the modules; opaque and darker than {@code light}
 * @param light color of the background; opaque
 * @param logo a picture in the middle; empty for none
 */
public record QrLayer(
    Frame frame,
    Wording data,
    Correction correction,
    int quietZone,
    Rgba dark,
    Rgba light,
    Optional<Logo> logo)
    implements Layer {
  @Override
  public String type() {
    return "qr";
  }

  @Override
  public Set<String> fields() {
    return data.fields();
  }

  /**
   * A picture in the middle of the code, with a margin in the light color.
   *
   * @param path of an asset, {@code assets/logo.png}
   * @param share of the code's side without its quiet zone, 0.1 to 0.3
   */
  public record Logo(String path, double share) {}

  /** Levels of error correction (ISO/IEC 18004): the share of codewords that can be restored. */
  public enum Correction {
    /** About 7 per cent. */
    L,

    /** About 15 per cent. */
    M,

    /** About 25 per cent. */
    Q,

    /** About 30 per cent. */
    H
  }
}
