package dev.nameplate.template.wording;

import dev.nameplate.geometry.Rgba;

/**
 * The style of a span of a wording.
 *
 * @param weight of the font, 100 to 900
 * @param color of the text
 * @param scale factor on the size that the layer's text is fitted to, above 0
 */
public record SpanStyle(int weight, Rgba color, double scale) {}
