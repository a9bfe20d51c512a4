package dev.nameplate.template.layer;

import dev.nameplate.geometry.Rgba;
import dev.nameplate.template.wording.Wording;
import java.util.Optional;
import java.util.Set;

/**
 * A QR code (ISO/IEC 18004) in the largest square of whole modules that its box holds.
 *
 * @param data the payload
 * @param quietZone free modules on each side, 0 to 16; the standard asks for 4
 * @param logo a picture in the middle
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
   * A picture in the middle of a code, with a margin of the light colour.
   *
   * @param path a file below the template's folder
   * @param share of the code's side without its quiet zone
   */
  public record Logo(String path, double share) {}

  /** Levels of error correction, from about 7 to about 30 per cent of the code. */
  public enum Correction {
    L,
    M,
    Q,
    H
  }
}
