package dev.nameplate.template.layer;

import dev.nameplate.geometry.Rgba;
import dev.nameplate.template.wording.Wording;
import java.util.Set;

/**
 * A code for scanners that is no QR code, in the largest whole modules that its box holds. A linear
 * one is as high as its box.
 *
 * @param data the payload
 * @param addsCheckDigit whether a check digit that the payload lacks is reckoned
 * @param quietZone free modules on each side that scanners need
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
