package dev.nameplate.template.layer;

import java.util.Optional;

/**
 * The size that a layer in a stack asks for, in pixels at 1x.
 *
 * @param width none: a text or a stack takes what it needs, another layer all there is across
 * @param height likewise
 * @param grow its share of what is left along the stack; 0 for none of it
 */
public record Sizing(Optional<Double> width, Optional<Double> height, double grow) {}
