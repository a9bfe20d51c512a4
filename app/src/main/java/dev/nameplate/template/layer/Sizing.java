package dev.nameplate.template.layer;

import java.util.Optional;

/**
 * The size of a child of a stack, in px at 1x.
 *
 * @param width 0.1 to 4,096; where empty, a text or a stack has the size of its content and another
 *     layer the stack's size across
 * @param height as {@code width}
 * @param grow share of the free space along the stack, as {@code flex-grow} in CSS; 0 to 100, 0 for
 *     none
 */
public record Sizing(Optional<Double> width, Optional<Double> height, double grow) {}
