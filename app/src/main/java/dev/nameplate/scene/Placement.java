package dev.nameplate.scene;

import dev.nameplate.geometry.Box;

/**
 * Bounds, opacity and rotation of a node.
 *
 * @param box bounds before rotation, in pixels at 1x
 * @param opacity 0 (transparent) to 1 (opaque)
 * @param rotate degrees clockwise about the box's center
 */
public record Placement(Box box, double opacity, double rotate) {}
