package dev.nameplate.template;

/** One thing drawn on a template's picture. */
public sealed interface Layer 
    permits TextLayer, ImageLayer, ShapeLayer, QrLayer, CountdownLayer {
  /** Where it stands and when it is there. */
  Frame frame();

  /** As a template writes it. */
  String type();
}
