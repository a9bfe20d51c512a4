package dev.nameplate.template.layer;

import dev.nameplate.geometry.Box;
import dev.nameplate.template.wording.Condition;
import java.util.Optional;

/**
 * Properties that all layers have.
 *
 * @param box the layer's bounds in px at 1x before rotation; inside the canvas
 * @param opacity 0 (invisible) to 1 (opaque)
 * @param rotate degrees clockwise about the center of the box, -360 to 360
 * @param when the layer is hidden where this does not hold
 * @param label the author's name for the layer; empty where the template gives none
 */
public record Frame(
    Box box, double opacity, double rotate, Optional<Condition> when, Optional<String> label) {}
