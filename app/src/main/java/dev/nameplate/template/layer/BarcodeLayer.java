package dev.nameplate.template.layer;

import dev.nameplate.geometry.Rgba;
import dev.nameplate.template.wording.Wording;
import java.util.Set;

/**
 * A barcode other than QR, drawn with the largest whole modules that fit its box. A linear one is
 * as high as its box.
 *
 * @param frame its place on the canvas
 * @param symbology the kind of barcode
 * @param data the payload
 * @param addsCheckDigit whether a missing check digit (GS1) is computed and appended
 * @param quietZone free modules on each side, 0 to 32
 * @param dark color of the bars; opaque and darker than {@code light}
 * @param light color of the background; opaque
 */
public record BarcodeLayer(
    Frame frame,
    Symbology symbology,
    Wording data,
    boolean addsCheckDigit,
    int quietZone,
    Rgba dark,
    Rgba light)
    implements Layer {
  @Override
  public String type() {
    return "barcode";
  }

  @Override
  public Set<String> fields() {
    return data.fields();
  }
}
