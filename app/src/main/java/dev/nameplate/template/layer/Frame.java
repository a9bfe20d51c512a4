package dev.nameplate.template.layer;

import dev.nameplate.geometry.Box;
import dev.nameplate.template.wording.Condition;
import java.util.Optional;

/**
 * What every layer has.
 *
 * @param box the layer's bounds at 1x before it is turned; inside the canvas
 * @param opacity 0 (clear) to 1
 * @param rotate degrees clockwise about the box's centre
 * @param when the layer is hidden where this does not hold
 * @param label the author's name for the layer; empty where the template gives none
 */
public record Frame(
    Box box, double opacity, double rotate, Optional<Condition> when, Optional<String> label) {}
