package dev.nameplate.scene;

import dev.nameplate.template.layer.ShapeLayer;

/** Makes nodes of shape layers. */
final class ShapeNodes {
  private ShapeNodes() {}

  static Node.Shape of(int index, Placement placement, ShapeLayer layer) {
    return new Node.Shape(
        index, placement, layer.kind(), layer.fill(), layer.stroke(), layer.radius());
  }
}
