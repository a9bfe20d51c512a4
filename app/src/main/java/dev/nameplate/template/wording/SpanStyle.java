package dev.nameplate.template.wording;

import dev.nameplate.geometry.Rgba;

/**
 * How a span of a wording looks.
 *
 * @param weight 100 to 900
 * @param scale of its size to the layer's, at any size that the layer's text is fitted to
 */
public record SpanStyle(int weight, Rgba color, double scale) {}
