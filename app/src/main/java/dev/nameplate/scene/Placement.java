package dev.nameplate.scene;

import dev.nameplate.geometry.Box;

/**
 * Where a node stands and how it is laid on what is below it.
 *
 * @param box bounds at 1x before turning
 * @param opacity 0 (clear) to 1
 * @param rotate degrees clockwise about the box's centre
 */
public record Placement(Box box, double opacity, double rotate) {}
